package org.evenkeel.clinic.eligibility.web;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.SignedIn;
import org.evenkeel.clinic.content.EligibilityContent;
import org.evenkeel.clinic.eligibility.DecideEligibility;
import org.evenkeel.clinic.eligibility.Decision;
import org.evenkeel.clinic.eligibility.Decision.Verdict;
import org.evenkeel.clinic.eligibility.Eligibility;
import org.evenkeel.clinic.eligibility.Screened;
import org.evenkeel.clinic.eligibility.Screenings;
import org.evenkeel.clinic.eligibility.Standing;
import org.evenkeel.clinic.eligibility.web.DecisionPage.Blocking;
import org.evenkeel.clinic.eligibility.web.EligibilityPage.Against;
import org.evenkeel.clinic.eligibility.web.EligibilityPage.Choice;
import org.evenkeel.clinic.eligibility.web.EligibilityPage.Made;
import org.evenkeel.clinic.patient.Patients;
import org.evenkeel.clinic.signature.Meaning;
import org.evenkeel.clinic.signature.SignatureView;
import org.evenkeel.clinic.signature.Signatures;
import org.evenkeel.clinic.signature.Signed;
import org.evenkeel.clinic.web.FormState;
import org.evenkeel.clinic.web.Page;
import org.evenkeel.clinic.web.Words;
import org.evenkeel.core.eligibility.Screening.Result;
import org.evenkeel.core.eligibility.Screening.State;
import org.evenkeel.core.protocol.Protocol;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// What the rules say of a patient, and the decision a prescriber signs.
@Controller
class EligibilityController {
    private static final String PATH = "/patients/{id}/eligibility";
    private static final String DECISION = PATH + "/decision";
    private static final String PROTOCOL = "protocol";

    private final Screenings screenings;
    private final Eligibility eligibility;
    private final DecideEligibility decide;
    private final Patients patients;
    private final Signatures signatures;
    private final EligibilityContent content;
    private final InstantSource clock;

    EligibilityController(
            Screenings screenings,
            Eligibility eligibility,
            DecideEligibility decide,
            Patients patients,
            Signatures signatures,
            EligibilityContent content,
            InstantSource clock) {
        this.screenings = screenings;
        this.eligibility = eligibility;
        this.decide = decide;
        this.patients = patients;
        this.signatures = signatures;
        this.content = content;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @Needs(value = Permission.SEE_COURSES, act = "eligibility-view", of = Needs.Subject.PATIENT)
    View eligibility(
            @AuthenticationPrincipal Person person,
            @PathVariable UUID id,
            @RequestParam(name = PROTOCOL, defaultValue = "") String asked) {
        String name = name(person, id);
        Protocol protocol = protocol(person, id, asked);
        Screened screened = screened(person, id, protocol);
        EligibilityView view = new EligibilityView(content, screened);
        return Page.of(
                "eligibility/eligibility",
                new EligibilityPage(
                        id,
                        name,
                        protocol.title(),
                        protocol.id().value(),
                        screenings.offered(person.clinicId()).stream()
                                .map(each -> new Choice(
                                        each.id().value(),
                                        each.title(),
                                        each.id().equals(protocol.id())))
                                .toList(),
                        view.verdict(standing(person, id, protocol)),
                        view.dots(),
                        view.groups(),
                        view.stages(),
                        view.steps(),
                        decisions(person, id, screened)));
    }

    @GetMapping(DECISION)
    @Needs(
            value = Permission.DECIDE_ELIGIBILITY,
            act = "eligibility-form",
            of = Needs.Subject.PATIENT,
            fresh = true)
    View form(
            SignedIn someone,
            @PathVariable UUID id,
            @RequestParam(name = PROTOCOL, defaultValue = "") String asked) {
        Person person = someone.person();
        Screened screened = screened(person, id, protocol(person, id, asked));
        return Page.of(
                "eligibility/decision",
                decision(
                        person,
                        id,
                        screened,
                        FormState.fresh(Map.of(DecideEligibility.SEEN, screened.seen()))));
    }

    @PostMapping(DECISION)
    @Needs(
            value = Permission.DECIDE_ELIGIBILITY,
            act = "eligibility-decide",
            of = Needs.Subject.PATIENT,
            fresh = true)
    View decide(SignedIn someone, @PathVariable UUID id, @RequestParam Map<String, String> sent) {
        Person person = someone.person();
        FormState form = FormState.sent(sent);
        Protocol protocol = protocol(person, id, form.value(PROTOCOL));
        return decide.from(form, person, someone.proof(), id, protocol)
                ? new RedirectView("/patients/" + id + "/eligibility?protocol="
                        + protocol.id().value())
                : Page.refused(
                        "eligibility/decision",
                        decision(person, id, screened(person, id, protocol), form));
    }

    private String name(Person person, UUID id) {
        return patients.find(person.clinicId(), id)
                .orElseThrow(NotThere::new)
                .name()
                .full();
    }

    private Protocol protocol(Person person, UUID id, String asked) {
        return screenings.offered(person.clinicId()).stream()
                .filter(each -> each.id().value().equals(asked))
                .findFirst()
                .orElseGet(() -> screenings.protocolOf(person.clinic(), id));
    }

    private Screened screened(Person person, UUID id, Protocol protocol) {
        return screenings
                .of(person.clinicId(), id, protocol, person.today(clock))
                .orElseThrow(NotThere::new);
    }

    private String standing(Person person, UUID id, Protocol protocol) {
        LocalDate today = person.today(clock);
        return switch (eligibility.standing(person.clinicId(), id, protocol.id(), today)) {
            case Standing.None _ -> "Nobody has decided yet.";
            case Standing.Decided decided ->
                decided.decision().name() + " signed on "
                        + Words.day(decided.decision().basis().day())
                        + " that the patient may be treated; it holds until "
                        + Words.day(decided.validUntil()) + ".";
            case Standing.Refused refused ->
                refused.decision().name() + " signed on "
                        + Words.day(refused.decision().basis().day())
                        + " that the patient is not to be treated.";
            case Standing.Lapsed(Decision _, String why) -> why;
        };
    }

    /// A rule of a pack that holds no more is called by its name.
    private List<Against> against(Decision decision, Person person, Screened screened) {
        Map<String, String> words = screened.screening().results().stream()
                .collect(Collectors.toMap(
                        Screened::name, result -> result.rule().words().value()));
        return decide.against(person.clinicId(), decision).entrySet().stream()
                .map(each -> new Against(
                        words.getOrDefault(each.getKey(), each.getKey()), each.getValue()))
                .toList();
    }

    private List<Made> decisions(Person person, UUID id, Screened screened) {
        List<Signed> signed = signatures.of(person.clinicId(), id);
        return decide.of(person.clinicId(), id).stream()
                .map(each -> made(each, person, screened, signed))
                .toList();
    }

    private Made made(Decision decision, Person person, Screened screened, List<Signed> signed) {
        return new Made(
                decision.name(),
                decision.verdict() == Verdict.TREAT ? "may be treated" : "is not to be treated",
                Words.time(decision.at(), person.clinic().zone()),
                decision.reason(),
                against(decision, person, screened),
                decision.protocol() + " " + decision.version() + "; "
                        + decision.basis().packs().replace("\n", ", ") + "; chart "
                        + decision.basis().chart().substring(0, 12),
                SignatureView.about(decision.id(), signed));
    }

    private DecisionPage decision(Person person, UUID id, Screened screened, FormState form) {
        return new DecisionPage(
                id,
                name(person, id),
                screened.protocol().title(),
                screened.protocol().id().value(),
                new EligibilityView(content, screened).verdict(""),
                screened.blocking().stream()
                        .map(result -> blocking(screened, result))
                        .toList(),
                screened.toReview().stream()
                        .map(result -> result.rule().words().value()
                                + (result.state() == State.OPEN ? " Not known." : ""))
                        .toList(),
                screened.packs().stream().map(EligibilityView::title).toList(),
                Words.day(screened.screening()
                        .day()
                        .plusDays(content.workUp().decisionHolds().value())),
                Meaning.ELIGIBILITY_DECIDED.sentence(),
                person.name() + ", " + person.role().words(),
                form.wrong(DecideEligibility.SEEN).isEmpty()
                        ? form
                        : form.with(DecideEligibility.SEEN, screened.seen()));
    }

    private static Blocking blocking(Screened screened, Result result) {
        boolean open = result.state() == State.OPEN;
        return new Blocking(
                DecideEligibility.AGAINST + Screened.name(result),
                result.rule().words().value()
                        + (open && screened.standsAgainst(result)
                                ? " It was so when it was last told."
                                : ""),
                open,
                !result.rule().overridable());
    }
}
