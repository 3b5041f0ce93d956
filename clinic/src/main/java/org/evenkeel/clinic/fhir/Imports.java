package org.evenkeel.clinic.fhir;

import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.audit.Command;
import org.evenkeel.clinic.protocols.Protocols;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.ProtocolId;
import org.evenkeel.exchange.Note;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Brings courses in from files: first read and shown, then saved.
@Service
public class Imports {
    private final UploadReader reader;
    private final WaitingUploads waiting;
    private final Planner planner;
    private final ImportWriter writer;
    private final SavedImports saved;
    private final Protocols protocols;
    private final Audit audit;

    Imports(
            UploadReader reader,
            WaitingUploads waiting,
            Planner planner,
            ImportWriter writer,
            SavedImports saved,
            Protocols protocols,
            Audit audit) {
        this.reader = reader;
        this.waiting = waiting;
        this.planner = planner;
        this.writer = writer;
        this.saved = saved;
        this.protocols = protocols;
        this.audit = audit;
    }

    /// Where an import stands.
    public sealed interface State {}

    /// The files could not be read.
    public record Unreadable(Problems problems) implements State {}

    /// Read, and nothing saved.
    public record Shown(Preview preview) implements State {}

    /// Saved, now or when it was confirmed before.
    ///
    /// @param notes what the reader left out or assumed, where this call read the files
    public record Saved(Tally tally, List<Note> notes) implements State {
        public Saved {
            notes = List.copyOf(notes);
        }
    }

    /// Never sent by this person, or too long ago.
    public record Gone() implements State {}

    /// Reads files. What can be saved is kept for a while under the preview's id.
    @Transactional
    public State open(Person person, Sent sent) {
        return switch (reader.read(person, sent)) {
            case UploadReader.Result.Bad(Problems problems) -> new Unreadable(problems);
            case UploadReader.Result.Good(Upload upload) -> {
                Plan plan = planner.plan(person, upload, usual(person));
                if (!plan.problems().any()) {
                    mark(person, "import-upload", upload.id());
                    waiting.keep(upload);
                }
                yield new Shown(Preview.of(upload, plan));
            }
        };
    }

    /// What a person's import would do now, or has done.
    @Transactional
    public State look(Person person, UUID id) {
        Optional<State> done = saved.find(person, id).map(tally -> new Saved(tally, List.of()));
        return done.or(() -> waiting.find(person.id(), id)
                        .map(upload -> shown(person, upload, usual(person))))
                .orElseGet(Gone::new);
    }

    /// Saves all of it, or nothing. The same import is saved once.
    ///
    /// @param protocolId the protocol of new patients; with an unknown one nothing is saved
    @Transactional
    public State save(Person person, UUID id, String protocolId) {
        saved.waitForTurn(person.clinicId());
        Optional<Tally> done = saved.find(person, id);
        if (done.isPresent()) {
            return new Saved(done.get(), List.of());
        }
        Optional<Upload> upload = waiting.find(person.id(), id);
        if (upload.isEmpty()) {
            return new Gone();
        }
        Optional<Protocol> protocol = protocols.enrolling(person.clinicId()).stream()
                .filter(each -> each.id().value().equals(protocolId))
                .findFirst();
        if (protocol.isEmpty()) {
            return shown(person, upload.get(), usual(person));
        }
        Plan plan = planner.planAndLock(person, upload.get(), protocol.get());
        if (plan.problems().any() || plan.changesNothing()) {
            return new Shown(Preview.of(upload.get(), plan));
        }
        return new Saved(write(person, id, plan), upload.get().notes());
    }

    /// Reads and saves all of it in one step, or nothing. The same key saves once.
    ///
    /// @param protocolId the protocol of new patients; empty for the clinic's own
    /// @return [Saved] also where the clinic held all of it, [Gone] for an unknown protocol
    @Transactional
    public State saveAtOnce(Person person, UUID key, Sent sent, String protocolId) {
        Optional<Protocol> protocol = protocolId.isEmpty()
                ? Optional.of(usual(person))
                : protocols.enrolling(person.clinicId()).stream()
                        .filter(each -> each.id().value().equals(protocolId))
                        .findFirst();
        if (protocol.isEmpty()) {
            return new Gone();
        }
        return switch (reader.read(person, sent)) {
            case UploadReader.Result.Bad(Problems problems) -> new Unreadable(problems);
            case UploadReader.Result.Good(Upload upload) ->
                saveAtOnce(person, key, upload, protocol.get());
        };
    }

    private State saveAtOnce(Person person, UUID key, Upload upload, Protocol protocol) {
        saved.waitForTurn(person.clinicId());
        Optional<Tally> done = saved.find(person, key);
        if (done.isPresent()) {
            return new Saved(done.get(), upload.notes());
        }
        Plan plan = planner.planAndLock(person, upload, protocol);
        return plan.problems().any()
                ? new Shown(Preview.of(upload, plan))
                : new Saved(write(person, key, plan), upload.notes());
    }

    private Tally write(Person person, UUID key, Plan plan) {
        audit.take(Command.of(key), person.actor(), new Act("import-save", "import", key));
        writer.write(person, plan);
        saved.append(person, key, plan.protocol().id(), plan.tally());
        mark(person, "import-save", key);
        return plan.tally();
    }

    /// Forgets an upload that was saved.
    public void forget(Person person, UUID id) {
        waiting.forget(person.id(), id);
    }

    private State shown(Person person, Upload upload, Protocol protocol) {
        return new Shown(Preview.of(upload, planner.plan(person, upload, protocol)));
    }

    private Protocol usual(Person person) {
        return protocols
                .latest(person.clinicId(), new ProtocolId(person.clinic().protocol()))
                .orElseThrow();
    }

    private void mark(Person person, String action, UUID id) {
        audit.done(person.actor(), new Act(action, "import", id));
    }
}
