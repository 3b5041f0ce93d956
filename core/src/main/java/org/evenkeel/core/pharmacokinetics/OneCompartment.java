package org.evenkeel.core.pharmacokinetics;

import org.evenkeel.core.pharmacokinetics.Network.Flow;
import org.evenkeel.core.pharmacokinetics.Network.Input;
import org.evenkeel.core.pharmacokinetics.Scheme.Pool;
import org.evenkeel.core.protocol.Route;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// One compartment whose volume and clearance are stated for a body weight and grow with it.
///
/// @param volume litres
/// @param clearance litres an hour
/// @param forKg the weight they are stated for
public record OneCompartment(double volume, double clearance, double forKg)
        implements PublishedModel {
    @Override
    public Set<Route> routes() {
        return Set.of(Route.IV);
    }

    @Override
    public boolean varies() {
        return false;
    }

    @Override
    public OneCompartment drawn(RandomGenerator random) {
        return this;
    }

    @Override
    public Scheme scheme(double weightKg, List<GivenDose> doses) {
        return new Scheme(
                1,
                List.of(new Flow(0, Network.OUT, clearance / volume)),
                doses.stream()
                        .map(dose -> new Input(0, dose.hour(), dose.mg(), dose.hours()))
                        .toList(),
                new Pool(0, volume * weightKg / forKg),
                Optional.empty());
    }
}
