package org.evenkeel.core.trial;

import org.evenkeel.core.booster.Content;
import org.evenkeel.core.booster.Objective;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The policies a trial compares.
public final class Policies {
    private Policies() {}

    /// No treatment and every fixed interval: what the hull is made of.
    public static List<Policy> hull() {
        List<Policy> policies = new ArrayList<>(List.of(new Policy.Never()));
        IntStream.rangeClosed(Policy.SHORTEST_DAYS, Policy.LONGEST_DAYS)
                .mapToObj(Policy.Fixed::new)
                .forEach(policies::add);
        return policies;
    }

    /// The published and proposed rules.
    public static List<Policy> rules() {
        return List.of(new Policy.SustainOne(), new Policy.SustainThree(), new Policy.WhenWorse());
    }

    /// The project's planner by both of its objectives and both readings of a question.
    public static List<Policy> ours(Content content) {
        double price = content.settings().treatmentPriceDays().value();
        double limit = content.settings().riskLimit().value();
        Objective cost = new Objective.LeastCost(price);
        Objective risk = new Objective.WithinRisk(limit);
        return List.of(
                new Policy.Ours("ours-cost", content, cost, Policy.WhenAsked.WAITS),
                new Policy.Ours(
                        "ours-cost-ask-keeps", content, cost, Policy.WhenAsked.KEEPS_INTERVAL),
                new Policy.Ours("ours-risk", content, risk, Policy.WhenAsked.WAITS),
                new Policy.Ours(
                        "ours-risk-ask-keeps", content, risk, Policy.WhenAsked.KEEPS_INTERVAL));
    }
}
