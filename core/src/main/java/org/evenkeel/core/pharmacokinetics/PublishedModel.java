package org.evenkeel.core.pharmacokinetics;

import org.evenkeel.core.protocol.Route;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// A published model of a drug in plasma: its parameters come from a content file, its
/// equations stand here.
public sealed interface PublishedModel permits OneCompartment, ThreeCompartments, HepatoPortal {
    /// The ways of giving the drug that the model has figures for.
    Set<Route> routes();

    /// Whether figures are known for how people differ from the typical one.
    boolean varies();

    /// One person: the typical one, differing by chance as far as is known. Takes the same
    /// numbers from `random` whatever is simulated afterwards.
    PublishedModel drawn(RandomGenerator random);

    /// The model for one person and their doses: known routes, allowed amounts.
    Scheme scheme(double weightKg, List<GivenDose> doses);

    /// The amounts that may be given so, in words, where this one may not.
    default Optional<String> amounts(GivenDose dose) {
        return Optional.empty();
    }

    /// Concentrations at hours in any order.
    ///
    /// @param delay per hour: how fast the site of action follows plasma
    default Levels levels(double weightKg, List<GivenDose> doses, double[] hours, double delay) {
        return scheme(weightKg, doses).levels(hours, delay);
    }
}
