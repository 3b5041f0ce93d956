package org.evenkeel.core.insilico;

import java.util.random.RandomGenerator;

/// What one virtual patient is like, in words every law can use.
///
/// The population's shape follows the project's reference on published cohorts; the numbers
/// are defaults of this project, not estimates.
///
/// @param setPoint untreated severity, points of PHQ-9
/// @param response share of the set point a full series removes, 0 for a non-responder
/// @param fadeDays days in which the benefit of early treatments fades to 37 %
/// @param growth how fade lengthens with the logarithm of treatments given
/// @param tolerance factor by which each treatment works compared with the one before
/// @param eventsPerYear life events that raise severity for some weeks
/// @param driftPerRootDay wandering of the set point over one day
public record Traits(
        double setPoint,
        double response,
        double fadeDays,
        double growth,
        double tolerance,
        double eventsPerYear,
        double driftPerRootDay) {

    /// Up to this response a treatment helps nobody.
    private static final double NO_RESPONSE = 0.15;

    private static final double USUAL_FADE_DAYS = 16;

    boolean responder() {
        return response > NO_RESPONSE;
    }

    /// The same patient whose benefit lasts longer.
    ///
    /// @param medianDays what fading takes where it took 16 days
    /// @param spread how much more patients differ in it; 1 as they did
    Traits lasting(double medianDays, double spread) {
        return with(response, medianDays * Math.pow(fadeDays / USUAL_FADE_DAYS, spread));
    }

    /// The same patient, helped more or less.
    Traits helped(double times) {
        return with(responder() ? Math.min(1, times * response) : response, fadeDays);
    }

    private Traits with(double newResponse, double newFadeDays) {
        return new Traits(
                setPoint,
                newResponse,
                newFadeDays,
                growth,
                tolerance,
                eventsPerYear,
                driftPerRootDay);
    }

    /// A patient drawn from the population.
    public static Traits drawn(RandomGenerator random) {
        double responder = random.nextDouble();
        double response = responder < 0.25
                ? NO_RESPONSE * random.nextDouble()
                : Math.clamp(0.65 + 0.2 * random.nextGaussian(), 0.2, 1.0);
        return new Traits(
                Math.clamp(18.5 + 3.5 * random.nextGaussian(), 11, 26),
                response,
                USUAL_FADE_DAYS * Math.exp(0.6 * random.nextGaussian()),
                Math.max(0, 0.35 + 0.2 * random.nextGaussian()),
                random.nextDouble() < 0.85 ? 1 - 0.01 * random.nextDouble() : 0.95,
                2 * random.nextDouble(),
                0.15 * random.nextDouble());
    }
}
