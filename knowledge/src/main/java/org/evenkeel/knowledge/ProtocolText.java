package org.evenkeel.knowledge;

import org.evenkeel.core.protocol.Assessment;
import org.evenkeel.core.protocol.Observation;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.Standing.Label;
import org.evenkeel.core.protocol.Supervision;
import org.evenkeel.core.protocol.TherapyBlock;
import org.evenkeel.core.protocol.Use;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes a protocol as the content file that [ContentFile#protocol] reads back the same.
///
/// Rules of supervision that ship are named by their id, others are written out.
public final class ProtocolText {
    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");
    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d\\d\\b");

    private final DoseText doses;
    private final ScheduleText schedules;
    private final SupervisionText supervisions;

    private ProtocolText(ConditionText conditions) {
        doses = new DoseText(conditions);
        schedules = new ScheduleText(conditions);
        supervisions = new SupervisionText(conditions);
    }

    /// The text of the file.
    ///
    /// @throws IllegalArgumentException for what no content file could have said, such as a
    ///     figure whose citation is not among the sources
    public static String of(Protocol protocol) {
        Map<String, String> names = names(protocol.sources());
        ConditionText conditions =
                new ConditionText(Catalogue.shipped().conditions().groups());
        Keys keys = new ProtocolText(conditions).write(protocol, Keys.with(names));
        return Yaml.write(keys.entries());
    }

    private Keys write(Protocol protocol, Keys keys) {
        keys.put("kind", "protocol")
                .put("id", protocol.id().value())
                .put("version", protocol.version())
                .put("title", protocol.title())
                .section("use", protocol.use(), ProtocolText::use)
                .word("drug", protocol.agent())
                .word("route", protocol.route())
                .put("indication", protocol.indication())
                .sections("labels", protocol.standing().labels(), ProtocolText::label)
                .word("grade", protocol.standing().grade())
                .put("evidence", protocol.evidence())
                .put("sources", sources(keys.names()))
                .cited("minimumAge", "a", protocol.minimumAge())
                .section("dose", protocol.dose(), doses::write)
                .maybe("minutes", "min", protocol.minutes())
                .sections("series", protocol.series(), ScheduleText::series)
                .section("maintenance", protocol.maintenance(), schedules::maintenance)
                .section("observation", protocol.observation(), ProtocolText::observation);
        supervision(protocol.supervision(), keys);
        if (!protocol.assessments().isEmpty()) {
            keys.sections("assessments", protocol.assessments(), ProtocolText::assessment);
        }
        if (!protocol.therapy().isEmpty()) {
            keys.sections("therapy", protocol.therapy(), ProtocolText::therapy);
        }
        return protocol.caveats().isEmpty() ? keys : keys.put("caveats", protocol.caveats());
    }

    private static Keys use(Use use, Keys keys) {
        return switch (use) {
            case Use.Enrol _ -> keys.put("for", "enrol");
            case Use.Reference reference ->
                keys.put("for", "reference")
                        .word("why", reference.why())
                        .put("words", reference.words());
        };
    }

    private static Keys label(Label label, Keys keys) {
        return keys.word("status", label.status())
                .put("jurisdiction", label.jurisdiction())
                .put("words", label.words());
    }

    private static Keys observation(Observation observation, Keys keys) {
        return keys.cited("minutes", "min", observation.minutes())
                .word("after", observation.after())
                .word("where", observation.where());
    }

    private void supervision(Supervision rules, Keys keys) {
        if (rules.equals(Supervision.NONE)) {
            return;
        }
        if (rules.equals(Catalogue.shipped().supervisions().get(rules.id()))) {
            keys.put("supervisedBy", rules.id());
        } else {
            if (!rules.id().equals(SupervisionFile.OWN)) {
                throw new IllegalArgumentException("rules of supervision must ship or be the "
                        + "protocol's own, got '" + rules.id() + "'");
            }
            keys.section("supervision", rules, supervisions::write);
        }
    }

    private static Keys assessment(Assessment assessment, Keys keys) {
        return keys.put("instrument", assessment.instrument().value())
                .word("from", assessment.anchor())
                .cited("days", "d", assessment.days());
    }

    private static Keys therapy(TherapyBlock block, Keys keys) {
        keys.word("role", block.role())
                .cited("sessions", "1", block.sessions())
                .cited("minutesFrom", "min", block.minutesFrom())
                .cited("minutesTo", "min", block.minutesTo());
        if (!block.steps().isEmpty()) {
            keys.put("steps", block.steps());
        }
        return keys.words(block.words());
    }

    private static Map<String, String> sources(Map<String, String> names) {
        Map<String, String> sources = new LinkedHashMap<>();
        names.forEach((citation, name) -> sources.put(name, citation));
        return sources;
    }

    /// Short names: the first word and the year, and a number where two would be the same.
    private static Map<String, String> names(List<String> citations) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String citation : citations) {
            String name = first(WORD, citation, "source").toLowerCase(Locale.ROOT)
                    + first(YEAR, citation, "");
            String own = name;
            for (int i = 2; names.containsValue(own); i++) {
                own = name + "-" + i;
            }
            if (names.put(citation, own) != null) {
                throw new IllegalArgumentException("a source stands there twice: " + citation);
            }
        }
        return names;
    }

    private static String first(Pattern pattern, String citation, String otherwise) {
        Matcher matcher = pattern.matcher(citation);
        return matcher.find() ? matcher.group() : otherwise;
    }
}
