package org.evenkeel.clinic.protocols.web;

import org.evenkeel.core.protocol.Observation;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.Watch;
import org.evenkeel.core.units.Cited;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// One visit of a protocol drawn minute by minute: the dose, how long the patient is watched, and
/// what is measured when.
///
/// @param height of the drawing
/// @param bars the dose and the observation
/// @param rows what is measured
/// @param ticks marks of the axis
public record VisitPicture(int height, List<Bar> bars, List<Row> rows, List<Timeline.Tick> ticks) {
    private static final int LEFT = 40;
    private static final int RIGHT = 20;
    private static final int TOP = 52;
    private static final int ROW = 40;
    private static final int AXIS = 26;
    private static final int BEFORE = 12;
    private static final int MOST_TICKS = 12;

    /// A time that lasts.
    public record Bar(String kind, String label, double x, double width) {}

    /// A thing that is measured.
    ///
    /// @param label what
    /// @param y where it is drawn
    /// @param marks minutes at which it is measured once
    /// @param spans times during which it is measured without a break
    /// @param unverified whether no source stands behind it
    public record Row(
            String label, int y, List<Double> marks, List<Span> spans, boolean unverified) {}

    /// From where to where.
    public record Span(double from, double to) {}

    /// Where the axis stands.
    public int axis() {
        return height - AXIS;
    }

    /// Draws a visit; empty where the protocol does not say what is measured.
    public static Optional<VisitPicture> of(Protocol protocol) {
        return protocol.supervision().watches().isEmpty()
                        && protocol.observation().isEmpty()
                ? Optional.empty()
                : Optional.of(new Drawing(protocol).drawn());
    }

    private static final class Drawing {
        private final Protocol protocol;
        private final int dose;
        private final int watched;
        private final int last;
        private final double scale;

        Drawing(Protocol protocol) {
            this.protocol = protocol;
            this.dose = protocol.minutes().map(Cited::value).orElse(0);
            this.watched = protocol.observation().map(this::until).orElse(dose);
            int measured = protocol.supervision().watches().stream()
                    .mapToInt(watch -> end(watch.timing()))
                    .max()
                    .orElse(0);
            this.last = Math.max(Math.max(watched, measured), 1);
            this.scale = (Timeline.WIDTH - LEFT - RIGHT) / (double) (last + BEFORE + BEFORE);
        }

        private int until(Observation observation) {
            return observation.minutes().value()
                    + (observation.after() == Observation.Clock.END ? dose : 0);
        }

        VisitPicture drawn() {
            List<Row> rows = rows();
            return new VisitPicture(TOP + rows.size() * ROW + AXIS, bars(), rows, ticks());
        }

        private List<Bar> bars() {
            List<Bar> bars = new ArrayList<>();
            if (watched > 0) {
                bars.add(new Bar(
                        "watched", "watched, at least " + watched + " min", x(0), watched * scale));
            }
            if (dose > 0) {
                bars.add(new Bar("dose", "dose, " + dose + " min", x(0), dose * scale));
            }
            return bars;
        }

        private List<Row> rows() {
            List<Row> rows = new ArrayList<>();
            for (Watch watch : protocol.supervision().watches()) {
                rows.add(new Row(
                        String.join(", ", watch.what()).replace('-', ' '),
                        TOP + rows.size() * ROW + ROW - 10,
                        marks(watch.timing()),
                        watch.timing() instanceof Watch.Timing.Throughout through
                                ? List.of(new Span(x(through.from()), x(through.until())))
                                : List.of(),
                        watch.words().tag().isUnverified()));
            }
            return rows;
        }

        private List<Double> marks(Watch.Timing timing) {
            return switch (timing) {
                case Watch.Timing.Before _ -> List.of(x(-BEFORE / 2.0));
                case Watch.Timing.At at ->
                    at.minutes().stream().map(each -> x(each)).toList();
                case Watch.Timing.Every every ->
                    IntStream.iterate(
                                    every.from(),
                                    minute -> minute <= every.until(),
                                    minute -> minute + every.every())
                            .mapToObj(this::x)
                            .toList();
                case Watch.Timing.Throughout _ -> List.of();
                case Watch.Timing.Leaving _ -> List.of(x(last + BEFORE / 2.0));
            };
        }

        private static int end(Watch.Timing timing) {
            return switch (timing) {
                case Watch.Timing.Before _, Watch.Timing.Leaving _ -> 0;
                case Watch.Timing.At at ->
                    at.minutes().stream().mapToInt(each -> each).max().orElse(0);
                case Watch.Timing.Every every -> every.until();
                case Watch.Timing.Throughout through -> through.until();
            };
        }

        private List<Timeline.Tick> ticks() {
            int every = 10;
            while (last / every > MOST_TICKS) {
                every *= 2;
            }
            List<Timeline.Tick> ticks = new ArrayList<>();
            for (int minute = 0; minute <= last; minute += every) {
                ticks.add(new Timeline.Tick(x(minute), minute + " min"));
            }
            return ticks;
        }

        private double x(double minute) {
            return LEFT + (minute + BEFORE) * scale;
        }
    }
}
