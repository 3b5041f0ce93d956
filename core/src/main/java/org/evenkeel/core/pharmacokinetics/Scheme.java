package org.evenkeel.core.pharmacokinetics;

import org.evenkeel.core.pharmacokinetics.Network.Flow;
import org.evenkeel.core.pharmacokinetics.Network.Input;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// A model made ready for one person and their doses.
///
/// @param compartments how many there are
/// @param flows between them and out
/// @param inputs what the doses put where
/// @param drug plasma
/// @param metabolite where the metabolite is, if the model has one
record Scheme(
        int compartments,
        List<Flow> flows,
        List<Input> inputs,
        Pool drug,
        Optional<Pool> metabolite) {
    /// From mg/L to ng/mL.
    private static final double NG_PER_ML = 1_000;

    /// A compartment whose concentration is known.
    record Pool(int compartment, double litres) {}

    /// Concentrations at hours in any order.
    ///
    /// @param delay per hour: how fast the site follows plasma
    Levels levels(double[] hours, double delay) {
        double[] ascending = DoubleStream.of(hours).sorted().distinct().toArray();
        Network network = new Network(compartments + 1, flows)
                .with(new Flow(compartments, Network.OUT, delay))
                .echoing(new Flow(drug.compartment, compartments, delay));
        double[][] amounts = network.amounts(inputs, ascending);
        int[] places = Arrays.stream(hours)
                .mapToInt(hour -> Arrays.binarySearch(ascending, hour))
                .toArray();
        return new Levels(
                column(amounts, places, drug),
                metabolite.map(pool -> column(amounts, places, pool)).orElse(new double[0]),
                column(amounts, places, new Pool(compartments, drug.litres)));
    }

    private static double[] column(double[][] amounts, int[] places, Pool pool) {
        return Arrays.stream(places)
                .mapToDouble(place -> NG_PER_ML * amounts[place][pool.compartment] / pool.litres)
                .toArray();
    }
}
