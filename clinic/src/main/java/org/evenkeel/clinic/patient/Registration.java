package org.evenkeel.clinic.patient;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.content.EligibilityContent;
import org.evenkeel.clinic.patient.Patient.Sex;
import org.evenkeel.clinic.web.FormState;
import org.evenkeel.core.history.Plausible.Verdict;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Registers one patient from a form. It puts nobody on a protocol: that takes a signed plan.
@Service
public class Registration {
    /// Field that is set where somebody of the same name and day of birth is somebody else.
    public static final String OTHER = "other";

    private static final int MOST_NAME = 100;
    /// Nobody known became older.
    private static final int MOST_YEARS = 125;

    private final Patients patients;
    private final EligibilityContent content;
    private final Audit audit;
    private final InstantSource clock;

    Registration(Patients patients, EligibilityContent content, Audit audit, InstantSource clock) {
        this.patients = patients;
        this.content = content;
        this.audit = audit;
        this.clock = clock;
    }

    /// Registers whom the form tells of, or notes in the form what is wrong. The same form sent
    /// twice makes one patient.
    ///
    /// @return the patient's id, or empty where something is wrong
    @Transactional
    public Optional<UUID> from(FormState form, Person person) {
        UUID key = form.key();
        if (audit.isKnown(form.command())) {
            return Optional.of(idOf(key));
        }
        Patient.Name name = new Patient.Name(name(form, "given"), name(form, "family"));
        Optional<LocalDate> born = born(form, person.today(clock));
        Optional<Sex> sex = form.choice("sex", Sex.class);
        Optional<BigDecimal> height = height(form);
        born.ifPresent(day -> askWhetherOther(form, person, name, day));
        if (!form.isRight()) {
            return Optional.empty();
        }
        Patient patient =
                new Patient(idOf(key), person.clinicId(), name, born, sex.orElseThrow(), height);
        Act act = Act.onPatient("patient-register", patient.id());
        audit.take(form.command(), person.actor(), act);
        patients.register(List.of(patient));
        audit.done(person.actor(), act);
        return Optional.of(patient.id());
    }

    /// Random as the form's key is, and the same whenever that form comes.
    private static UUID idOf(UUID key) {
        return UUID.nameUUIDFromBytes(("patient " + key).getBytes(UTF_8));
    }

    private static String name(FormState form, String field) {
        String name = form.value(field);
        if (name.isEmpty() || name.length() > MOST_NAME) {
            form.reject(field, "Enter the name, in up to " + MOST_NAME + " characters.");
        }
        return name;
    }

    private static Optional<LocalDate> born(FormState form, LocalDate today) {
        return form.pastDay(
                "born",
                today,
                today.minusYears(MOST_YEARS).plusDays(1),
                "Nobody is that old: look at the year once more.");
    }

    private Optional<BigDecimal> height(FormState form) {
        if (form.value("height").isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> height = form.positive("height");
        height.map(value -> content.plausible().judge("height", "cm", value, Optional.empty()))
                .filter(Verdict.Impossible.class::isInstance)
                .map(Verdict.Impossible.class::cast)
                .ifPresent(wrong -> form.reject(
                        "height",
                        "Outside " + wrong.range().least().value() + " to "
                                + wrong.range().most().value()
                                + " cm: a point or a nought too far?"));
        return height;
    }

    private void askWhetherOther(FormState form, Person person, Patient.Name name, LocalDate born) {
        if (form.value(OTHER).isEmpty() && patients.isKnown(person.clinicId(), name, born)) {
            form.reject(
                    OTHER,
                    "A patient of this name and day of birth is registered already. If this is"
                            + " somebody else, say so below.");
        }
    }
}
