package org.evenkeel.clinic.consent;

import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.consent.Conversation.Chosen;
import org.evenkeel.clinic.consent.SignedConsent.Way;
import org.evenkeel.clinic.content.ConsentContent;
import org.evenkeel.core.consent.Choice;
import org.evenkeel.core.consent.ConsentText;
import org.evenkeel.core.consent.Manner;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Consents of made-up patients, as if they had been taken before a witness. Nobody signed them, so
/// they bear no signature.
@Service
public class DemoConsents {
    private static final int AT_HOUR = 9;

    private final ConsentWriter writer;
    private final ConsentStandings standings;
    private final ConsentContent content;

    DemoConsents(ConsentWriter writer, ConsentStandings standings, ConsentContent content) {
        this.writer = writer;
        this.standings = standings;
        this.content = content;
    }

    /// A made-up patient who agreed.
    ///
    /// @param patientId who
    /// @param name their name
    /// @param on the day
    /// @param agreed what they chose
    public record Agreed(UUID patientId, String name, LocalDate on, List<Choice> agreed) {}

    /// Lets made-up patients have agreed to a manner of treatment.
    ///
    /// @param witness somebody of a made-up clinic
    @Transactional
    public void agree(Person witness, Manner manner, List<Agreed> all) {
        if (!witness.clinic().synthetic()) {
            throw new IllegalArgumentException(
                    "only a made-up clinic may make consents up, not " + witness.clinicId());
        }
        ConsentText text = content.text(manner).orElseThrow();
        all.forEach(each -> agree(witness, text, each));
    }

    private void agree(Person witness, ConsentText text, Agreed agreed) {
        OffsetDateTime at =
                agreed.on().atTime(AT_HOUR, 0).atZone(witness.clinic().zone()).toOffsetDateTime();
        Set<String> risks = standings
                .risks(witness.clinicId(), agreed.patientId(), agreed.on())
                .keySet();
        Conversation conversation = new Conversation(
                UUID.randomUUID(),
                agreed.patientId(),
                text.use(),
                ConsentContent.digest(text),
                risks,
                at.toInstant(),
                0,
                true,
                Optional.empty());
        Chosen chosen = new Chosen(UUID.randomUUID(), agreed.agreed(), agreed.name(), "");
        writer.start(
                witness,
                new ConsentWriter.Start(conversation.id(), agreed.patientId(), at),
                text,
                risks);
        writer.chosen(witness, conversation, chosen);
        writer.consent(
                witness,
                conversation,
                chosen,
                Way.WITNESSED,
                new ConsentWriter.Signing(at, agreed.on()));
    }
}
