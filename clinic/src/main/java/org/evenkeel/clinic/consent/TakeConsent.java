package org.evenkeel.clinic.consent;

import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Proof;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.audit.Command;
import org.evenkeel.clinic.consent.Conversation.Chosen;
import org.evenkeel.clinic.consent.SignedConsent.Way;
import org.evenkeel.clinic.content.ConsentContent;
import org.evenkeel.clinic.patient.Patients;
import org.evenkeel.clinic.signature.Meaning;
import org.evenkeel.clinic.signature.Signatures;
import org.evenkeel.clinic.signature.Statement;
import org.evenkeel.clinic.web.FormState;
import org.evenkeel.core.consent.Choice;
import org.evenkeel.core.consent.ConsentText;
import org.evenkeel.core.consent.ConsentText.Option;
import org.evenkeel.core.consent.ConsentText.Question;
import org.evenkeel.core.consent.TeachBack;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// A patient is told, understands, chooses and signs, by themselves or before a witness; and takes
/// back what they chose.
@Service
public class TakeConsent {
    /// Field with the typed name.
    public static final String NAME = "typed-name";

    /// Field with who interpreted.
    public static final String INTERPRETER = "interpreter";

    private static final int MOST_NAME = 120;
    private static final int MOST_REASON = 500;
    private static final String YES = "yes";
    private static final String NO = "no";

    private final ConsentStore store;
    private final ConsentWriter writer;
    private final ConsentStandings standings;
    private final ConsentContent content;
    private final Patients patients;
    private final Signatures signatures;
    private final Audit audit;
    private final InstantSource clock;

    TakeConsent(
            ConsentStore store,
            ConsentWriter writer,
            ConsentStandings standings,
            ConsentContent content,
            Patients patients,
            Signatures signatures,
            Audit audit,
            InstantSource clock) {
        this.store = store;
        this.writer = writer;
        this.standings = standings;
        this.content = content;
        this.patients = patients;
        this.signatures = signatures;
        this.audit = audit;
        this.clock = clock;
    }

    /// A conversation with the text it is about.
    ///
    /// @param conversation what happened so far
    /// @param text the text
    /// @param risks the patient's own, in words
    public record Reading(Conversation conversation, ConsentText text, List<String> risks) {}

    /// What a patient has to read now; empty where nothing was put before them, or where its text
    /// or their risks have changed since.
    @Transactional(readOnly = true)
    public Optional<Reading> open(Person person, UUID patientId) {
        Map<String, String> risks =
                standings.risks(person.clinicId(), patientId, person.today(clock));
        return store.open(person.clinicId(), patientId)
                .filter(each -> each.risks().equals(risks.keySet()))
                .flatMap(each -> content.text(each.manner())
                        .filter(text -> ConsentContent.digest(text).equals(each.digest()))
                        .map(text -> new Reading(each, text, List.copyOf(risks.values()))));
    }

    /// Puts a text before a patient. Answers whether it is, now or when the same form came before.
    @Transactional
    public boolean start(FormState form, Person person, UUID patientId) {
        lock(person, patientId);
        Command command = form.command();
        if (audit.isKnown(command)) {
            return true;
        }
        Optional<ConsentText> text = content.texts().stream()
                .filter(each -> each.use().code().equals(form.value("text")))
                .findFirst();
        if (text.isEmpty()) {
            form.reject("text", "Choose one of the texts of the list.");
        }
        if (!form.isRight() || text.isEmpty()) {
            return false;
        }
        Act act = Act.onPatient("consent-start", patientId);
        audit.take(command, person.actor(), act);
        writer.start(
                person,
                patientId,
                text.get(),
                standings
                        .risks(person.clinicId(), patientId, person.today(clock))
                        .keySet());
        audit.done(person.actor(), act);
        return true;
    }

    /// Looks at the answers to the questions and keeps the try. Notes in the form what is behind
    /// each answer that is not right, and answers whether all are.
    @Transactional
    public boolean answer(FormState form, Person person, Reading reading) {
        UUID patientId = reading.conversation().patientId();
        lock(person, patientId);
        Command command = form.command();
        if (!form.isRight()) {
            return false;
        }
        Map<String, Integer> chosen = new LinkedHashMap<>();
        for (Question question : reading.text().questions()) {
            String value = form.value("q-" + question.id());
            if (value.matches("\\d{1,2}")) {
                chosen.put(question.id(), Integer.valueOf(value));
            }
        }
        TeachBack result = TeachBack.of(reading.text(), chosen);
        int right = switch (result) {
            case TeachBack.Understood _ -> reading.text().questions().size();
            case TeachBack.Again(int some, List<TeachBack.Wrong> wrong) -> {
                wrong.forEach(each -> form.reject("q-" + each.question(), each.why()));
                yield some;
            }
        };
        if (!audit.isKnown(command)) {
            Act act = Act.onPatient("consent-answer", patientId);
            audit.take(command, person.actor(), act);
            writer.attempt(person, reading, chosen, right);
            audit.done(person.actor(), act);
        }
        return form.isRight();
    }

    /// Keeps what a patient chose. Answers whether it is right, or notes in the form what is not.
    @Transactional
    public boolean choose(FormState form, Person person, Reading reading) {
        UUID patientId = reading.conversation().patientId();
        lock(person, patientId);
        Command command = form.command();
        if (audit.isKnown(command)) {
            return true;
        }
        List<Choice> agreed = agreed(form, reading.text());
        String name = text(form, NAME, MOST_NAME);
        if (name.isEmpty()) {
            form.reject(NAME, "Write your name here to show that these are your choices.");
        }
        String interpreter = text(form, INTERPRETER, MOST_NAME);
        if (!form.isRight()) {
            return false;
        }
        Act act = Act.onPatient("consent-choose", patientId);
        audit.take(command, person.actor(), act);
        writer.chosen(
                person,
                reading.conversation(),
                new Chosen(UUID.randomUUID(), agreed, name, interpreter));
        audit.done(person.actor(), act);
        return true;
    }

    private static List<Choice> agreed(FormState form, ConsentText text) {
        for (Option option : text.options()) {
            String field = option.choice().code();
            String value = form.value(field);
            if (!value.equals(YES) && !value.equals(NO)) {
                form.reject(field, option.title() + ": choose yes or no.");
            } else if (option.choice() == Choice.CARE && value.equals(NO)) {
                form.reject(
                        field,
                        "If you do not want the treatment, there is nothing to sign. Tell the"
                                + " clinic; your other care goes on.");
            }
        }
        return text.options().stream()
                .map(Option::choice)
                .filter(choice -> form.value(choice.code()).equals(YES))
                .toList();
    }

    private static String text(FormState form, String field, int most) {
        String text = form.value(field);
        if (text.length() > most) {
            form.reject(
                    field, "At most " + most + " characters, please; there are " + text.length());
        }
        return text;
    }

    /// Signs what was chosen last: a patient for themselves, or somebody of the staff as witness.
    /// Answers whether it is signed; it is not where the questions or choices are missing.
    ///
    /// @param seen id of the choices that were shown
    @Transactional
    public boolean sign(Person person, Proof proof, UUID patientId, String seen) {
        lock(person, patientId);
        Optional<Reading> reading = open(person, patientId);
        Optional<Chosen> chosen = reading.map(Reading::conversation)
                .filter(Conversation::understood)
                .flatMap(Conversation::chosen)
                .filter(each -> each.id().toString().equals(seen));
        if (reading.isEmpty() || chosen.isEmpty()) {
            return store.signed(person.clinicId(), patientId).stream()
                    .anyMatch(each -> each.id().toString().equals(seen));
        }
        sign(person, proof, reading.get(), chosen.get());
        return true;
    }

    private void sign(Person person, Proof proof, Reading reading, Chosen chosen) {
        UUID patientId = reading.conversation().patientId();
        boolean self = person.patientId().filter(patientId::equals).isPresent();
        writer.consent(person, reading.conversation(), chosen, self ? Way.SELF : Way.WITNESSED);
        signatures.sign(
                person,
                proof,
                new Statement(
                        patientId,
                        "consent",
                        chosen.id(),
                        self ? Meaning.CONSENT_GIVEN : Meaning.CONSENT_WITNESSED,
                        facts(reading, chosen)));
        audit.done(person.actor(), Act.onPatient("consent-sign", patientId));
    }

    private static Map<String, String> facts(Reading reading, Chosen chosen) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("text", reading.text().id());
        facts.put("version", reading.text().version());
        facts.put("language", reading.text().language());
        facts.put("manner", reading.text().use().code());
        facts.put("digest", reading.conversation().digest());
        facts.put(
                "agreed",
                chosen.agreed().stream().map(Choice::code).collect(Collectors.joining(" ")));
        facts.put(
                "risks",
                reading.conversation().risks().stream().sorted().collect(Collectors.joining(" ")));
        facts.put("typed-name", chosen.typedName());
        facts.put("interpreter", chosen.interpreter());
        return facts;
    }

    /// Takes a choice back. Answers whether it is, now or before; or notes what is wrong.
    @Transactional
    public boolean withdraw(FormState form, Person person, UUID patientId) {
        lock(person, patientId);
        Command command = form.command();
        if (audit.isKnown(command)) {
            return true;
        }
        Optional<Choice> choice = List.of(Choice.values()).stream()
                .filter(each -> each.code().equals(form.value("choice")))
                .findFirst();
        String reason = text(form, "reason", MOST_REASON);
        if (choice.isEmpty()) {
            form.reject("choice", "Say what is taken back.");
        }
        if (!form.isRight() || choice.isEmpty()) {
            return false;
        }
        Act act = Act.onPatient("consent-withdraw", patientId);
        audit.take(command, person.actor(), act);
        writer.withdraw(person, patientId, choice.get(), reason);
        audit.done(person.actor(), act);
        return true;
    }

    private void lock(Person person, UUID patientId) {
        if (patients.lock(person.clinicId(), patientId).isEmpty()) {
            throw new NotThere();
        }
    }

    /// What a patient signed, the latest first.
    @Transactional(readOnly = true)
    public List<SignedConsent> signed(UUID clinicId, UUID patientId) {
        return store.signed(clinicId, patientId);
    }

    /// What a patient took back, the latest first.
    @Transactional(readOnly = true)
    public List<Withdrawal> withdrawn(UUID clinicId, UUID patientId) {
        return store.withdrawn(clinicId, patientId);
    }
}
