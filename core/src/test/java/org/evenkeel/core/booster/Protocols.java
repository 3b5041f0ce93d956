package org.evenkeel.core.booster;

import org.evenkeel.core.forecast.Instruments;
import org.evenkeel.core.forecast.Priors;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.protocol.Agent;
import org.evenkeel.core.protocol.DoseRule;
import org.evenkeel.core.protocol.HoldRule;
import org.evenkeel.core.protocol.IntervalBounds;
import org.evenkeel.core.protocol.Maintenance;
import org.evenkeel.core.protocol.Phase;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.ProtocolId;
import org.evenkeel.core.protocol.Route;
import org.evenkeel.core.protocol.Series;
import org.evenkeel.core.protocol.Supervised;
import org.evenkeel.core.protocol.Supervision;
import org.evenkeel.core.protocol.Trigger;
import org.evenkeel.core.protocol.Use;
import org.evenkeel.core.protocol.WeightRule;
import org.evenkeel.core.protocol.Window;
import org.evenkeel.core.safety.ExposureLimits;
import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.EvidenceTag;
import org.evenkeel.core.units.Kg;
import org.evenkeel.core.units.Mg;
import org.evenkeel.core.units.MgPerKg;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Small protocols and limits for the tests of proposals.
public final class Protocols {
    private Protocols() {}

    /// Six treatments in two weeks, then 7 to 84 days apart.
    public static Protocol adaptive() {
        return with(Optional.of(bounds(7, 84, Optional.empty())));
    }

    /// The same, each interval at most half as long again and a third shorter.
    public static Protocol stepped() {
        return with(Optional.of(
                bounds(7, 84, Optional.of(new IntervalBounds.StepRule(cited(0.5), cited(0.33))))));
    }

    /// The same, with a rule on scores: longer only when stable, shorter when they warn.
    public static Protocol ruled() {
        return with(
                Optional.of(bounds(7, 84, Optional.of(scored(Instruments.phq9().id())))));
    }

    static IntervalBounds.StepRule scored(InstrumentId instrument) {
        return new IntervalBounds.StepRule(
                cited(0.5),
                cited(0.33),
                Optional.of(new IntervalBounds.ScoreRule(
                        instrument,
                        new IntervalBounds.Stability(cited(2), cited(3)),
                        new IntervalBounds.EarlyWarning(
                                cited(6), cited(0.4), cited(4), cited(8), cited(7)))));
    }

    /// The same series with nothing after it.
    public static Protocol seriesOnly() {
        return with(Optional.empty());
    }

    public static Content content(Protocol protocol) {
        return new Content(
                protocol,
                Instruments.phq9(),
                Priors.phq9(),
                new BoosterSettings(
                        cited(0.2),
                        cited(4.0),
                        cited(365),
                        cited(70),
                        cited(7),
                        cited(0.5),
                        cited(182)),
                limits());
    }

    public static ExposureLimits limits() {
        return new ExposureLimits(
                new ExposureLimits.IntervalShrink(cited(4), cited(-0.1), cited(3), cited(0.67)),
                new ExposureLimits.DoseCreep(
                        cited(1.25), cited(1.5), cited(mgPerKg("1.0")), cited(mgPerKg("2.0"))),
                new ExposureLimits.SessionCount(cited(28), cited(56), cited(4), cited(8)),
                new ExposureLimits.EffectLoss(
                        cited(0.25), cited(0.5), cited(2), cited(3), cited(7), cited(14)),
                new ExposureLimits.DurationLoss(cited(0.33), cited(2), cited(3)));
    }

    static IntervalBounds bounds(
            int shortest, int longest, Optional<IntervalBounds.StepRule> step) {
        return new IntervalBounds(cited(shortest), cited(longest), step);
    }

    static Protocol with(Optional<IntervalBounds> bounds) {
        return with(bounds, Supervised.RULES);
    }

    /// The same series under a rule that ends a course without response.
    static Protocol stoppingAfter(int visits, double lessThan) {
        HoldRule rule = new HoldRule(
                "no-response",
                HoldRule.Moment.COURSE,
                new Trigger.NoResponse(
                        new Cited<>(visits, EvidenceTag.K, "the rule"), cited(lessThan)),
                Optional.empty(),
                HoldRule.Action.STOP_COURSE,
                Optional.empty(),
                cited("test"));
        return with(
                Optional.of(bounds(7, 84, Optional.empty())),
                new Supervision(
                        "stopping",
                        Supervised.RULES.watches(),
                        List.of(rule),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    private static Protocol with(Optional<IntervalBounds> bounds, Supervision supervision) {
        Window window = new Window(cited(0), cited(1));
        return new Protocol(
                new ProtocolId("test.adaptive"),
                "1",
                "test",
                new Use.Enrol(),
                Agent.KETAMINE,
                Route.IV,
                Supervised.STANDING,
                cited(18),
                new DoseRule.ByWeight(
                        cited(mgPerKg("0.5")),
                        cited(mgPerKg("1.0")),
                        Optional.empty(),
                        Optional.empty(),
                        new WeightRule.Actual(),
                        cited(new Kg(new BigDecimal("30"))),
                        cited(new Kg(new BigDecimal("250"))),
                        cited(new Mg(new BigDecimal("0.5"))),
                        Optional.empty()),
                Optional.of(cited(40)),
                List.of(new Series(
                        Phase.INDUCTION, List.of(0, 2, 4, 7, 9, 11), window, cited("test"))),
                bounds.map(each -> new Maintenance(Optional.empty(), each, cited("test"))),
                Optional.of(Supervised.OBSERVATION),
                supervision,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static MgPerKg mgPerKg(String value) {
        return new MgPerKg(new BigDecimal(value));
    }

    private static <T> Cited<T> cited(T value) {
        return new Cited<>(value, EvidenceTag.P, "test");
    }
}
