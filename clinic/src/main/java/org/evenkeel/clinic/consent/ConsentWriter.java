package org.evenkeel.clinic.consent;

import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.consent.Conversation.Chosen;
import org.evenkeel.clinic.consent.SignedConsent.Way;
import org.evenkeel.clinic.content.ConsentContent;
import org.evenkeel.core.consent.Choice;
import org.evenkeel.core.consent.ConsentText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Appends what patients were asked, agreed to and took back, in the transaction of the act.
@Component
class ConsentWriter {
    private final JdbcClient database;
    private final InstantSource clock;

    ConsentWriter(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    void start(Person person, UUID patientId, ConsentText text, Set<String> risks) {
        start(person, new Start(UUID.randomUUID(), patientId, now()), text, risks);
    }

    /// A conversation's id, patient and beginning.
    record Start(UUID id, UUID patientId, OffsetDateTime at) {}

    void start(Person person, Start start, ConsentText text, Set<String> risks) {
        database.sql("""
                        insert into consent.conversation (id, clinic_id, patient_id, drug, route,
                            label, text_id, version, language, content, digest, risks, started_at,
                            started_by)
                        values (:id, :clinic, :patient, :drug, :route, :label, :text, :version,
                            :language, :content, :digest, :risks, :at, :by)
                        """)
                .param("id", start.id())
                .param("clinic", person.clinicId())
                .param("patient", start.patientId())
                .param("drug", text.use().drug().name())
                .param("route", text.use().route().name())
                .param("label", text.use().label().name())
                .param("text", text.id())
                .param("version", text.version())
                .param("language", text.language())
                .param("content", text.plain().getBytes(StandardCharsets.UTF_8))
                .param("digest", ConsentContent.digest(text))
                .param("risks", risks.stream().sorted().toArray(String[]::new))
                .param("at", start.at())
                .param("by", person.id())
                .update();
    }

    void attempt(
            Person person, TakeConsent.Reading reading, Map<String, Integer> chosen, int right) {
        List<String> answers = chosen.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .toList();
        attempt(person, reading, answers.toArray(String[]::new), right);
    }

    private void attempt(Person person, TakeConsent.Reading reading, String[] answers, int right) {
        database.sql("""
                        insert into consent.attempt (id, clinic_id, patient_id, conversation_id,
                            answers, right_answers, questions, at, by_person)
                        values (:id, :clinic, :patient, :conversation, :answers, :right, :questions,
                            :at, :by)
                        """)
                .param("id", UUID.randomUUID())
                .param("clinic", person.clinicId())
                .param("patient", reading.conversation().patientId())
                .param("conversation", reading.conversation().id())
                .param("answers", answers)
                .param("right", right)
                .param("questions", reading.text().questions().size())
                .param("at", now())
                .param("by", person.id())
                .update();
    }

    void chosen(Person person, Conversation conversation, Chosen chosen) {
        database.sql("""
                        insert into consent.chosen (id, clinic_id, patient_id, conversation_id,
                            agreed, typed_name, interpreter, at, by_person)
                        values (:id, :clinic, :patient, :conversation, :agreed, :name,
                            :interpreter, :at, :by)
                        """)
                .param("id", chosen.id())
                .param("clinic", person.clinicId())
                .param("patient", conversation.patientId())
                .param("conversation", conversation.id())
                .param("agreed", chosen.agreed().stream().map(Choice::code).toArray(String[]::new))
                .param("name", chosen.typedName())
                .param("interpreter", chosen.interpreter())
                .param("at", now())
                .param("by", person.id())
                .update();
    }

    /// A consent has the id of its choices.
    void consent(Person person, Conversation conversation, Chosen chosen, Way way) {
        LocalDate today = person.today(clock);
        consent(person, conversation, chosen, way, new Signing(now(), today));
    }

    /// When a consent was signed.
    record Signing(OffsetDateTime at, LocalDate on) {}

    void consent(
            Person person, Conversation conversation, Chosen chosen, Way way, Signing signing) {
        database.sql("""
                        insert into consent.consent (id, clinic_id, patient_id, conversation_id,
                            chosen_id, way, at, on_day, by_person)
                        values (:id, :clinic, :patient, :conversation, :id, :way, :at, :on, :by)
                        """)
                .param("id", chosen.id())
                .param("clinic", person.clinicId())
                .param("patient", conversation.patientId())
                .param("conversation", conversation.id())
                .param("way", way.name().toLowerCase(Locale.ROOT))
                .param("at", signing.at())
                .param("on", signing.on())
                .param("by", person.id())
                .update();
    }

    void withdraw(Person person, UUID patientId, Choice choice, String reason) {
        database.sql("""
                        insert into consent.withdrawal (id, clinic_id, patient_id, choice, reason,
                            at, on_day, by_person, after_consent)
                        values (:id, :clinic, :patient, :choice, :reason, :at, :on, :by, (
                            select coalesce(max(number), 0) from consent.consent
                            where clinic_id = :clinic and patient_id = :patient))
                        """)
                .param("id", UUID.randomUUID())
                .param("clinic", person.clinicId())
                .param("patient", patientId)
                .param("choice", choice.code())
                .param("reason", reason)
                .param("at", now())
                .param("on", person.today(clock))
                .param("by", person.id())
                .update();
    }
}
