package org.evenkeel.clinic.identity.internal;

import jakarta.servlet.http.HttpServletRequest;

import org.evenkeel.clinic.access.Factor;
import org.evenkeel.clinic.access.Person;
import org.springframework.stereotype.Component;

import java.util.Optional;

/// Whether a code is somebody's, at the door or within a session. A device they signed in from
/// before has tries of its own: whoever knows their password and guesses elsewhere does not keep
/// them from signing what they have to sign.
@Component
public class CodeCheck {
    private final SecondFactors factors;
    private final Accounts accounts;
    private final SessionCookie cookie;
    private final TryLimits limits;

    CodeCheck(SecondFactors factors, Accounts accounts, SessionCookie cookie, TryLimits limits) {
        this.factors = factors;
        this.accounts = accounts;
        this.cookie = cookie;
        this.limits = limits;
    }

    /// What came of it.
    public sealed interface Answer {
        /// It is theirs, and used up now.
        record Right(Factor factor) implements Answer {}

        /// It is not, or was used already.
        record Wrong() implements Answer {}

        /// Too many tries; nothing was looked at.
        record Wait() implements Answer {}
    }

    /// Looks at what somebody typed and uses it up where it is right.
    public Answer check(Person person, String typed, HttpServletRequest request) {
        if (!mayTry(person, request)) {
            return new Answer.Wait();
        }
        Optional<Factor> factor = factors.use(person.id(), typed);
        if (factor.isPresent()) {
            limits.forget(account(person), request);
        }
        return factor.<Answer>map(Answer.Right::new).orElseGet(Answer.Wrong::new);
    }

    private boolean mayTry(Person person, HttpServletRequest request) {
        return cookie.device(request)
                        .filter(device -> accounts.isKnownDevice(device, person.id()))
                        .filter(device -> limits.takeKnownCode(account(person), device))
                        .isPresent()
                || limits.take(account(person), request);
    }

    private static String account(Person person) {
        return "code " + person.id();
    }
}
