package org.evenkeel.clinic.access;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// For whom this thread works. Every transaction tells it to the database when it begins, and
/// the database shows that transaction no row beyond it. A thread that says nothing reaches no
/// patient: it can only sign somebody in.
///
/// @param clinicId the clinic acted in
/// @param personId who acts; nobody for a job
/// @param patientId the one patient reached, for [Span#PATIENT]
/// @param span how far it reaches
public record Acting(
        Optional<UUID> clinicId, Optional<UUID> personId, Optional<UUID> patientId, Span span) {

    private static final Acting NOBODY =
            new Acting(Optional.empty(), Optional.empty(), Optional.empty(), Span.SIGN_IN);
    private static final ThreadLocal<@Nullable Acting> CURRENT = new ThreadLocal<>();

    /// How far an act reaches.
    public enum Span {
        /// people and clinics, no patient
        SIGN_IN("sign-in"),
        /// one patient
        PATIENT("patient"),
        /// the patients whom the person looks after
        CARE_TEAM("care-team"),
        /// every patient of the clinic
        CLINIC("clinic");

        private final String words;

        Span(String words) {
            this.words = words;
        }

        /// As the database is told.
        public String words() {
            return words;
        }
    }

    /// A job of a clinic, for nobody in particular.
    public static Acting inClinic(UUID clinicId) {
        return new Acting(Optional.of(clinicId), Optional.empty(), Optional.empty(), Span.CLINIC);
    }

    /// Somebody, with one patient.
    public static Acting onPatient(Person person, UUID patientId) {
        return new Acting(
                Optional.of(person.clinicId()),
                Optional.of(person.id()),
                Optional.of(patientId),
                Span.PATIENT);
    }

    /// Somebody, in their clinic.
    public static Acting as(Person person, Span span) {
        return new Acting(
                Optional.of(person.clinicId()), Optional.of(person.id()), Optional.empty(), span);
    }

    /// For whom this thread works now.
    public static Acting current() {
        Acting acting = CURRENT.get();
        return acting == null ? NOBODY : acting;
    }

    /// Works for somebody, and afterwards for whoever it was before.
    public <T extends @Nullable Object> T call(Supplier<T> work) {
        requireNoTransaction();
        Acting before = CURRENT.get();
        CURRENT.set(this);
        try {
            return work.get();
        } finally {
            restore(before);
        }
    }

    /// Works for somebody, and afterwards for whoever it was before.
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    /// From here on this thread works for somebody, until [#end()].
    public void begin() {
        requireNoTransaction();
        CURRENT.set(this);
    }

    /// From here on this thread works for nobody.
    public static void end() {
        CURRENT.remove();
    }

    private static void restore(@Nullable Acting before) {
        if (before == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(before);
        }
    }

    /// A transaction has told the database whom it works for, once and for all.
    private static void requireNoTransaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("who acts is said before a transaction begins");
        }
    }
}
