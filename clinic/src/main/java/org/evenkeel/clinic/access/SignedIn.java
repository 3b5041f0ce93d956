package org.evenkeel.clinic.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Who is signed in and how they proved it. Lives for one request and is never stored.
public final class SignedIn extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1;

    private final transient Person person;
    private final transient Proof proof;
    private final transient Set<Permission> granted;

    public SignedIn(Person person, Proof proof) {
        this(person, proof, EnumSet.allOf(Permission.class));
    }

    /// A program: of what its role may do, it may what was granted to it.
    public SignedIn(Person person, Proof proof, Set<Permission> granted) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.person = person;
        this.proof = proof;
        this.granted = Set.copyOf(granted);
        setAuthenticated(true);
    }

    /// Whether whoever this request is from may use a route with such a need, as far as this does
    /// not depend on a record: programs only what is open to them and was granted.
    public static boolean mayUse(Needs needs) {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn one
                && (one.person().role() != Role.MACHINE
                        || needs.machines() && one.granted.contains(needs.value()));
    }

    /// Whoever this request is from, where somebody is signed in.
    public static Optional<Person> current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn one
                ? Optional.of(one.person())
                : Optional.empty();
    }

    /// Who.
    public Person person() {
        return person;
    }

    /// How they signed in.
    public Proof proof() {
        return proof;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Person getPrincipal() {
        return person;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that
                && super.equals(other)
                && person.equals(that.person)
                && proof.equals(that.proof);
    }

    @Override
    public int hashCode() {
        return Objects.hash(person, proof);
    }
}
