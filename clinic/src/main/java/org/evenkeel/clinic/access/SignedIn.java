package org.evenkeel.clinic.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

import java.util.Objects;
import java.util.Optional;

/// Who is signed in and how they proved it. Lives for one request and is never stored.
public final class SignedIn extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1;

    private final transient Person person;
    private final transient Proof proof;

    public SignedIn(Person person, Proof proof) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.person = person;
        this.proof = proof;
        setAuthenticated(true);
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
