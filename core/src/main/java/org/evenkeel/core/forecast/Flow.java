package org.evenkeel.core.forecast;

/// Lets probability flow between those out of a spell of benefit and those in one: two sets of the
/// same products, where each side takes the moments of what came together.
final class Flow {
    private final Gaussians out;
    private final Gaussians in;
    /// Chances of leaving a side, then the share of its new weight that came from the other.
    private final double[] toOut;
    private final double[] toIn;
    /// How far the means of the two sides lie apart, one row each.
    private final double[][] apart;

    Flow(Gaussians out, Gaussians in) {
        this.out = out;
        this.in = in;
        int room = out.size();
        toOut = new double[room];
        toIn = new double[room];
        apart = new double[Gaussians.STATE][room];
    }

    /// Moves probability across.
    ///
    /// @param begins chance that a spell begins, for each mechanism
    /// @param ends chance that it ends
    void run(double[] begins, double[] ends) {
        out.pick(toIn, begins, out.mechanism);
        in.pick(toOut, ends, in.mechanism);
        exchange(out.weight, in.weight);
        for (int figure = 0; figure < Gaussians.STATE; figure++) {
            mix(out.state(figure), in.state(figure), apart[figure]);
        }
        for (int pair = 0; pair < Gaussians.COVARIANCES; pair++) {
            double[] one = apart[Gaussians.FIRST[pair]];
            double[] other = apart[Gaussians.SECOND[pair]];
            mix(out.covariance(pair), in.covariance(pair), one, other);
        }
    }

    /// Turns chances into shares, and moves the weights.
    private void exchange(double[] outside, double[] inside) {
        int size = out.size();
        for (int i = 0; i < size; i++) {
            double goIn = outside[i] * toIn[i];
            double goOut = inside[i] * toOut[i];
            double nowOut = outside[i] - goIn + goOut;
            double nowIn = inside[i] - goOut + goIn;
            // A side that nobody is on takes nothing.
            toOut[i] = goOut / (nowOut + NOBODY);
            toIn[i] = goIn / (nowIn + NOBODY);
            outside[i] = nowOut;
            inside[i] = nowIn;
        }
    }

    private static final double NOBODY = 1e-300;

    private void mix(double[] outside, double[] inside, double[] apart) {
        int size = out.size();
        for (int i = 0; i < size; i++) {
            double difference = inside[i] - outside[i];
            apart[i] = difference;
            outside[i] += toOut[i] * difference;
            inside[i] -= toIn[i] * difference;
        }
    }

    private void mix(double[] outside, double[] inside, double[] apart, double[] by) {
        int size = out.size();
        for (int i = 0; i < size; i++) {
            double difference = inside[i] - outside[i];
            double spread = apart[i] * by[i];
            outside[i] += toOut[i] * (difference + (1 - toOut[i]) * spread);
            inside[i] += toIn[i] * ((1 - toIn[i]) * spread - difference);
        }
    }
}
