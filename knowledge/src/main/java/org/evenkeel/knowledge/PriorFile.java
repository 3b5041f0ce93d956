package org.evenkeel.knowledge;

import org.evenkeel.core.forecast.Prior;
import org.evenkeel.core.forecast.Prior.Benefit;
import org.evenkeel.core.forecast.Prior.Deviation;
import org.evenkeel.core.forecast.Prior.Level;
import org.evenkeel.core.forecast.Prior.Limits;
import org.evenkeel.core.forecast.Prior.Weighted;

import java.util.List;

/// How a population prior stands in its file. Points of a score have the unit `{score}`.
final class PriorFile {
    private static final String SCORE = "{score}";
    private static final String DAYS = "d";
    private static final String RATIO = "1";
    /// A grid larger than this would make a forecast needlessly slow.
    private static final int MOST_GRID_POINTS = 5_000;

    private PriorFile() {}

    static Prior read(Section file) throws Unreadable {
        Kind.PRIOR.require(file);
        file.sources("sources");
        String id = file.text("id");
        file.text("version");
        file.text("title");
        String instrument = file.text("instrument");
        var level = file.section("level", PriorFile::level);
        double wander = file.number("wanderPerRootDay", SCORE).value();
        var deviation = file.section("deviation", PriorFile::deviation);
        var benefit = file.section("benefit", PriorFile::benefit);
        List<Weighted> noise = weighted(file, "noise", SCORE);
        List<Weighted> fade = weighted(file, "fade", DAYS);
        List<Weighted> growth = weighted(file, "growth", RATIO);
        List<Weighted> buildUp = weighted(file, "buildUp", RATIO);
        var limits = file.section("limits", PriorFile::limits);
        file.end();
        Prior prior = new Prior(
                id,
                instrument,
                level.orElseThrow(),
                wander,
                deviation.orElseThrow(),
                benefit.orElseThrow(),
                noise,
                fade,
                growth,
                buildUp,
                limits.orElseThrow());
        if (prior.gridPoints() > MOST_GRID_POINTS) {
            throw new IllegalArgumentException("the lists make a grid of " + prior.gridPoints()
                    + " points; allowed are " + MOST_GRID_POINTS);
        }
        return prior;
    }

    private static List<Weighted> weighted(Section section, String key, String unit) {
        return section.sections(key, each -> {
            double value = each.decimal("value").doubleValue();
            double weight = each.decimal("weight").doubleValue();
            return each.cited(unit, new Weighted(value, weight)).value();
        });
    }

    private static Level level(Section section) throws Unreadable {
        double mean = section.number("mean", SCORE).value();
        double sd = section.number("sd", SCORE).value();
        section.end();
        return new Level(mean, sd);
    }

    private static Deviation deviation(Section section) throws Unreadable {
        double days = section.number("fade", DAYS).value();
        List<Weighted> sds = weighted(section, "sds", SCORE);
        section.end();
        return new Deviation(sds, days);
    }

    private static Benefit benefit(Section section) throws Unreadable {
        double mean = section.number("mean", SCORE).value();
        double sd = section.number("sd", SCORE).value();
        double perLevel = section.number("perLevel", RATIO).value();
        double wander = section.number("wanderPerTreatment", SCORE).value();
        section.end();
        return new Benefit(mean, sd, perLevel, wander);
    }

    private static Limits limits(Section section) throws Unreadable {
        int stale = section.whole("staleAfter", DAYS).value();
        int horizon = section.whole("horizon", DAYS).value();
        int own = section.whole("ownFromRatings", RATIO).value();
        section.end();
        return new Limits(stale, horizon, own);
    }
}
