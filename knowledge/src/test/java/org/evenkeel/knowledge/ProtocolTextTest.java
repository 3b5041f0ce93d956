package org.evenkeel.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.evenkeel.core.condition.Condition;
import org.evenkeel.core.eligibility.Rule;
import org.evenkeel.core.eligibility.RulePack;
import org.evenkeel.core.protocol.HoldRule;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.Requirement;
import org.evenkeel.core.protocol.Supervision;
import org.evenkeel.core.protocol.Trigger;
import org.evenkeel.core.protocol.Use;
import org.evenkeel.core.units.Cited;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedSet;

/// What is written is read back the same by the strict loader.
final class ProtocolTextTest {
    private static final int RANDOM = Boolean.getBoolean("evenkeel.all") ? 2_000 : 40;
    private static final List<Protocol> SHIPPED = Catalogue.shipped().protocols();

    @Test
    void everyShippedProtocolComesBack() {
        for (Protocol protocol : SHIPPED) {
            assertThat(readBack(protocol)).isEqualTo(protocol);
        }
    }

    @Test
    void protocolsPutTogetherByChanceComeBack() {
        Random random = new Random(20_261_128);
        for (int i = 0; i < RANDOM; i++) {
            Protocol protocol = mixed(random);
            assertThat(readBack(protocol)).isEqualTo(protocol);
        }
    }

    @Test
    void wordsOfAnyKindComeBack() {
        for (String words : List.of(
                "true",
                "Null",
                "12",
                "- a: b # c",
                "\"quoted\" \\ and 'so'",
                "two\nlines\tand a tab",
                "ünïcode ≥ 5 %, \u0007 \u2028 \uFEFF.",
                "a, [b], {c}",
                "~",
                "ends with a colon:")) {
            Protocol protocol =
                    with(SHIPPED.getFirst(), words, SHIPPED.getFirst().supervision());
            assertThat(readBack(protocol)).isEqualTo(protocol);
        }
    }

    @Test
    void aCitationThatIsNoSourceIsRefused() {
        Protocol protocol = SHIPPED.getFirst();
        Protocol without = new Protocol(
                protocol.id(),
                protocol.version(),
                protocol.title(),
                protocol.use(),
                protocol.agent(),
                protocol.route(),
                protocol.standing(),
                protocol.minimumAge(),
                protocol.dose(),
                protocol.minutes(),
                protocol.series(),
                protocol.maintenance(),
                protocol.observation(),
                protocol.supervision(),
                protocol.assessments(),
                protocol.therapy(),
                protocol.caveats(),
                List.of("another paper, 1999"));

        assertThatThrownBy(() -> ProtocolText.of(without))
                .hasMessageStartingWith("every citation must be among the sources, got ");
    }

    /// Parts of several shipped protocols, with rules of its own.
    private static Protocol mixed(Random random) {
        Protocol frame = one(random, SHIPPED);
        Supervision own = new Supervision(
                SupervisionFile.OWN,
                one(random, SHIPPED).supervision().watches(),
                holds(random),
                List.of(),
                one(random, SHIPPED).supervision().discharge(),
                one(random, SHIPPED).supervision().renewals());
        Protocol dosed = one(random, SHIPPED);
        return new Protocol(
                frame.id(),
                "2",
                frame.title(),
                new Use.Reference(Use.Why.INVESTIGATIONAL, "made by chance"),
                dosed.agent(),
                dosed.route(),
                frame.standing(),
                frame.minimumAge(),
                dosed.dose(),
                dosed.minutes(),
                frame.series(),
                frame.maintenance(),
                one(random, SHIPPED).observation(),
                own,
                one(random, SHIPPED).assessments(),
                one(random, SHIPPED).therapy(),
                frame.caveats(),
                everySource());
    }

    /// Rules of every shipped condition that chance picks.
    private static List<HoldRule> holds(Random random) {
        List<HoldRule> holds = new ArrayList<>();
        for (RulePack pack : Catalogue.shipped().rulePacks()) {
            for (Rule rule : pack.rules()) {
                if (random.nextInt(8) == 0) {
                    Condition condition = random.nextBoolean()
                            ? rule.condition()
                            : new Condition.Not(new Condition.All(List.of(
                                    rule.condition(),
                                    new Condition.Any(List.of(rule.condition())))));
                    holds.add(new HoldRule(
                            pack.name().replace(' ', '-') + "-" + rule.id(),
                            one(random, List.of(HoldRule.Moment.values())),
                            new Trigger.Met(condition),
                            Optional.empty(),
                            one(random, List.of(HoldRule.Action.values())),
                            Optional.empty(),
                            rule.words()));
                }
            }
        }
        return holds;
    }

    private static List<String> everySource() {
        SequencedSet<String> sources = new LinkedHashSet<>();
        SHIPPED.forEach(protocol -> sources.addAll(protocol.sources()));
        Catalogue.shipped().rulePacks().forEach(pack -> sources.addAll(pack.sources()));
        Catalogue.shipped().supervisions().values().forEach(rules -> {
            rules.watches().forEach(watch -> sources.add(watch.words().source()));
            rules.discharge().stream()
                    .map(Requirement::words)
                    .map(Cited::source)
                    .forEach(sources::add);
            rules.renewals().forEach(renewal -> sources.add(renewal.days().source()));
        });
        return List.copyOf(sources);
    }

    private static Protocol with(Protocol protocol, String words, Supervision supervision) {
        return new Protocol(
                protocol.id(),
                protocol.version(),
                words,
                protocol.use(),
                protocol.agent(),
                protocol.route(),
                protocol.standing(),
                protocol.minimumAge(),
                protocol.dose(),
                protocol.minutes(),
                protocol.series(),
                protocol.maintenance(),
                protocol.observation(),
                supervision,
                protocol.assessments(),
                protocol.therapy(),
                List.of(words),
                protocol.sources());
    }

    private static Protocol readBack(Protocol protocol) {
        String text = ProtocolText.of(protocol);
        return switch (ContentFile.protocol("law", text.getBytes(StandardCharsets.UTF_8))) {
            case Content.Loaded<Protocol>(Protocol value) -> value;
            case Content.Wrong<Protocol>(List<Problem> problems) ->
                throw new AssertionError(problems.getFirst().words() + "\n" + text);
        };
    }

    private static <T> T one(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
