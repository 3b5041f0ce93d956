package org.evenkeel.clinic.treatment;

import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.content.ClinicContent;
import org.evenkeel.clinic.patient.Patient;
import org.evenkeel.clinic.patient.Patients;
import org.evenkeel.clinic.protocols.Protocols;
import org.evenkeel.clinic.web.Correction;
import org.evenkeel.clinic.web.FormState;
import org.evenkeel.core.course.Administration;
import org.evenkeel.core.protocol.Drug;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.ProtocolId;
import org.evenkeel.core.protocol.Route;
import org.evenkeel.core.units.Kg;
import org.evenkeel.core.units.Mg;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Records a treatment that was given, corrects one and takes one back.
///
/// A correction passes the checks of a new treatment, with the one it corrects left out. What asks
/// or withholds before a treatment is about its day: it is asked again where the day changes.
@Service
public class RecordTreatment {
    /// Field of the form with the reason that answers what asks for one.
    public static final String REASON = "hold-reason";

    /// Field of the form with what asked when it was shown, as [Hold#seen] has it.
    public static final String SEEN = "holds-seen";

    /// Field of the form with the figures that were looked at again, as [#figures] has them.
    public static final String CHECKED = "figures-checked";

    private static final int MOST_MINUTE_DIGITS = 4;
    private static final int MOST_REASON = 500;

    private final Treatments treatments;
    private final Patients patients;
    private final ClinicContent content;
    private final Protocols protocols;
    private final ConfirmLimits limits;
    private final Holds holds;
    private final Audit audit;
    private final InstantSource clock;

    RecordTreatment(
            Treatments treatments,
            Patients patients,
            ClinicContent content,
            Protocols protocols,
            ConfirmLimits limits,
            Holds holds,
            Audit audit,
            InstantSource clock) {
        this.treatments = treatments;
        this.patients = patients;
        this.content = content;
        this.protocols = protocols;
        this.limits = limits;
        this.holds = holds;
        this.audit = audit;
        this.clock = clock;
    }

    /// The protocol a patient is on.
    public Protocol protocolOf(Person person, UUID patientId) {
        return treatments
                .enrolment(person.clinicId(), patientId)
                .flatMap(enrolment -> protocols.findOrLatest(
                        person.clinicId(), enrolment.protocol(), enrolment.version()))
                .or(() -> protocols.latest(
                        person.clinicId(), new ProtocolId(person.clinic().protocol())))
                .orElseThrow(NotThere::new);
    }

    /// Reads the form and records, corrects or takes back, or notes in the form what is wrong.
    /// Answers whether that is done, now or when the same form came before.
    @Transactional
    public boolean from(FormState form, Person person, UUID patientId) {
        Patient patient = patients.lock(person.clinicId(), patientId).orElseThrow(NotThere::new);
        // A form sent again must be known before its own first effect is taken for a duplicate.
        if (audit.isKnown(form.command())) {
            return true;
        }
        if (!Correction.isTakenBack(form) && limits.isWaiting(person.clinic())) {
            form.reject("day", ConfirmLimits.WAITING);
        }
        Case about = about(form, person, patient);
        return Correction.isTakenBack(form)
                ? takenBack(form, person, about)
                : recorded(form, person, about);
    }

    /// Whose treatment a form is about.
    ///
    /// @param recorded what is recorded of them, without the one that is corrected
    /// @param corrects the one that is corrected
    private record Case(
            Patient patient,
            List<TreatmentGiven> recorded,
            Optional<TreatmentGiven> corrects,
            Optional<Correction> correction) {

        private boolean isOfDay(LocalDate day) {
            return corrects.filter(each -> each.on().equals(day)).isPresent();
        }
    }

    private Case about(FormState form, Person person, Patient patient) {
        List<Recorded> standing = treatments.standing(person.clinicId(), patient.id());
        Optional<Correction> correction =
                Correction.read(form, standing.stream().map(Recorded::id).toList());
        String corrects = form.value(Correction.CORRECTS);
        return new Case(
                patient,
                standing.stream()
                        .filter(each -> !each.id().toString().equals(corrects))
                        .map(Recorded::given)
                        .toList(),
                standing.stream()
                        .filter(each -> each.id().toString().equals(corrects))
                        .map(Recorded::given)
                        .findFirst(),
                correction);
    }

    private boolean takenBack(FormState form, Person person, Case about) {
        if (!form.isRight() || about.corrects().isEmpty()) {
            return false;
        }
        Act act = Act.onPatient("treatment-take-back", about.patient().id());
        audit.take(form.command(), person.actor(), act);
        treatments.takeBack(
                person.actor(), about.corrects().get(), about.correction().orElseThrow());
        audit.done(person.actor(), act);
        return true;
    }

    private boolean recorded(FormState form, Person person, Case about) {
        Optional<TreatmentGiven> read = read(form, person, about);
        List<Hold> held = read.filter(given -> !about.isOfDay(given.on()))
                .map(given -> held(form, person, given))
                .orElse(List.of());
        List<Hold> slips = read.map(given -> slips(form, person, about, given)).orElse(List.of());
        if (!form.isRight() || read.isEmpty()) {
            return false;
        }
        Act act = Act.onPatient(
                about.correction().isPresent() ? "treatment-correct" : "treatment-record",
                about.patient().id());
        audit.take(form.command(), person.actor(), act);
        about.correction()
                .ifPresentOrElse(
                        correction -> treatments.correct(person.actor(), read.get(), correction),
                        () -> treatments.append(person.actor(), List.of(read.get())));
        holds.answered(person.actor(), read.get(), held, form.value(REASON));
        holds.answered(person.actor(), read.get(), slips, "looked at again: " + figures(form));
        audit.done(person.actor(), act);
        return true;
    }

    /// What asked for a reason and got one. What withholds, or got none, is noted in the form.
    private List<Hold> held(FormState form, Person person, TreatmentGiven given) {
        List<Hold> all = holds.of(person.clinicId(), given.patientId(), given.on());
        Hold.withholding(all).forEach(hold -> form.reject("day", hold.words()));
        List<Hold> asking = Hold.asking(all);
        String reason = form.value(REASON);
        if (!asking.isEmpty() && reason.isEmpty()) {
            form.reject(REASON, "Something is open before this treatment: say why it was given.");
        }
        // A reason answers what was read, not what came since or holds on another day.
        if (!Hold.areSeen(asking, form.value(SEEN))) {
            form.reject(REASON, "Something else is open now: read it above, and say why.");
        }
        if (reason.length() > MOST_REASON) {
            form.reject(
                    REASON,
                    "The reason may have up to " + MOST_REASON + " characters, it has "
                            + reason.length() + ".");
        }
        return asking;
    }

    /// The figures of a form, as somebody confirms them: another figure needs confirming anew.
    public static String figures(FormState form) {
        String weight = form.value("weight");
        return form.value("dose") + " mg"
                + (weight.isEmpty() ? ", no weight" : " at " + weight + " kg");
    }

    /// Figures that look mistaken and were confirmed. What was not is noted in the form.
    private List<Hold> slips(FormState form, Person person, Case about, TreatmentGiven given) {
        List<Hold> slips = checkOf(person, about, given).asks().stream()
                .map(slip -> new Hold(
                        "unit-slip." + slip.what(),
                        Hold.Effect.ASK,
                        slip.sentence(),
                        "",
                        slip.what().equals(TreatmentCheck.CAP)
                                ? "the dose rule of the protocol"
                                : "arithmetic of units",
                        false))
                .toList();
        if (form.isRight() && !form.value(CHECKED).equals(figures(form))) {
            slips.forEach(slip -> form.reject(CHECKED, slip.words()));
        }
        return slips;
    }

    private TreatmentCheck checkOf(Person person, Case about, TreatmentGiven given) {
        Patient patient = about.patient();
        List<Administration> recorded =
                about.recorded().stream().map(TreatmentGiven::what).toList();
        return new TreatmentCheck(
                protocolOf(person, patient.id()),
                protocols.published(person.clinicId()),
                given.what(),
                new TreatmentCheck.Subject(patient.body(Optional.empty(), given.on()), recorded),
                content.limits());
    }

    private Optional<TreatmentGiven> read(FormState form, Person person, Case about) {
        Patient patient = about.patient();
        Optional<LocalDate> day = form.pastDay("day", person.today(clock), patient.birthDate());
        Optional<Drug> drug = form.choice("drug", Drug.class);
        Optional<Route> route = form.choice("route", Route.class);
        Optional<BigDecimal> dose = form.positive("dose");
        Optional<BigDecimal> weight = form.positive("weight");
        Optional<Integer> minutes = minutes(form);
        if (!form.isRight()) {
            return Optional.empty();
        }
        Administration what = new Administration(
                (int) day.orElseThrow().toEpochDay(),
                drug.orElseThrow(),
                route.orElseThrow(),
                dose.map(Mg::new),
                weight.map(Kg::new),
                Optional.empty());
        var given = new TreatmentGiven(patient.id(), day.orElseThrow(), what, minutes);
        check(form, person, about, given);
        return Optional.of(given);
    }

    private void check(FormState form, Person person, Case about, TreatmentGiven given) {
        checkOf(person, about, given)
                .stops(given.minutes())
                .forEach(stop -> form.reject(stop.what(), stop.sentence()));
        if (about.recorded().stream().anyMatch(each -> isSame(each, given))) {
            form.reject("day", "The same treatment is recorded on that day already.");
        }
        if (about.corrects().filter(each -> isUnchanged(each, given)).isPresent()) {
            form.reject(Correction.CORRECTS, "Nothing is different from what is recorded.");
        }
    }

    private static boolean isSame(TreatmentGiven one, TreatmentGiven other) {
        return one.on().equals(other.on())
                && one.what().drug() == other.what().drug()
                && one.what().route() == other.what().route()
                && amount(one).compareTo(amount(other)) == 0;
    }

    private static boolean isUnchanged(TreatmentGiven one, TreatmentGiven other) {
        return isSame(one, other)
                && one.minutes().equals(other.minutes())
                && weight(one).compareTo(weight(other)) == 0;
    }

    private static BigDecimal weight(TreatmentGiven given) {
        return given.what().weight().map(Kg::value).orElse(BigDecimal.ZERO);
    }

    private static BigDecimal amount(TreatmentGiven given) {
        return given.what().dose().map(Mg::value).orElse(BigDecimal.ZERO);
    }

    private static Optional<Integer> minutes(FormState form) {
        String text = form.value("minutes");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.length() <= MOST_MINUTE_DIGITS && text.matches("[1-9]\\d*")) {
            return Optional.of(Integer.valueOf(text));
        }
        form.reject("minutes", "Enter whole minutes, or leave it empty.");
        return Optional.empty();
    }
}
