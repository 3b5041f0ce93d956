package org.evenkeel.core.forecast;

import org.evenkeel.core.units.Cited;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How circumstances lean the beliefs about a patient before their own scores. They lean a mean and
/// a pace and narrow nothing, so that a patient's own scores soon weigh more.
///
/// @param antidepressant an oral antidepressant is taken or not
/// @param psychotherapy psychotherapy is under way or not
/// @param benzodiazepine a benzodiazepine is taken or not
public record CircumstanceRules(
        Choice antidepressant, Choice psychotherapy, Choice benzodiazepine) {

    /// What follows from one circumstance, given and absent.
    public record Choice(Leaning with, Leaning without) {}

    /// Factors on what treatment brings.
    ///
    /// @param benefit on the mean drop in severity while treatment works fully
    /// @param lasting on the days that benefit lasts
    public record Leaning(Cited<Double> benefit, Cited<Double> lasting) {
        private static final double MOST = 3;

        public Leaning {
            requireWeak("benefit", benefit.value());
            requireWeak("lasting", lasting.value());
        }

        private static void requireWeak(String what, double factor) {
            if (!(factor >= 1 / MOST && factor <= MOST)) {
                throw new IllegalArgumentException(
                        what + " must be a factor from 1/3 to 3, got " + factor);
            }
        }

        private boolean isEven() {
            return benefit.value() == 1 && lasting.value() == 1;
        }
    }

    /// The prior of a patient in these circumstances; the prior itself where nothing leans it.
    public Prior lean(Prior prior, Circumstances circumstances) {
        double benefit = 1;
        double lasting = 1;
        for (Acting acting : acting(circumstances)) {
            benefit *= acting.leaning.benefit.value();
            lasting *= acting.leaning.lasting.value();
        }
        return benefit == 1 && lasting == 1 ? prior : prior.leaning(benefit, lasting);
    }

    /// What leaned the prior, in words with size, tag and source.
    public List<String> words(Circumstances circumstances) {
        return acting(circumstances).stream().map(Acting::words).toList();
    }

    private record Acting(String what, Leaning leaning) {
        String words() {
            Cited<Double> cited = leaning.lasting.value() == 1 ? leaning.benefit : leaning.lasting;
            return String.format(
                    Locale.ROOT,
                    "%s: before any score, benefit is taken for %.2f times as large and to last "
                            + "%.2f times as long (%s; %s).",
                    what,
                    leaning.benefit.value(),
                    leaning.lasting.value(),
                    cited.tag().isUnverified() ? "unverified" : "verified",
                    cited.source());
        }
    }

    private List<Acting> acting(Circumstances circumstances) {
        List<Acting> acting = new ArrayList<>();
        add(acting, "antidepressant", circumstances.antidepressant(), antidepressant);
        add(acting, "psychotherapy", circumstances.psychotherapy(), psychotherapy);
        add(acting, "benzodiazepine", circumstances.benzodiazepine(), benzodiazepine);
        return acting;
    }

    private static void add(
            List<Acting> acting, String what, Optional<Boolean> given, Choice choice) {
        if (given.isEmpty()) {
            return;
        }
        Leaning leaning = given.get() ? choice.with : choice.without;
        if (!leaning.isEven()) {
            acting.add(new Acting((given.get() ? "With " : "Without ") + what, leaning));
        }
    }
}
