package org.evenkeel.knowledge;

import org.evenkeel.core.forecast.Link;
import org.evenkeel.core.forecast.Prior;
import org.evenkeel.core.forecast.Prior.Benefit;
import org.evenkeel.core.forecast.Prior.Fading;
import org.evenkeel.core.forecast.Prior.Fluctuation;
import org.evenkeel.core.forecast.Prior.Level;
import org.evenkeel.core.forecast.Prior.Limits;
import org.evenkeel.core.forecast.Prior.Linked;
import org.evenkeel.core.forecast.Prior.Mechanism;
import org.evenkeel.core.forecast.Prior.Spells;

import java.util.ArrayList;
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
        var benefit = file.section("benefit", PriorFile::benefit);
        List<Mechanism> mechanisms = new ArrayList<>(file.sections("fading", PriorFile::fading));
        mechanisms.addAll(file.sections("spells", PriorFile::spells));
        List<Fluctuation> fluctuations = file.sections("fluctuations", PriorFile::fluctuation);
        List<Linked> links = file.sections("links", PriorFile::link);
        var limits = file.section("limits", PriorFile::limits);
        file.end();
        Prior prior = new Prior(
                id,
                instrument,
                level.orElseThrow(),
                benefit.orElseThrow(),
                mechanisms,
                fluctuations,
                links,
                limits.orElseThrow());
        if (prior.gridPoints() > MOST_GRID_POINTS) {
            throw new IllegalArgumentException("the lists make a grid of " + prior.gridPoints()
                    + " points; allowed are " + MOST_GRID_POINTS);
        }
        return prior;
    }

    private static Level level(Section section) throws Unreadable {
        double mean = section.number("mean", SCORE).value();
        double sd = section.number("sd", SCORE).value();
        double entryExcess = section.number("entryExcess", SCORE).value();
        section.end();
        return new Level(mean, sd, entryExcess);
    }

    private static Benefit benefit(Section section) throws Unreadable {
        double mean = section.number("mean", SCORE).value();
        double sd = section.number("sd", SCORE).value();
        double perLevel = section.number("perLevel", RATIO).value();
        double wander = section.number("wanderPerTreatment", SCORE).value();
        section.end();
        return new Benefit(mean, sd, perLevel, wander);
    }

    private static Fading fading(Section section) throws Unreadable {
        double days = figure(section, "days");
        double growth = figure(section, "growth");
        double buildUp = figure(section, "buildUp");
        double weight = figure(section, "weight");
        section.cited(days);
        return new Fading(days, growth, buildUp, weight);
    }

    private static Spells spells(Section section) throws Unreadable {
        double days = figure(section, "days");
        double growth = figure(section, "growth");
        double shape = figure(section, "shape");
        double start = figure(section, "start");
        double weight = figure(section, "weight");
        section.cited(days);
        return new Spells(days, growth, shape, start, weight);
    }

    private static Fluctuation fluctuation(Section section) throws Unreadable {
        double noise = figure(section, "noise");
        double deviation = figure(section, "deviation");
        double deviationDays = figure(section, "deviationDays");
        double wander = figure(section, "wander");
        double weight = figure(section, "weight");
        section.cited(noise);
        return new Fluctuation(noise, deviation, deviationDays, wander, weight);
    }

    private static Linked link(Section section) throws Unreadable {
        Link link = section.choice("link", List.of(Link.values()));
        double weight = figure(section, "weight");
        section.cited(weight);
        return new Linked(link, weight);
    }

    private static double figure(Section section, String key) {
        return section.decimal(key).doubleValue();
    }

    private static Limits limits(Section section) throws Unreadable {
        int stale = section.whole("staleAfter", DAYS).value();
        int horizon = section.whole("horizon", DAYS).value();
        int own = section.whole("ownFromRatings", RATIO).value();
        section.end();
        return new Limits(stale, horizon, own);
    }
}
