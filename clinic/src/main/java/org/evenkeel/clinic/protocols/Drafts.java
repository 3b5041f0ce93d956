package org.evenkeel.clinic.protocols;

import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Proof;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.audit.Command;
import org.evenkeel.clinic.protocols.Life.Step;
import org.evenkeel.clinic.protocols.internal.EditionRows;
import org.evenkeel.clinic.signature.Meaning;
import org.evenkeel.clinic.signature.Signatures;
import org.evenkeel.clinic.signature.Statement;
import org.evenkeel.clinic.signature.Subject;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.ProtocolId;
import org.evenkeel.knowledge.Content;
import org.evenkeel.knowledge.ContentText;
import org.evenkeel.knowledge.Part;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Writes protocols of the clinic's own and takes them through their life.
@Service
public class Drafts {
    private static final int LONGEST_REASON = 1_000;
    private static final String KIND = "protocol";

    private final Protocols protocols;
    private final EditionRows rows;
    private final Signatures signatures;
    private final Audit audit;

    Drafts(Protocols protocols, EditionRows rows, Signatures signatures, Audit audit) {
        this.protocols = protocols;
        this.rows = rows;
        this.signatures = signatures;
        this.audit = audit;
    }

    /// What became of a save.
    public sealed interface Outcome {
        /// It is saved, now or when the same form came before.
        record Saved() implements Outcome {}

        /// Somebody saved after this person looked; nothing of theirs is lost.
        record Overtaken(Edition theirs) implements Outcome {}

        /// The edition is no draft (any more).
        record NoDraft(Edition edition) implements Outcome {}
    }

    /// What one does to a draft.
    ///
    /// @param edition which
    /// @param seen the number of the saved text it was made from
    /// @param command the form as it was sent
    public record Change(UUID edition, int seen, Command command) {}

    /// Begins a draft from a text: under the same id as the next version where the text is the
    /// clinic's own, else under an id of its own. Answers the draft, now or when the form came
    /// before.
    ///
    /// @param from where the text comes from, in words
    @Transactional
    public UUID begin(Person person, Part text, String from, Command command) {
        return begin(person, new Beginning("protocol-begin", text, from), command);
    }

    /// Begins a draft from a text that came as FHIR.
    @Transactional
    public UUID bringIn(Person person, Part text, Command command) {
        return begin(person, new Beginning("protocol-bring-in", text, "FHIR"), command);
    }

    /// A text to begin from.
    ///
    /// @param act as the audit calls it
    /// @param from where it comes from, in words
    private record Beginning(String act, Part text, String from) {}

    private UUID begin(Person person, Beginning beginning, Command command) {
        Part text = beginning.text();
        UUID draft = draftOf(command.key());
        rows.lock(person.clinicId());
        if (audit.isKnown(command)) {
            return draft;
        }
        ProtocolId id = ownId(text.at("id").map(Drafts::word).orElse(""));
        String version = nextVersion(person.clinicId(), id);
        Part own = text.with("id", new Part.Word(id.value(), false))
                .with("version", new Part.Word(version, false));
        Act act = new Act(beginning.act(), KIND, draft);
        audit.take(command, person.actor(), act);
        rows.begin(person, draft, id, version, beginning.from());
        rows.save(person, draft, 1, ContentText.write(own));
        audit.done(person.actor(), act);
        return draft;
    }

    /// Saves a draft under its own id and version, whatever the text says of them.
    @Transactional
    public Outcome save(Person person, Change change, Part text) {
        rows.lock(person.clinicId());
        Edition edition = own(person, change.edition());
        if (audit.isKnown(change.command())) {
            return new Outcome.Saved();
        }
        if (edition.life() != Life.DRAFT) {
            return new Outcome.NoDraft(edition);
        }
        if (edition.saved() != change.seen()) {
            return new Outcome.Overtaken(edition);
        }
        Part named = text.with("id", new Part.Word(edition.protocol().value(), false))
                .with("version", new Part.Word(edition.version(), false));
        Act act = new Act("protocol-save", KIND, edition.id());
        audit.take(change.command(), person.actor(), act);
        rows.save(person, edition.id(), edition.saved() + 1, ContentText.write(named));
        audit.done(person.actor(), act);
        return new Outcome.Saved();
    }

    /// A step somebody wants to take.
    ///
    /// @param edition of which edition
    /// @param step which
    /// @param seen hash of the text they looked at
    /// @param reason why, where the step needs it
    public record Wanted(UUID edition, Step step, String seen, String reason) {}

    /// Takes a step, or answers why it cannot be taken; empty where it is taken.
    ///
    /// @param proof how the person proved who they are; signing needs a second factor in it
    @Transactional
    public Optional<String> step(Person person, Proof proof, Wanted wanted) {
        rows.lock(person.clinicId());
        Edition edition =
                protocols.edition(person.clinicId(), wanted.edition()).orElseThrow(NotThere::new);
        Optional<String> refused = refusal(person, edition, wanted);
        if (refused.isPresent()) {
            return refused;
        }
        if (wanted.step() == Step.SIGN) {
            signatures.sign(person, proof, statement(edition));
        }
        rows.step(person, edition, wanted.step(), wanted.reason());
        audit.done(person.actor(), new Act("protocol-" + wanted.step().code(), KIND, edition.id()));
        return Optional.empty();
    }

    /// What a prescriber signs: the name and the very bytes of a text.
    public Statement statement(Edition edition) {
        return new Statement(
                new Subject.OfClinic(),
                KIND,
                edition.id(),
                Meaning.PROTOCOL_SIGNED,
                Map.of(
                        "protocol", edition.protocol().value(),
                        "version", edition.version(),
                        "sha256", edition.sha256()));
    }

    /// Whether somebody wrote any part of an edition.
    @Transactional(readOnly = true)
    public boolean isAuthor(Person person, UUID edition) {
        return rows.saved(edition).stream().anyMatch(saved -> saved.by().equals(person.id()));
    }

    private Optional<String> refusal(Person person, Edition edition, Wanted wanted) {
        if (!edition.isOwn()) {
            return Optional.of("What shipped with the program is published by its makers: copy it"
                    + " to a draft of your own.");
        }
        if (edition.life().after(wanted.step()).isEmpty()) {
            return Optional.of("This version is " + edition.life().words()
                    + "; that step cannot be taken from there.");
        }
        if (!edition.sha256().equals(wanted.seen())) {
            return Optional.of("The text has changed since you looked: read it again.");
        }
        if (wanted.step().needsReason()
                && (wanted.reason().isBlank() || wanted.reason().length() > LONGEST_REASON)) {
            return Optional.of("Say why, in up to " + LONGEST_REASON + " characters.");
        }
        return Stream.of(wrongText(edition, wanted), ownReview(person, edition, wanted))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> wrongText(Edition edition, Wanted wanted) {
        boolean leadsOn = wanted.step() == Step.REVIEW || wanted.step() == Step.PUBLISH;
        return leadsOn && protocols.content(edition.text()) instanceof Content.Wrong<Protocol> wrong
                ? Optional.of(
                        "The text has " + wrong.problems().size() + " things to put right first.")
                : Optional.empty();
    }

    private Optional<String> ownReview(Person person, Edition edition, Wanted wanted) {
        return wanted.step() == Step.REVIEW && isAuthor(person, edition.id())
                ? Optional.of("You wrote part of it: somebody else must review it.")
                : Optional.empty();
    }

    private Edition own(Person person, UUID id) {
        return rows.find(person.clinicId(), id).orElseThrow(NotThere::new);
    }

    /// The next version is one above the highest.
    private String nextVersion(UUID clinicId, ProtocolId id) {
        List<Edition> before = rows.of(clinicId).stream()
                .filter(edition -> edition.protocol().equals(id))
                .toList();
        return Integer.toString(before.stream()
                        .map(Edition::version)
                        .filter(version -> version.matches("\\d{1,6}"))
                        .mapToInt(Integer::parseInt)
                        .max()
                        .orElse(0)
                + 1);
    }

    private static ProtocolId ownId(String from) {
        String plain = from.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-");
        String name = plain.isEmpty() ? "protocol" : plain;
        return new ProtocolId(name.startsWith(Protocols.OWN) ? name : Protocols.OWN + name);
    }

    private static String word(Part part) {
        return part instanceof Part.Word word ? word.text() : "";
    }

    /// The same form makes the same draft.
    private static UUID draftOf(UUID key) {
        return UUID.nameUUIDFromBytes(("draft " + key).getBytes(StandardCharsets.UTF_8));
    }
}
