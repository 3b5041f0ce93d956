package org.evenkeel.core.numerics;

/// Integrals of exponential decay, each to a relative error below 1e-12, mostly 1e-15.
///
/// They are the divided differences of the exponential function. Written as differences
/// they lose every digit where two rates meet or a time is short; here a short series
/// takes over before two digits are lost, so equal rates, a rate of zero and a time of
/// zero need no case of their own.
///
/// Rates are per unit of time, at least 0, and `h` is a time of at least 0. `decayed`
/// values are `exp(-rate·h)`, which callers have at hand. An underflow gives 0, never a
/// NaN.
public final class Decay {
    /// Below this the series is used, above it the difference: it then keeps 1.5 % or more.
    private static final double SHORT = 1.0 / 64;

    /// The same for [#collected], which is a difference of two such.
    private static final double BRIEF = 1.0 / 8;

    /// `(-1)^n/(n + 2)!`; the next term of the double series is below 1e-16 of its sum.
    private static final double[] SECOND = {
        1 / 2.0,
        -1 / 6.0,
        1 / 24.0,
        -1 / 120.0,
        1 / 720.0,
        -1 / 5_040.0,
        1 / 40_320.0,
        -1 / 362_880.0,
        1 / 3_628_800.0,
        -1 / 39_916_800.0
    };

    private Decay() {}

    /// What is left of 1 after a time: `exp(-rate·h)`.
    public static double left(double rate, double h) {
        return Math.exp(-rate * h);
    }

    /// The integral of `exp(-rate·s)` over `s` from 0 to `h`.
    public static double passed(double rate, double decayed, double h) {
        double x = rate * h;
        return x < SHORT ? h * mean(x) : (1 - decayed) / rate;
    }

    /// What a second pool holds after `h` of what decayed out of a first: the convolution
    /// of two decays, `(exp(-b·h) - exp(-a·h))/(a - b)`.
    ///
    /// @param a one rate
    /// @param leftA `exp(-a·h)`
    /// @param b the other rate; the two may be exchanged
    /// @param leftB `exp(-b·h)`
    public static double between(double a, double leftA, double b, double leftB, double h) {
        double apart = Math.abs(a - b);
        double slower = Math.max(leftA, leftB);
        double x = apart * h;
        return x < SHORT ? h * slower * mean(x) : (slower - Math.min(leftA, leftB)) / apart;
    }

    /// The integral of [#between] over time from 0 to `h`: what the second pool holds when
    /// the first is filled at a rate of 1.
    ///
    /// @param passed the larger of [#passed] for the two rates and this time
    /// @param between [#between] for the two rates and this time
    public static double collected(double a, double b, double h, double passed, double between) {
        double faster = Math.max(a, b);
        // What came in less what is still in the pools, by the slower, left through the faster.
        return faster * h < BRIEF ? h * h * collected(a * h, b * h) : (passed - between) / faster;
    }

    /// The second divided difference of the exponential at 0, -x and -y, for x and y below
    /// [#BRIEF]: the sum of `SECOND[n]·h_n(x, y)`, `h_n` the complete symmetric polynomial.
    private static double collected(double x, double y) {
        double sum = SECOND[0];
        double symmetric = 1;
        double power = 1;
        for (int n = 1; n < SECOND.length; n++) {
            power *= y;
            symmetric = symmetric * x + power;
            sum += SECOND[n] * symmetric;
        }
        return sum;
    }

    /// `(1 - exp(-x))/x` for x from 0 to [#SHORT]; the next term is below 1e-17.
    private static double mean(double x) {
        double square = x * x;
        return (1 - x / 2)
                + square * ((1.0 / 6 - x / 24) + square * ((1.0 / 120 - x / 720) + square / 5040));
    }
}
