package org.evenkeel.core.protocol;

import org.evenkeel.core.protocol.DoseRule.ByWeight;
import org.evenkeel.core.protocol.DoseRule.Fixed;
import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.EvidenceTag;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Collects the figures of a protocol that were not seen in a source.
public final class Unverified {
    private final EvidenceTag tag;
    private final List<String> names = new ArrayList<>();

    private Unverified(EvidenceTag tag) {
        this.tag = tag;
    }

    /// Names of the figures of schedule, dose and observation that carry a tag, in the order of the
    /// file; how patients are supervised is told apart, by [#rules].
    ///
    /// @param tag K for what is from general knowledge, P for our defaults
    public static List<String> figures(Protocol protocol, EvidenceTag tag) {
        Unverified found = new Unverified(tag);
        found.add("minimum age", protocol.minimumAge());
        switch (protocol.dose()) {
            case ByWeight rule -> found.byWeight(rule);
            case Fixed rule -> found.fixed(rule);
        }
        protocol.dose().titration().ifPresent(rule -> found.add("later doses", rule.words()));
        protocol.minutes().ifPresent(minutes -> found.add("minutes", minutes));
        for (Series series : protocol.series()) {
            String name = series.phase().name().toLowerCase(Locale.ROOT);
            found.add("days of " + name, series.basis());
            found.window("window of " + name, series.window());
        }
        protocol.maintenance().ifPresent(found::maintenance);
        protocol.observation().ifPresent(each -> found.add("time of observation", each.minutes()));
        return found.names.stream().distinct().toList();
    }

    /// How many rules of supervision carry a tag.
    public static long rules(Supervision supervision, EvidenceTag tag) {
        List<Cited<String>> words = new ArrayList<>();
        supervision.watches().forEach(each -> words.add(each.words()));
        supervision.holds().forEach(each -> words.add(each.words()));
        supervision.checklist().forEach(each -> words.add(each.words()));
        supervision.discharge().forEach(each -> words.add(each.words()));
        supervision.renewals().forEach(each -> words.add(each.days().map(_ -> each.words())));
        return words.stream().filter(each -> each.tag() == tag).count();
    }

    private void byWeight(ByWeight rule) {
        add("dose", rule.perKg());
        add("cap", rule.cap());
        rule.least().ifPresent(least -> add("least dose", least));
        rule.most().ifPresent(most -> add("most in mg", most));
        switch (rule.weight()) {
            case WeightRule.Actual _ -> {}
            case WeightRule.Capped capped -> add("most weight", capped.most());
            case WeightRule.Ideal ideal -> {
                add("ideal weight", ideal.maleBase());
                add("ideal weight", ideal.femaleBase());
                add("ideal weight", ideal.perInch());
                add("range of heights", ideal.fromHeight());
                add("range of heights", ideal.toHeight());
            }
        }
        add("range of weights", rule.lightest());
        add("range of weights", rule.heaviest());
        add("rounding", rule.roundTo());
    }

    private void fixed(Fixed rule) {
        add("first dose", rule.first());
        add("steps of the dose", rule.steps());
        rule.older().ifPresent(older -> {
            add("age of the other first dose", older.from());
            add("first dose from that age on", older.first());
        });
    }

    private void maintenance(Maintenance maintenance) {
        maintenance.usual().ifPresent(usual -> {
            add("usual interval", usual.days());
            window("window of maintenance", usual.window());
        });
        add("shortest interval", maintenance.bounds().minimumDays());
        add("longest interval", maintenance.bounds().maximumDays());
        maintenance.bounds().step().ifPresent(step -> {
            add("steps of the interval", step.lengthenBy());
            add("steps of the interval", step.shortenBy());
            step.scores().ifPresent(this::scores);
        });
        maintenance
                .table()
                .ifPresent(table ->
                        table.rows().forEach(row -> add("table of intervals", row.words())));
        maintenance.onRelapse().ifPresent(mini -> add("treatment on relapse", mini.visits()));
    }

    private void scores(IntervalBounds.ScoreRule rule) {
        add("stable visits", rule.stable().visits());
        add("stable visits", rule.stable().change());
        add("early warning", rule.warning().rise());
        add("early warning", rule.warning().smoothing());
        add("early warning", rule.warning().aboveBest());
        add("early warning", rule.warning().from());
        add("early warning", rule.warning().confirmDays());
    }

    private void window(String name, Window window) {
        add(name, window.before());
        add(name, window.after());
    }

    private void add(String name, Cited<?> cited) {
        if (cited.tag() == tag) {
            names.add(name);
        }
    }
}
