package org.evenkeel.clinic.treatment.web;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.SignedIn;
import org.evenkeel.clinic.audit.Command;
import org.evenkeel.clinic.patient.Patients;
import org.evenkeel.clinic.protocols.Difference;
import org.evenkeel.clinic.protocols.Edition;
import org.evenkeel.clinic.protocols.Protocols;
import org.evenkeel.clinic.signature.Meaning;
import org.evenkeel.clinic.signature.SignatureView;
import org.evenkeel.clinic.treatment.Departures;
import org.evenkeel.clinic.treatment.Enrolment;
import org.evenkeel.clinic.treatment.MoveProtocol;
import org.evenkeel.clinic.treatment.Treatments;
import org.evenkeel.clinic.web.FormState;
import org.evenkeel.clinic.web.Page;
import org.evenkeel.clinic.web.Words;
import org.evenkeel.core.course.Deviation;
import org.evenkeel.core.protocol.Protocol;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Shows how a patient's treatments keep to their protocol, takes reasons, and puts a patient on
/// another protocol or version.
@Controller
class ProtocolCourseController {
    private static final String PATH = "/patients/{id}/protocol";
    private static final String MOVE = "/patients/{id}/protocol/move";

    private final Departures departures;
    private final MoveProtocol move;
    private final Treatments treatments;
    private final Protocols protocols;
    private final Patients patients;

    ProtocolCourseController(
            Departures departures,
            MoveProtocol move,
            Treatments treatments,
            Protocols protocols,
            Patients patients) {
        this.departures = departures;
        this.move = move;
        this.treatments = treatments;
        this.protocols = protocols;
        this.patients = patients;
    }

    /// What a page is asked for.
    private record Asked(Optional<UUID> to, String problem, String key) {
        static Asked plain() {
            return new Asked(Optional.empty(), "", UUID.randomUUID().toString());
        }
    }

    @GetMapping(PATH)
    @Needs(
            value = Permission.SEE_DEVIATIONS,
            act = "protocol-course-view",
            of = Needs.Subject.PATIENT)
    View course(@AuthenticationPrincipal Person person, @PathVariable UUID id) {
        return Page.of("treatment/course", page(person, id, Asked.plain()));
    }

    @PostMapping(PATH)
    @Needs(value = Permission.SEE_DEVIATIONS, act = "deviation-explain", of = Needs.Subject.PATIENT)
    View explain(
            @AuthenticationPrincipal Person person,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent) {
        FormState form = FormState.sent(sent);
        Command command = form.command();
        Optional<String> problem = form.isRight()
                ? day(form)
                        .map(on -> departures.explain(
                                person,
                                id,
                                new Departures.Said(
                                        on, form.value("kind"), form.value("reason"), command)))
                        .orElse(Optional.of("Choose one of the departures below."))
                : Optional.of(form.wrong(FormState.KEY));
        return problem.<View>map(words -> Page.refused(
                        "treatment/course",
                        page(person, id, new Asked(Optional.empty(), words, form.value("key")))))
                .orElseGet(() -> new RedirectView("/patients/" + id + "/protocol"));
    }

    @GetMapping(MOVE)
    @Needs(
            value = Permission.MOVE_PROTOCOL,
            act = "protocol-course-view",
            of = Needs.Subject.PATIENT,
            fresh = true)
    View form(
            SignedIn someone,
            @PathVariable UUID id,
            @RequestParam(name = "to", defaultValue = "") String to) {
        return Page.of(
                "treatment/move",
                page(
                        someone.person(),
                        id,
                        new Asked(uuid(to), "", UUID.randomUUID().toString())));
    }

    @PostMapping(MOVE)
    @Needs(
            value = Permission.MOVE_PROTOCOL,
            act = "sign-protocol-moved",
            of = Needs.Subject.PATIENT,
            fresh = true)
    View move(SignedIn someone, @PathVariable UUID id, @RequestParam Map<String, String> sent) {
        FormState form = FormState.sent(sent);
        Command command = form.command();
        Optional<UUID> to = uuid(form.value("to"));
        Optional<String> problem = form.isRight()
                ? move.move(
                        someone.person(),
                        someone.proof(),
                        id,
                        new MoveProtocol.Wanted(
                                uuid(form.value("from")),
                                to.orElse(new UUID(0, 0)),
                                form.value("reason"),
                                command))
                : Optional.of(form.wrong(FormState.KEY));
        return problem.<View>map(words -> Page.refused(
                        "treatment/move",
                        page(someone.person(), id, new Asked(to, words, form.value("key")))))
                .orElseGet(() -> new RedirectView("/patients/" + id + "/protocol"));
    }

    private ProtocolCoursePage page(Person person, UUID id, Asked asked) {
        UUID clinic = person.clinicId();
        Optional<Enrolment> on = treatments.enrolment(clinic, id);
        Optional<Edition> from =
                on.flatMap(each -> protocols.edition(clinic, each.protocol(), each.version()));
        Optional<Edition> to = asked.to().flatMap(each -> protocols.edition(clinic, each));
        return new ProtocolCoursePage(
                id,
                patients.find(clinic, id).orElseThrow(NotThere::new).name().full(),
                from.map(this::name).orElse("no protocol"),
                from.map(Edition::id),
                departures.of(person, id).stream()
                        .map(ProtocolCourseController::row)
                        .toList(),
                move.of(clinic, id).stream()
                        .map(moved -> new ProtocolCoursePage.Moved(
                                "On " + moved.to().protocol() + ", version "
                                        + moved.to().version() + ", since "
                                        + Words.day(moved.to().from()),
                                moved.reason(),
                                moved.signed().stream().map(SignatureView::of).toList()))
                        .toList(),
                protocols.editions(clinic).stream()
                        .filter(protocols::enrols)
                        .filter(each -> !from.equals(Optional.of(each)))
                        .map(each -> new ProtocolCoursePage.Choice(each.id(), name(each)))
                        .toList(),
                to.map(Edition::id),
                from.flatMap(was -> to.map(will -> Difference.between(was, will))),
                Meaning.PROTOCOL_MOVED.sentence(),
                person.name() + ", " + person.role().words(),
                asked.problem(),
                asked.key());
    }

    private String name(Edition edition) {
        return protocols.protocol(edition).map(Protocol::title).orElse("") + " ("
                + edition.protocol() + ", version " + edition.version() + ")";
    }

    private static ProtocolCoursePage.Row row(Departures.Departure departure) {
        Deviation deviation = departure.deviation();
        LocalDate day = LocalDate.ofEpochDay(deviation.day());
        String words = switch (deviation) {
            case Deviation.OutsideWindow(int _, int earliest, int latest) ->
                "treated on " + Words.day(day) + ", outside " + window(earliest, latest);
            case Deviation.OtherDose dose ->
                Words.amount(dose.given().value()) + " mg on " + Words.day(day)
                        + "; the rule gives " + Words.amount(dose.least().value()) + " to "
                        + Words.amount(dose.most().value()) + " mg, with its rounding";
            case Deviation.Skipped(int latest, int earliest) ->
                "no treatment in " + window(earliest, latest);
        };
        return new ProtocolCoursePage.Row(
                day.toString(), Departures.kind(deviation), words, departure.reason());
    }

    private static String window(int earliest, int latest) {
        return Words.day(LocalDate.ofEpochDay(earliest)) + " to "
                + Words.day(LocalDate.ofEpochDay(latest));
    }

    private static Optional<LocalDate> day(FormState form) {
        try {
            return Optional.of(LocalDate.parse(form.value("day")));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
