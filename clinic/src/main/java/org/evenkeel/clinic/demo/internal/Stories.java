package org.evenkeel.clinic.demo.internal;

import org.evenkeel.core.course.Administration;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.insilico.Traits;
import org.evenkeel.core.insilico.TwoPools;
import org.evenkeel.core.insilico.VirtualPatient;
import org.evenkeel.core.protocol.Drug;
import org.evenkeel.core.protocol.Route;
import org.evenkeel.core.units.Kg;
import org.evenkeel.core.units.Mg;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/// The courses of the demo's patients: the same for the same seed, told relative to a last day.
///
/// The patients live under a law that is not the forecast's own model.
final class Stories {
    private static final int RISK_ITEM = 8;
    private static final List<Integer> INDUCTION = List.of(0, 2, 4, 7, 9, 11);

    private Stories() {}

    /// A sheet of answers on a day.
    record Sheet(int day, List<Integer> answers) {
        Rating rating() {
            return new Rating(
                    day,
                    answers.stream().mapToInt(Integer::intValue).sum(),
                    OptionalInt.of(answers.get(RISK_ITEM)));
        }
    }

    /// What happened to one patient.
    ///
    /// @param next the day the clinic's habit would treat next
    record Lived(Kind kind, List<Sheet> sheets, List<Administration> given, int next) {}

    /// What a story is about.
    enum Kind {
        STABLE_REMITTER(new Traits(16, 0.97, 50, 0.5, 1.0, 0.3, 0.03), 30),
        FAST_RELAPSER(new Traits(19, 0.9, 9, 0.15, 1.0, 0.6, 0.05), 10),
        GROWING_DURABILITY(new Traits(18, 0.93, 20, 0.8, 1.0, 0.4, 0.03), 14),
        TOLERANCE(new Traits(18, 0.92, 20, 0.3, 0.93, 0.6, 0.05), 24),
        NON_RESPONDER(new Traits(20, 0.06, 12, 0.1, 1.0, 0.6, 0.04), 21),
        GONE_QUIET(new Traits(17, 0.85, 25, 0.4, 1.0, 0.8, 0.05), 24),
        SELF_HARM_RISING(new Traits(19, 0.7, 12, 0.2, 1.0, 1.0, 0.06), 24),
        IN_FIRST_SERIES(new Traits(18, 0.8, 16, 0.4, 1.0, 0.6, 0.05), 21),
        USUAL(new Traits(17, 0.93, 32, 0.45, 1.0, 0.6, 0.04), 20);

        private final Traits traits;
        private final int everyDays;

        Kind(Traits traits, int everyDays) {
            this.traits = traits;
            this.everyDays = everyDays;
        }

        /// Whether the clinic would book the next treatment without a second thought.
        boolean runsSmoothly() {
            return this == STABLE_REMITTER || this == USUAL || this == GROWING_DURABILITY;
        }

        /// Kinds in the shares a clinic might see.
        static Kind of(int number) {
            return SHARES[Math.floorMod(number, SHARES.length)];
        }

        private static final Kind[] SHARES = {
            STABLE_REMITTER, USUAL, FAST_RELAPSER, GROWING_DURABILITY, STABLE_REMITTER,
            USUAL, TOLERANCE, STABLE_REMITTER, NON_RESPONDER, GROWING_DURABILITY,
            USUAL, STABLE_REMITTER, FAST_RELAPSER, GONE_QUIET, USUAL,
            STABLE_REMITTER, IN_FIRST_SERIES, USUAL, GROWING_DURABILITY, STABLE_REMITTER,
            USUAL, STABLE_REMITTER, SELF_HARM_RISING, USUAL, STABLE_REMITTER,
        };
    }

    /// The story of patient `number`, ending on day `today`.
    static Lived tell(long seed, int number, int today) {
        RandomGenerator random = VirtualPatient.stream(seed, number);
        Kind kind = Kind.of(number);
        int length = switch (kind) {
            case IN_FIRST_SERIES -> 3 + random.nextInt(8);
            case NON_RESPONDER -> 14 + random.nextInt(30);
            default -> 120 + random.nextInt(240);
        };
        return new Telling(kind, random, today - length).until(today);
    }

    /// One patient living day by day.
    private static final class Telling {
        private static final int QUIET_DAYS = 80;
        private static final int RISING_DAYS = 30;
        private static final int UNWELL = 10;

        private final Kind kind;
        private final RandomGenerator random;
        private final int start;
        private final TwoPools patient;
        private final Kg weight;
        private final BigDecimal perKg;
        private final List<Sheet> sheets = new ArrayList<>();
        private final List<Administration> given = new ArrayList<>();
        private int next;
        private int interval;

        Telling(Kind kind, RandomGenerator random, int start) {
            this.kind = kind;
            this.random = random;
            this.start = start;
            this.patient = new TwoPools(varied(kind.traits, random), random);
            this.weight = new Kg(BigDecimal.valueOf(55 + random.nextInt(45)));
            this.perKg = new BigDecimal("0.5");
            this.interval = kind.everyDays + random.nextInt(5) - 2;
            this.next = start + INDUCTION.getLast() + interval;
        }

        private static Traits varied(Traits t, RandomGenerator random) {
            double factor = Math.exp(0.25 * random.nextGaussian());
            return new Traits(
                    Math.clamp(t.setPoint() + 2 * random.nextGaussian(), 12, 26),
                    Math.clamp(t.response() + 0.06 * random.nextGaussian(), 0, 0.95),
                    t.fadeDays() * factor,
                    t.growth(),
                    t.tolerance(),
                    t.eventsPerYear(),
                    t.driftPerRootDay());
        }

        Lived until(int today) {
            for (int day = start - 7; day <= today; day++) {
                if (isAsked(day) && !isQuiet(day, today)) {
                    sheets.add(new Sheet(day, answers(day, today)));
                }
                if (isTreated(day) && !isQuiet(day, today)) {
                    treat(day);
                }
                patient.nextDay();
            }
            return new Lived(kind, List.copyOf(sheets), List.copyOf(given), next);
        }

        private boolean isAsked(int day) {
            boolean weekly = day <= start + INDUCTION.getLast();
            boolean asked = Math.floorMod(day - start, weekly ? 7 : 14) == 0;
            return asked && (day <= start || random.nextDouble() > 0.12);
        }

        private boolean isQuiet(int day, int today) {
            return kind == Kind.GONE_QUIET && day > today - QUIET_DAYS;
        }

        private boolean isTreated(int day) {
            return INDUCTION.contains(day - start) || (day == next && kind != Kind.NON_RESPONDER);
        }

        private void treat(int day) {
            patient.treat();
            given.add(new Administration(
                    day,
                    Drug.KETAMINE,
                    Route.IV,
                    Optional.of(new Mg(weight.value().multiply(perKg))),
                    Optional.of(weight),
                    Optional.empty()));
            if (day >= next) {
                interval = nextInterval();
                next = day + interval;
            }
        }

        /// The clinic's habit: about the usual interval, with whom it works longer each time, and
        /// with whom it stops working sooner after a bad score.
        private int nextInterval() {
            int last = sheets.getLast().rating().score();
            return switch (kind) {
                case GROWING_DURABILITY -> Math.min(56, interval + 2 + random.nextInt(4));
                case TOLERANCE -> last >= UNWELL ? Math.max(7, interval * 6 / 7) : interval;
                default -> kind.everyDays + random.nextInt(5) - 1;
            };
        }

        private List<Integer> answers(int day, int today) {
            List<Integer> answers =
                    new ArrayList<>(Arrays.stream(patient.answers()).boxed().toList());
            boolean rising = kind == Kind.SELF_HARM_RISING && day > today - RISING_DAYS;
            if (rising) {
                answers.set(RISK_ITEM, day > today - RISING_DAYS / 2 ? 2 : 1);
            } else if (kind != Kind.SELF_HARM_RISING && answers.get(RISK_ITEM) > 0) {
                // The alarm would lose its meaning if every second patient raised it.
                answers.set(RISK_ITEM, random.nextInt(40) == 0 ? 1 : 0);
            }
            return List.copyOf(answers);
        }
    }
}
