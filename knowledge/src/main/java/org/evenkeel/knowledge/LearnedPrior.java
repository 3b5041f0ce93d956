package org.evenkeel.knowledge;

import org.evenkeel.core.forecast.Prior;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.Function;

/// Writes a learned prior as a file that reads back the same: JSON, which the strict reader of
/// content files takes like its YAML.
public final class LearnedPrior {
    private LearnedPrior() {}

    /// The prior with its figures rounded to what the file holds, so that it answers the same
    /// before and after it was written.
    ///
    /// @param prior the prior
    /// @param title names it for people
    /// @param source says which registry it was learned from, and when
    public static String json(Prior prior, String title, String source) {
        StringJoiner file = new StringJoiner(",\n ", "{", "}\n");
        file.add(pair("kind", "prior"));
        file.add(pair("id", prior.id()));
        file.add(pair("version", "1"));
        file.add(pair("title", title));
        file.add(pair("instrument", prior.instrument()));
        file.add("\"sources\": {" + pair("registry", source) + "}");
        Prior.Level level = prior.level();
        file.add("\"level\": {" + cited("mean", level.mean(), "{score}") + ", "
                + cited("sd", level.sd(), "{score}") + ", "
                + cited("entryExcess", level.entryExcess(), "{score}") + "}");
        Prior.Benefit benefit = prior.benefit();
        file.add("\"benefit\": {" + cited("mean", benefit.mean(), "{score}") + ", "
                + cited("sd", benefit.sd(), "{score}") + ", "
                + cited("perLevel", benefit.perLevel(), "1") + ", "
                + cited("wanderPerTreatment", benefit.wanderPerTreatment(), "{score}") + "}");
        file.add(list("fading", only(prior, Prior.Fading.class), LearnedPrior::fading));
        file.add(list("spells", only(prior, Prior.Spells.class), LearnedPrior::spells));
        file.add(list("fluctuations", prior.fluctuations(), LearnedPrior::fluctuation));
        file.add(list("links", prior.links(), LearnedPrior::link));
        Prior.Limits limits = prior.limits();
        file.add("\"limits\": {" + cited("staleAfter", limits.staleAfterDays(), "d") + ", "
                + cited("horizon", limits.horizonDays(), "d") + ", "
                + cited("ownFromRatings", limits.ownFromRatings(), "1") + "}");
        return file.toString();
    }

    private static <M extends Prior.Mechanism> List<M> only(Prior prior, Class<M> kind) {
        return prior.mechanisms().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static <T> String list(String key, List<T> values, Function<T, String> figures) {
        StringJoiner list = new StringJoiner(",\n  ", quoted(key) + ": [\n  ", "]");
        list.setEmptyValue(quoted(key) + ": []");
        for (T each : values) {
            list.add("{" + figures.apply(each) + ", \"tag\": \"P\", \"source\": \"registry\"}");
        }
        return list.toString();
    }

    private static String fading(Prior.Fading each) {
        return figure("days", each.days()) + ", " + figure("growth", each.growth()) + ", "
                + figure("buildUp", each.buildUp()) + ", " + figure("weight", each.weight());
    }

    private static String spells(Prior.Spells each) {
        return figure("days", each.days()) + ", " + figure("growth", each.growth()) + ", "
                + figure("shape", each.shape()) + ", " + figure("start", each.start()) + ", "
                + figure("weight", each.weight());
    }

    private static String fluctuation(Prior.Fluctuation each) {
        return figure("noise", each.noise()) + ", " + figure("deviation", each.deviation()) + ", "
                + figure("deviationDays", each.deviationDays()) + ", "
                + figure("wander", each.wanderPerRootDay()) + ", "
                + figure("weight", each.weight());
    }

    private static String link(Prior.Linked each) {
        String name = each.link().name().toLowerCase(Locale.ROOT);
        return pair("link", name) + ", " + figure("weight", each.weight());
    }

    private static String cited(String key, double value, String unit) {
        return quoted(key) + ": {" + figure("value", value) + ", " + pair("unit", unit)
                + ", \"tag\": \"P\", \"source\": \"registry\"}";
    }

    private static String figure(String key, double value) {
        String digits = value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.6f", value);
        return quoted(key) + ": " + digits;
    }

    private static String pair(String key, String value) {
        return quoted(key) + ": " + quoted(value);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char each : text.toCharArray()) {
            if (each == '"' || each == '\\') {
                quoted.append('\\');
            }
            quoted.append(each < ' ' ? ' ' : each);
        }
        return quoted.append('"').toString();
    }
}
