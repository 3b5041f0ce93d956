package org.evenkeel.core.booster;

import org.evenkeel.core.booster.Caveat.Code;
import org.evenkeel.core.course.Administration;
import org.evenkeel.core.course.Course;
import org.evenkeel.core.forecast.Fitted;
import org.evenkeel.core.forecast.Posterior;
import org.evenkeel.core.protocol.IntervalBounds;
import org.evenkeel.core.protocol.Maintenance;
import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.EvidenceTag;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds what an answer about one patient does not know.
final class Caveats {
    private final Content content;
    private final Fitted fitted;
    private final Course known;
    private final Objective objective;

    Caveats(Content content, Fitted fitted, Objective objective) {
        this.content = content;
        this.fitted = fitted;
        this.known = fitted.known();
        this.objective = objective;
    }

    List<Caveat> all() {
        List<Caveat> all = new ArrayList<>();
        int scores = known.ratings().size();
        if (fitted.basis() == Posterior.Basis.POPULATION) {
            all.add(new Caveat(
                    Code.FEW_SCORES,
                    scores + (scores == 1 ? " score is" : " scores are")
                            + " too few to know this patient: the answer is mostly the "
                            + "population's."));
        }
        known.latestAdministration().ifPresentOrElse(last -> since(last, all), () -> {
            all.add(new Caveat(
                    Code.NO_TREATMENT_SEEN,
                    "No treatment was given yet: how much it helps and how long is the "
                            + "population's guess."));
        });
        unverified().ifPresent(all::add);
        return all;
    }

    private void since(Administration last, List<Caveat> all) {
        if (known.latestRating().orElseThrow().day() <= last.day()) {
            all.add(new Caveat(
                    Code.NO_SCORE_SINCE_TREATMENT,
                    "Nothing was asked since the latest treatment: what it did is a guess."));
        }
        if (last.dosePerKg().isEmpty()) {
            all.add(new Caveat(
                    Code.DOSE_NOT_KNOWN,
                    "The latest dose per kilogram is not known: a growing dose would not be "
                            + "noticed."));
        }
        known.administrations().reversed().stream()
                .filter(each -> each.weight().isPresent())
                .findFirst()
                .map(weighed -> fitted.asOf() - weighed.day())
                .filter(age -> age > longestInterval())
                .ifPresent(age -> all.add(new Caveat(
                        Code.OLD_WEIGHT,
                        "The latest body weight is " + age
                                + " days old: weigh before the dose is worked out.")));
    }

    private int longestInterval() {
        return bounds().map(each -> each.maximumDays().value()).orElse(Integer.MAX_VALUE);
    }

    private Optional<IntervalBounds> bounds() {
        return content.protocol().maintenance().map(Maintenance::bounds);
    }

    private Optional<Caveat> unverified() {
        List<String> what = new ArrayList<>();
        Cited<Double> aim = switch (objective) {
            case Objective.WithinRisk _ -> content.settings().riskLimit();
            case Objective.LeastCost _ -> content.settings().treatmentPriceDays();
        };
        if (aim.tag() != EvidenceTag.S) {
            what.add(
                    objective instanceof Objective.WithinRisk
                            ? "the accepted risk"
                            : "the price of a treatment");
        }
        bounds().filter(each -> each.minimumDays().tag() != EvidenceTag.S
                        || each.maximumDays().tag() != EvidenceTag.S)
                .ifPresent(_ -> what.add("the protocol's shortest and longest interval"));
        return what.isEmpty()
                ? Optional.empty()
                : Optional.of(new Caveat(
                        Code.UNVERIFIED_FIGURES,
                        "Not followed to a source, or defaults of this project: "
                                + String.join(", ", what) + "."));
    }
}
