package org.evenkeel.core.protocol;

import org.evenkeel.core.protocol.Observation.Clock;
import org.evenkeel.core.protocol.Observation.Where;
import org.evenkeel.core.protocol.Standing.Grade;
import org.evenkeel.core.protocol.Standing.Label;
import org.evenkeel.core.protocol.Standing.Status;
import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.EvidenceTag;

import java.util.List;
import java.util.Optional;

/// The least a protocol must say before patients may be put on it.
public final class Supervised {
    public static final Standing STANDING = new Standing(
            "test",
            List.of(new Label(Status.OFF_LABEL, Optional.empty(), "off-label")),
            Grade.NONE,
            "test");

    public static final Observation OBSERVATION =
            new Observation(cited(60), Clock.END, Where.CLINIC);

    public static final Supervision RULES = new Supervision(
            "test",
            List.of(new Watch(List.of("systolic"), new Watch.Timing.Before(), cited("test"))),
            List.of(new HoldRule(
                    "judgement",
                    HoldRule.Moment.BEFORE,
                    new Trigger.ByPrescriber(),
                    Optional.empty(),
                    HoldRule.Action.PAUSE,
                    Optional.empty(),
                    cited("test"))),
            List.of(),
            List.of(),
            List.of());

    private Supervised() {}

    private static <T> Cited<T> cited(T value) {
        return new Cited<>(value, EvidenceTag.P, "test");
    }
}
