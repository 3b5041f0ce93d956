package org.evenkeel.core.pharmacokinetics;

import org.evenkeel.core.pharmacokinetics.Network.Flow;
import org.evenkeel.core.pharmacokinetics.Network.Input;
import org.evenkeel.core.pharmacokinetics.Scheme.Pool;
import org.evenkeel.core.protocol.Route;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// A central compartment and two others, by rates, with a volume for each kilogram; doses
/// beside a vein are taken up from a depot of their own.
///
/// @param litresPerKg central volume
/// @param rates between the compartments
/// @param uptakes how the drug comes to the blood by other routes
public record ThreeCompartments(double litresPerKg, Rates rates, Map<Route, Uptake> uptakes)
        implements PublishedModel {
    private static final int DISPOSITION = 3;
    private static final double MINUTES = 60;

    /// Between these, per hour, the rate of uptake is looked for.
    private static final double SLOWEST = 1e-3;

    private static final double FASTEST = 1e4;
    private static final int HALVINGS = 60;

    /// Per minute.
    ///
    /// @param k10 out of the body
    /// @param k12 to the second compartment
    /// @param k21 and back
    /// @param k13 to the third
    /// @param k31 and back
    public record Rates(double k10, double k12, double k21, double k13, double k31) {}

    public ThreeCompartments {
        uptakes = Map.copyOf(uptakes);
    }

    @Override
    public Set<Route> routes() {
        Set<Route> routes = EnumSet.of(Route.IV);
        routes.addAll(uptakes.keySet());
        return routes;
    }

    @Override
    public boolean varies() {
        return false;
    }

    @Override
    public ThreeCompartments drawn(RandomGenerator random) {
        return this;
    }

    @Override
    public Scheme scheme(double weightKg, List<GivenDose> doses) {
        List<Route> depots = doses.stream()
                .map(GivenDose::route)
                .filter(route -> route != Route.IV)
                .distinct()
                .toList();
        List<Flow> flows = new ArrayList<>(disposition());
        for (Route route : depots) {
            flows.add(new Flow(DISPOSITION + depots.indexOf(route), 0, rateOfUptake(route)));
        }
        List<Input> inputs = doses.stream()
                .map(dose -> dose.route() == Route.IV
                        ? new Input(0, dose.hour(), dose.mg(), dose.hours())
                        : new Input(
                                DISPOSITION + depots.indexOf(dose.route()),
                                dose.hour(),
                                uptake(dose.route()).share() * dose.mg(),
                                0))
                .toList();
        return new Scheme(
                DISPOSITION + depots.size(),
                flows,
                inputs,
                new Pool(0, litresPerKg * weightKg),
                Optional.empty());
    }

    private Uptake uptake(Route route) {
        return Objects.requireNonNull(uptakes.get(route), "no uptake by this route");
    }

    private List<Flow> disposition() {
        return List.of(
                new Flow(0, Network.OUT, MINUTES * rates.k10),
                new Flow(0, 1, MINUTES * rates.k12),
                new Flow(1, 0, MINUTES * rates.k21),
                new Flow(0, 2, MINUTES * rates.k13),
                new Flow(2, 0, MINUTES * rates.k31));
    }

    /// Per hour: the faster the uptake, the earlier the peak.
    double rateOfUptake(Route route) {
        double peak = uptake(route).peakHours();
        double slow = SLOWEST;
        double fast = FASTEST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = Math.sqrt(slow * fast);
            if (isRising(middle, peak)) {
                slow = middle;
            } else {
                fast = middle;
            }
        }
        return slow;
    }

    private boolean isRising(double rate, double hour) {
        List<Flow> flows = new ArrayList<>(disposition());
        flows.add(new Flow(DISPOSITION, 0, rate));
        double[] amounts = new Network(DISPOSITION + 1, flows)
                .amounts(List.of(new Input(DISPOSITION, 0, 1, 0)), new double[] {hour})[0];
        double gained = rate * amounts[DISPOSITION]
                + MINUTES * (rates.k21 * amounts[1] + rates.k31 * amounts[2]);
        return gained > MINUTES * (rates.k10 + rates.k12 + rates.k13) * amounts[0];
    }
}
