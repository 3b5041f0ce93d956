package org.evenkeel.core.consent;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Whether there is consent to a treatment.
public sealed interface Validity {
    /// There is.
    ///
    /// @param given the one that counts
    /// @param through the last day it holds
    record Holds(Consents.Given given, LocalDate through) implements Validity {}

    /// There is not.
    ///
    /// @param lacks every reason, at least one
    record Lacking(List<Lack> lacks) implements Validity {
        public Lacking {
            lacks = List.copyOf(lacks);
            if (lacks.isEmpty()) {
                throw new IllegalArgumentException("what lacks must have a reason");
            }
        }
    }

    /// Where nobody can be asked, because no text is about what is to be done.
    static Lacking withoutText() {
        return new Lacking(List.of(new Lack(Reason.NO_TEXT, Set.of())));
    }

    /// What lacks.
    ///
    /// @param reason why
    /// @param what of it, where there is more to say: ids of risks
    record Lack(Reason reason, Set<String> what) {
        public Lack {
            what = Set.copyOf(what);
        }

        /// In a sentence.
        public String words() {
            return what.isEmpty()
                    ? reason.words()
                    : reason.words() + ": "
                            + String.join(", ", what.stream().sorted().toList());
        }
    }

    /// Why a consent does not hold.
    enum Reason {
        NO_TEXT("There is no text to agree to for this use"),
        NEVER_GIVEN("The patient has not agreed to treatment"),
        WITHDRAWN("The patient took their agreement back"),
        TOO_OLD("The agreement is too old and must be asked for again"),
        TEXT_CHANGED("The text has changed since the patient agreed"),
        ROUTE_CHANGED("The patient agreed to another drug or route"),
        LABEL_CHANGED("Whether this use is approved has changed since the patient agreed"),
        RISK_CHANGED("A risk of the patient's own was not known when they agreed");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /// In a sentence without its full stop.
        public String words() {
            return words;
        }

        /// As it is kept, kebab-case.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
