package org.evenkeel.knowledge;

import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.protocol.Agent;
import org.evenkeel.core.protocol.Assessment;
import org.evenkeel.core.protocol.DoseRule;
import org.evenkeel.core.protocol.Maintenance;
import org.evenkeel.core.protocol.Observation;
import org.evenkeel.core.protocol.Observation.Clock;
import org.evenkeel.core.protocol.Observation.Where;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.ProtocolId;
import org.evenkeel.core.protocol.Route;
import org.evenkeel.core.protocol.Series;
import org.evenkeel.core.protocol.Standing;
import org.evenkeel.core.protocol.Standing.Grade;
import org.evenkeel.core.protocol.Standing.Label;
import org.evenkeel.core.protocol.Supervision;
import org.evenkeel.core.protocol.TherapyBlock;
import org.evenkeel.core.protocol.TherapyBlock.Role;
import org.evenkeel.core.protocol.Use;
import org.evenkeel.core.protocol.Use.Why;
import org.evenkeel.core.units.Cited;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// How a protocol stands in its file.
///
/// @param supervisions rules of supervision that a protocol may name, by id
/// @param conditions how conditions are read
record ProtocolFile(
        Supplier<Map<String, Supervision>> supervisions, Supplier<ConditionFile> conditions) {

    private enum For {
        ENROL,
        REFERENCE
    }

    Protocol read(Section file) throws Unreadable {
        Kind.PROTOCOL.require(file);
        List<String> sources = file.sources("sources");
        DoseFile doses = new DoseFile(conditions);
        ScheduleFile schedules = new ScheduleFile(conditions);
        ProtocolId id = new ProtocolId(orUnnamed(file.text("id")));
        String version = file.text("version");
        String title = file.text("title");
        Optional<Use> use = file.section("use", ProtocolFile::use);
        Agent agent = file.choice("drug", List.of(Agent.values()));
        Route route = file.choice("route", List.of(Route.values()));
        String indication = file.text("indication");
        List<Label> labels = file.sections("labels", ProtocolFile::label);
        Grade grade = file.choice("grade", List.of(Grade.values()));
        String evidence = file.text("evidence");
        Cited<Integer> minimumAge = file.whole("minimumAge", "a");
        Optional<DoseRule> dose = file.section("dose", doses::read);
        Optional<Cited<Integer>> minutes = file.optionalWhole("minutes", "min");
        List<Series> series = file.sections("series", ScheduleFile::series);
        Optional<Maintenance> maintenance =
                file.optionalSection("maintenance", schedules::maintenance);
        Optional<Observation> observation =
                file.optionalSection("observation", ProtocolFile::observation);
        Supervision supervision = supervision(file);
        List<Assessment> assessments = file.has("assessments")
                ? file.sections("assessments", ProtocolFile::assessment)
                : List.of();
        List<TherapyBlock> therapy =
                file.has("therapy") ? file.sections("therapy", ProtocolFile::therapy) : List.of();
        List<String> caveats = file.has("caveats") ? file.texts("caveats") : List.of();
        file.end();
        return new Protocol(
                id,
                version,
                title,
                use.orElseThrow(),
                agent,
                route,
                new Standing(indication, labels, grade, evidence),
                minimumAge,
                dose.orElseThrow(),
                minutes,
                series,
                maintenance,
                observation,
                supervision,
                assessments,
                therapy,
                caveats,
                sources);
    }

    /// A file without an id is told of as such; here it only must not stop the reading.
    private static String orUnnamed(String id) {
        return id.isEmpty() ? "unnamed" : id;
    }

    private static Use use(Section use) throws Unreadable {
        For purpose = use.choice("for", List.of(For.values()));
        if (purpose == For.ENROL) {
            use.end();
            return new Use.Enrol();
        }
        Why why = use.choice("why", List.of(Why.values()));
        String words = use.text("words");
        use.end();
        return new Use.Reference(why, words);
    }

    private static Label label(Section label) throws Unreadable {
        Standing.Status status = label.choice("status", List.of(Standing.Status.values()));
        Optional<String> jurisdiction = label.has("jurisdiction")
                ? Optional.of(label.text("jurisdiction"))
                : Optional.empty();
        String words = label.text("words");
        label.end();
        return new Label(status, jurisdiction, words);
    }

    private static Observation observation(Section observation) throws Unreadable {
        Cited<Integer> minutes = observation.whole("minutes", "min");
        Clock after = observation.choice("after", List.of(Clock.values()));
        Where where = observation.choice("where", List.of(Where.values()));
        observation.end();
        return new Observation(minutes, after, where);
    }

    /// Rules that ship, named by their id, or the protocol's own, written out.
    private Supervision supervision(Section file) {
        if (file.has("supervision")) {
            return file.section("supervision", new SupervisionFile(conditions)::own)
                    .orElse(Supervision.NONE);
        }
        if (!file.has("supervisedBy")) {
            return Supervision.NONE;
        }
        Map<String, Supervision> shipped = supervisions.get();
        return shipped.getOrDefault(file.key("supervisedBy", shipped.keySet()), Supervision.NONE);
    }

    private static Assessment assessment(Section assessment) throws Unreadable {
        String instrument = assessment.text("instrument");
        Assessment.Anchor anchor = assessment.choice("from", List.of(Assessment.Anchor.values()));
        Cited<List<Integer>> days = assessment.wholes("days", "d");
        assessment.end();
        return new Assessment(new InstrumentId(instrument), anchor, days);
    }

    private static TherapyBlock therapy(Section block) throws Unreadable {
        Role role = block.choice("role", List.of(Role.values()));
        Cited<Integer> sessions = block.whole("sessions", "1");
        Cited<Integer> minutesFrom = block.whole("minutesFrom", "min");
        Cited<Integer> minutesTo = block.whole("minutesTo", "min");
        List<String> steps = block.has("steps") ? block.texts("steps") : List.of();
        String words = block.text("words");
        Cited<String> cited = block.cited(words);
        return new TherapyBlock(role, sessions, minutesFrom, minutesTo, steps, cited);
    }
}
