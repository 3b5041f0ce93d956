package org.evenkeel.clinic.consent;

import org.evenkeel.clinic.consent.Conversation.Chosen;
import org.evenkeel.clinic.consent.SignedConsent.TextName;
import org.evenkeel.clinic.consent.SignedConsent.Way;
import org.evenkeel.core.consent.Choice;
import org.evenkeel.core.consent.Consents;
import org.evenkeel.core.consent.Label;
import org.evenkeel.core.consent.Manner;
import org.evenkeel.core.protocol.Drug;
import org.evenkeel.core.protocol.Route;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Reads what patients were asked, agreed to and took back.
@Component
class ConsentStore {
    private static final String SIGNED = """
            select c.number, c.id, c.patient_id, c.way, c.at, c.on_day, t.drug, t.route,
                   t.label, t.text_id, t.version, t.language, t.digest, t.content, t.risks,
                   h.agreed, h.typed_name, h.interpreter,
                   (select count(*) from consent.attempt a where a.conversation_id = t.id) as tries
            from consent.consent c
            join consent.conversation t on t.id = c.conversation_id
            join consent.chosen h on h.id = c.chosen_id
            where c.clinic_id = :clinic
            """;

    private static final String GIVEN = """
            select c.number, c.patient_id, c.on_day, t.drug, t.route, t.label, t.digest, t.risks,
                   h.agreed
            from consent.consent c
            join consent.conversation t on t.id = c.conversation_id
            join consent.chosen h on h.id = c.chosen_id
            where c.clinic_id = :clinic
            """;

    private static final String WITHDRAWN = """
            select patient_id, choice, reason, at, on_day, by_person, after_consent
            from consent.withdrawal
            where clinic_id = :clinic
            """;

    private final JdbcClient database;

    ConsentStore(JdbcClient database) {
        this.database = database;
    }

    /// The text put before a patient last, where it is not signed.
    Optional<Conversation> open(UUID clinicId, UUID patientId) {
        return database.sql("""
                        select t.id, t.patient_id, t.drug, t.route, t.label, t.digest, t.risks,
                               t.started_at, count(a.id) as tries,
                               coalesce(bool_or(a.right_answers = a.questions), false) as understood
                        from consent.conversation t
                        left join consent.attempt a on a.conversation_id = t.id
                        where t.id = (select latest.id from consent.conversation latest
                                      where latest.clinic_id = :clinic
                                        and latest.patient_id = :patient
                                      order by latest.number desc limit 1)
                          and not exists (select from consent.consent c
                                          where c.conversation_id = t.id)
                        group by t.id
                        """)
                .param("clinic", clinicId)
                .param("patient", patientId)
                .query(this::conversation)
                .optional();
    }

    private Optional<Chosen> chosen(UUID conversation) {
        return database.sql("""
                        select id, agreed, typed_name, interpreter from consent.chosen
                        where conversation_id = :id order by number desc limit 1
                        """)
                .param("id", conversation)
                .query((row, _) -> new Chosen(
                        row.getObject("id", UUID.class),
                        agreed(row),
                        row.getString("typed_name"),
                        row.getString("interpreter")))
                .optional();
    }

    /// What a patient signed, the latest first.
    List<SignedConsent> signed(UUID clinicId, UUID patientId) {
        return database.sql(SIGNED + "and c.patient_id = :patient order by c.number desc")
                .param("clinic", clinicId)
                .param("patient", patientId)
                .query(ConsentStore::consent)
                .list();
    }

    /// What a patient agreed to, without the texts.
    List<ConsentGiven> given(UUID clinicId, UUID patientId) {
        return database.sql(GIVEN + "and c.patient_id = :patient")
                .param("clinic", clinicId)
                .param("patient", patientId)
                .query(ConsentStore::given)
                .list();
    }

    /// What the patients of a clinic agreed to, without the texts.
    List<ConsentGiven> given(UUID clinicId) {
        return database.sql(GIVEN)
                .param("clinic", clinicId)
                .query(ConsentStore::given)
                .list();
    }

    /// What a patient took back, the latest first.
    List<Withdrawal> withdrawn(UUID clinicId, UUID patientId) {
        return database.sql(WITHDRAWN + "and patient_id = :patient order by number desc")
                .param("clinic", clinicId)
                .param("patient", patientId)
                .query(ConsentStore::withdrawal)
                .list();
    }

    /// What the patients of a clinic took back, the latest first.
    List<Withdrawal> withdrawn(UUID clinicId) {
        return database.sql(WITHDRAWN + "order by number desc")
                .param("clinic", clinicId)
                .query(ConsentStore::withdrawal)
                .list();
    }

    private static Withdrawal withdrawal(ResultSet row, int index) throws SQLException {
        return new Withdrawal(
                row.getObject("patient_id", UUID.class),
                Choice.of(row.getString("choice")),
                row.getString("reason"),
                row.getTimestamp("at").toInstant(),
                row.getObject("on_day", LocalDate.class),
                row.getObject("by_person", UUID.class),
                row.getLong("after_consent"));
    }

    private static ConsentGiven given(ResultSet row, int index) throws SQLException {
        return new ConsentGiven(
                row.getObject("patient_id", UUID.class),
                row.getLong("number"),
                new Consents.Given(
                        row.getObject("on_day", LocalDate.class),
                        manner(row),
                        row.getString("digest"),
                        Set.of(texts(row, "risks")),
                        Set.copyOf(agreed(row))));
    }

    private Conversation conversation(ResultSet row, int index) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Conversation(
                id,
                row.getObject("patient_id", UUID.class),
                manner(row),
                row.getString("digest"),
                Set.of(texts(row, "risks")),
                row.getTimestamp("started_at").toInstant(),
                row.getInt("tries"),
                row.getBoolean("understood"),
                chosen(id));
    }

    private static SignedConsent consent(ResultSet row, int index) throws SQLException {
        return new SignedConsent(
                row.getObject("id", UUID.class),
                row.getObject("patient_id", UUID.class),
                manner(row),
                new TextName(
                        row.getString("text_id"),
                        row.getString("version"),
                        row.getString("language")),
                row.getString("digest"),
                new String(row.getBytes("content"), StandardCharsets.UTF_8),
                Set.of(texts(row, "risks")),
                agreed(row),
                row.getString("typed_name"),
                row.getString("interpreter"),
                Way.valueOf(row.getString("way").toUpperCase(Locale.ROOT)),
                row.getTimestamp("at").toInstant(),
                row.getObject("on_day", LocalDate.class),
                row.getInt("tries"),
                row.getLong("number"));
    }

    private static Manner manner(ResultSet row) throws SQLException {
        return new Manner(
                Drug.valueOf(row.getString("drug")),
                Route.valueOf(row.getString("route")),
                Label.valueOf(row.getString("label")));
    }

    private static List<Choice> agreed(ResultSet row) throws SQLException {
        return Arrays.stream(texts(row, "agreed")).map(Choice::of).sorted().toList();
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }
}
