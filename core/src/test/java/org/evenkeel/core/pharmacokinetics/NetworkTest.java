package org.evenkeel.core.pharmacokinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.evenkeel.core.pharmacokinetics.Network.Flow;
import org.evenkeel.core.pharmacokinetics.Network.Input;
import org.junit.jupiter.api.Test;

import java.util.List;

class NetworkTest {
    private static final double[] HOURS = {0, 1e-6, 0.1, 0.5, 0.7, 1, 3, 24, 200};

    /// The two solvers share no formula.
    @Test
    void agreesWithTheModesOfTheSameModel() {
        double cl = 79.3;
        double v1 = 63.1;
        double q = 151.7;
        double v2 = 187;
        double clm = 41.9;
        double vm = 97.2;
        Subjects one = Cohorts.one(cl, v1, q, v2, 0.8, clm, vm);
        Network network = new Network(
                3,
                List.of(
                        new Flow(0, 1, q / v1),
                        new Flow(1, 0, q / v2),
                        new Flow(0, 2, 0.8 * cl / v1),
                        new Flow(0, Network.OUT, 0.2 * cl / v1),
                        new Flow(2, Network.OUT, clm / vm)));
        List<Dose> doses = List.of(new Dose(0, 0.5, 0.7), new Dose(1, 0.2, 0));
        double[][] amounts = network.amounts(
                List.of(new Input(0, 0, 0.5 * 70, 0.7), new Input(0, 1, 0.2 * 70, 0)), HOURS);
        Pairs pairs = Pairs.of(one, doses, HOURS);
        for (int i = 0; i < HOURS.length; i++) {
            assertThat(1_000 * amounts[i][0] / v1).isCloseTo(pairs.drug[i], withinPercentage(1e-9));
            assertThat(1_000 * amounts[i][2] / vm)
                    .isCloseTo(pairs.metabolite[i], withinPercentage(1e-9));
        }
    }

    @Test
    void nothingIsLostWithoutAWayOut() {
        Network closed = new Network(2, List.of(new Flow(0, 1, 3), new Flow(1, 0, 0.2)));
        for (double[] amounts : closed.amounts(List.of(new Input(0, 0.1, 7, 0.3)), HOURS)) {
            assertThat(amounts[0]).isGreaterThanOrEqualTo(0);
        }
        double[] last = closed.amounts(List.of(new Input(0, 0.1, 7, 0.3)), HOURS)[8];
        assertThat(last[0] + last[1]).isCloseTo(7, withinPercentage(1e-10));
        assertThat(last[1] / last[0]).isCloseTo(15, withinPercentage(1e-9));
    }
}
