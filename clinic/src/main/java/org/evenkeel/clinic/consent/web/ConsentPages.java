package org.evenkeel.clinic.consent.web;

import org.evenkeel.clinic.access.Clinic;
import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.consent.ConsentStandings;
import org.evenkeel.clinic.consent.Conversation.Chosen;
import org.evenkeel.clinic.consent.SignedConsent;
import org.evenkeel.clinic.consent.TakeConsent;
import org.evenkeel.clinic.consent.TakeConsent.Reading;
import org.evenkeel.clinic.consent.Withdrawal;
import org.evenkeel.clinic.content.ConsentContent;
import org.evenkeel.clinic.content.Figure;
import org.evenkeel.clinic.patient.Patients;
import org.evenkeel.clinic.protocols.Protocols;
import org.evenkeel.clinic.signature.Meaning;
import org.evenkeel.clinic.signature.SignatureView;
import org.evenkeel.clinic.signature.Signatures;
import org.evenkeel.clinic.treatment.Treatments;
import org.evenkeel.clinic.web.FormState;
import org.evenkeel.clinic.web.Words;
import org.evenkeel.core.consent.Choice;
import org.evenkeel.core.consent.Consents;
import org.evenkeel.core.consent.Label;
import org.evenkeel.core.consent.Manner;
import org.evenkeel.core.consent.Validity;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.ProtocolId;
import org.springframework.stereotype.Component;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes the pages of consent, the same for staff and for patients.
@Component
class ConsentPages {
    private final TakeConsent take;
    private final ConsentStandings standings;
    private final ConsentContent texts;
    private final Protocols protocols;
    private final Treatments treatments;
    private final Patients patients;
    private final Signatures signatures;
    private final InstantSource clock;

    ConsentPages(
            TakeConsent take,
            ConsentStandings standings,
            ConsentContent texts,
            Protocols protocols,
            Treatments treatments,
            Patients patients,
            Signatures signatures,
            InstantSource clock) {
        this.take = take;
        this.standings = standings;
        this.texts = texts;
        this.protocols = protocols;
        this.treatments = treatments;
        this.patients = patients;
        this.signatures = signatures;
        this.clock = clock;
    }

    private static boolean isOwn(Person person, UUID patient) {
        return person.patientId().filter(patient::equals).isPresent();
    }

    static String base(Person person, UUID patient) {
        return isOwn(person, patient) ? "/me" : "/patients/" + patient;
    }

    private String name(Person person, UUID patient) {
        return patients.find(person.clinicId(), patient)
                .orElseThrow(NotThere::new)
                .name()
                .full();
    }

    /// The manner of treatment of the protocol a patient is on, or of the clinic's own.
    private Optional<Manner> manner(Clinic clinic, UUID patient) {
        return treatments
                .enrolment(clinic.id(), patient)
                .flatMap(each ->
                        protocols.findOrLatest(clinic.id(), each.protocol(), each.version()))
                .or(() -> protocols.latest(clinic.id(), new ProtocolId(clinic.protocol())))
                .flatMap((Protocol each) -> Manner.of(each));
    }

    ConsentsPage consents(Person person, UUID patient, FormState form) {
        LocalDate today = person.today(clock);
        Optional<Manner> manner = manner(person.clinic(), patient);
        Optional<Validity> validity =
                manner.map(each -> standings.of(person.clinicId(), patient, each, today));
        Consents consents = standings.of(person.clinicId(), patient, today);
        boolean own = isOwn(person, patient);
        return new ConsentsPage(
                base(person, patient),
                own,
                name(person, patient),
                validity.map(ConsentPages::words).orElse(List.of()),
                validity.filter(Validity.Holds.class::isInstance).isPresent(),
                take.open(person, patient).isPresent(),
                own ? List.of() : choices(manner),
                own ? List.of() : figures(manner),
                Arrays.stream(Choice.values())
                        .map(each -> new ConsentsPage.Stance(
                                each.code(), words(each), consents.agrees(each)))
                        .toList(),
                take.signed(person.clinicId(), patient).stream()
                        .map(ConsentPages::signed)
                        .toList(),
                take.withdrawn(person.clinicId(), patient).stream()
                        .map(ConsentPages::taken)
                        .toList(),
                form);
    }

    /// The figures of a text, so that whoever puts it before a patient can look at their sources.
    private List<Figure> figures(Optional<Manner> manner) {
        return manner.flatMap(texts::text).stream()
                .flatMap(text -> Stream.concat(
                        text.sections().stream()
                                .flatMap(section -> section.facts().stream())
                                .map(fact -> Figure.of(fact.value(), fact)),
                        Stream.of(Figure.of(
                                "It is asked for again after " + text.months().value() + " months.",
                                text.months()))))
                .toList();
    }

    private List<ConsentsPage.Text> choices(Optional<Manner> proposed) {
        return texts.texts().stream()
                .map(text -> new ConsentsPage.Text(
                        text.use().code(),
                        words(text.use()) + " (version " + text.version() + ", " + text.review()
                                + ")",
                        proposed.filter(text.use()::equals).isPresent()))
                .toList();
    }

    private static List<String> words(Validity validity) {
        return switch (validity) {
            case Validity.Holds(Consents.Given given, LocalDate through) ->
                List.of("Agreed on " + Words.day(given.on()) + "; this holds through "
                        + Words.day(through) + ".");
            case Validity.Lacking(List<Validity.Lack> lacks) ->
                lacks.stream().map(each -> each.words() + ".").toList();
        };
    }

    private static ConsentsPage.Signed signed(SignedConsent each) {
        return new ConsentsPage.Signed(
                each.id().toString(),
                Words.day(each.on()) + ": " + words(each.manner()) + ", version "
                        + each.text().version() + ", " + words(each.way()),
                agreed(each.agreed()));
    }

    private static String taken(Withdrawal each) {
        String reason = each.reason().isEmpty() ? "" : " Reason: " + each.reason();
        return Words.day(each.on()) + ": " + words(each.choice()) + " was taken back." + reason;
    }

    ReadPage read(Person person, Reading reading, boolean asking, FormState form) {
        UUID patient = reading.conversation().patientId();
        return new ReadPage(
                base(person, patient),
                isOwn(person, patient),
                reading,
                words(reading.text().use()),
                asking,
                form);
    }

    ChoicesPage choices(Person person, Reading reading, FormState form) {
        UUID patient = reading.conversation().patientId();
        return new ChoicesPage(base(person, patient), isOwn(person, patient), reading, form);
    }

    SignPage sign(Person person, Reading reading, Chosen chosen, String problem) {
        UUID patient = reading.conversation().patientId();
        boolean own = isOwn(person, patient);
        return new SignPage(
                base(person, patient),
                own,
                name(person, patient),
                words(reading.text().use()),
                reading.text().options().stream()
                        .map(option -> (chosen.agreed().contains(option.choice()) ? "Yes" : "No")
                                + ": " + option.words())
                        .toList(),
                chosen.typedName(),
                chosen.interpreter(),
                (own ? Meaning.CONSENT_GIVEN : Meaning.CONSENT_WITNESSED).sentence(),
                person.name() + ", " + person.role().words(),
                chosen.id().toString(),
                problem);
    }

    /// A signed consent; the latest where none of that id is there, empty where there is none.
    Optional<PaperPage> paper(Person person, UUID patient, String id) {
        List<SignedConsent> all = take.signed(person.clinicId(), patient);
        return all.stream()
                .filter(each -> each.id().toString().equals(id))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(each -> paper(person, patient, each));
    }

    private PaperPage paper(Person person, UUID patient, SignedConsent consent) {
        List<String> about = new ArrayList<>();
        about.add("Signed on " + Words.time(consent.at(), person.clinic().zone()) + ", "
                + words(consent.way()) + ".");
        about.add(
                "About " + words(consent.manner()) + "; text " + consent.text().id()
                        + ", version " + consent.text().version() + ", language "
                        + consent.text().language() + ".");
        about.add("Chosen: " + agreed(consent.agreed()) + ".");
        about.add("Name as the patient wrote it: " + consent.typedName() + ".");
        if (!consent.interpreter().isEmpty()) {
            about.add("Interpreted by " + consent.interpreter() + ".");
        }
        if (consent.tries() > 0) {
            about.add("The questions were answered rightly at try " + consent.tries() + ".");
        }
        if (!consent.risks().isEmpty()) {
            about.add("Told of risks of their own: "
                    + String.join(", ", consent.risks().stream().sorted().toList()) + ".");
        }
        return new PaperPage(
                base(person, patient),
                isOwn(person, patient),
                name(person, patient),
                about,
                consent.content().lines().toList(),
                consent.digest(),
                SignatureView.about(consent.id(), signatures.of(person.clinicId(), patient)));
    }

    private static String agreed(List<Choice> agreed) {
        return agreed.stream()
                .map(each -> words(each).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    static String words(Choice choice) {
        return switch (choice) {
            case CARE -> "Treatment";
            case RESEARCH -> "Research with my data, without my name";
            case RECORDING -> "Recording of sessions";
            case CONTACT -> "Being asked about studies";
        };
    }

    private static String words(SignedConsent.Way way) {
        return switch (way) {
            case SELF -> "signed in as themselves";
            case WITNESSED -> "before a witness";
        };
    }

    /// For example `Ketamine into a vein, off-label`.
    static String words(Manner manner) {
        String drug = manner.drug().name().charAt(0)
                + manner.drug().name().substring(1).toLowerCase(Locale.ROOT);
        String route = switch (manner.route()) {
            case IV -> "into a vein";
            case IM -> "into a muscle";
            case SC -> "under the skin";
            case IN -> "as a nose spray";
            case SL -> "under the tongue";
            case PO -> "by mouth";
        };
        return drug + " " + route + ", "
                + (manner.label() == Label.OFF_LABEL ? "off-label" : "on-label");
    }
}
