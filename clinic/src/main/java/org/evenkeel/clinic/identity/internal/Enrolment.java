package org.evenkeel.clinic.identity.internal;

import jakarta.servlet.http.HttpServletRequest;

import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.identity.Sessions;
import org.evenkeel.clinic.identity.internal.Ceremonies.Ceremony;
import org.evenkeel.clinic.identity.internal.Ceremonies.Kind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Optional;

/// Setting up a second factor, at the first sign-in or later.
@Component
public class Enrolment {
    private final SecondFactors factors;
    private final AppSecrets secrets;
    private final Passkeys passkeys;
    private final Ceremonies ceremonies;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Audit audit;

    Enrolment(
            SecondFactors factors,
            AppSecrets secrets,
            Passkeys passkeys,
            Ceremonies ceremonies,
            Accounts accounts,
            Sessions sessions,
            Audit audit) {
        this.factors = factors;
        this.secrets = secrets;
        this.passkeys = passkeys;
        this.ceremonies = ceremonies;
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = audit;
    }

    /// Whether somebody has a second factor; a recovery code is one. Whose app ended with its key
    /// comes in by it, and no password alone sets up another app.
    public boolean hasSecondFactor(Person person) {
        return factors.hasApp(person.id())
                || factors.codesLeft(person.id()) > 0
                || !passkeys.of(person.id()).isEmpty();
    }

    /// Whether somebody has to give their second factor again before the next step: whoever has
    /// one shows it where it is not fresh, so that a tablet left open gives no account away.
    public boolean mustConfirm(Person person, HttpServletRequest request) {
        return hasSecondFactor(person) && !sessions.isFresh(request);
    }

    /// What an app shows beside its code.
    public String nameOf(Person person) {
        return accounts.nameOf(person.id()).orElse(person.role().words());
    }

    /// A secret for an app, remembered until the app's first code comes; the same one when the page
    /// is loaded again, so that a picture already read stays good.
    public byte[] beginApp(HttpServletRequest request) {
        return waiting(request).orElseGet(() -> freshSecret(request));
    }

    private byte[] freshSecret(HttpServletRequest request) {
        byte[] secret = Secret.bytes(OneTimeCode.SECRET_BYTES);
        ceremonies.remember(Kind.NEW_APP, secrets.sealNew(secret), request);
        return secret;
    }

    /// The secret that waits for its first code.
    public Optional<byte[]> waiting(HttpServletRequest request) {
        return ceremonies
                .find(Kind.NEW_APP, request)
                .map(Ceremony::value)
                .flatMap(secrets::openNew);
    }

    /// Takes the app in, if this is its code; answers fresh recovery codes.
    @Transactional
    public Optional<List<String>> addApp(Person person, String code, HttpServletRequest request) {
        Optional<Ceremony> waiting = ceremonies.find(Kind.NEW_APP, request);
        Optional<List<String>> codes = waiting.flatMap(each -> secrets.openNew(each.value()))
                .flatMap(secret -> factors.addApp(person.id(), secret, code));
        if (codes.isPresent() && waiting.isPresent()) {
            ceremonies.finish(waiting.get());
            audit.done(person.actor(), new Act("enrol-app", "person", person.id()));
        }
        return codes;
    }

    /// Fresh recovery codes in place of those before, to be shown once.
    @Transactional
    public List<String> renewCodes(Person person) {
        List<String> codes = factors.renewCodes(person.id());
        audit.done(person.actor(), new Act("enrol-recovery-codes", "person", person.id()));
        return codes;
    }
}
