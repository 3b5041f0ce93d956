package org.evenkeel.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.evenkeel.core.course.Course;
import org.evenkeel.core.forecast.CircumstanceRules.Choice;
import org.evenkeel.core.forecast.CircumstanceRules.Leaning;
import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.EvidenceTag;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class CircumstanceRulesTest {
    private static final CircumstanceRules RULES = new CircumstanceRules(
            new Choice(leaning(1, 1.1), leaning(1, 0.8)),
            new Choice(leaning(1, 1.1), leaning(1, 1)),
            new Choice(leaning(0.8, 0.8), leaning(1, 1)));

    private static final Circumstances SEDATED =
            new Circumstances(Optional.empty(), Optional.empty(), Optional.of(true));
    private static final Circumstances MEDICATED =
            new Circumstances(Optional.of(true), Optional.empty(), Optional.of(false));

    @Test
    void whatIsNotKnownChangesNothing() {
        assertThat(RULES.lean(Priors.phq9(), Circumstances.UNKNOWN)).isEqualTo(Priors.phq9());
        assertThat(RULES.words(Circumstances.UNKNOWN)).isEmpty();
    }

    @Test
    void factorsActOnMeanBenefitAndOnHowLongItLasts() {
        Prior leaned = RULES.lean(
                Priors.phq9(),
                new Circumstances(Optional.of(false), Optional.of(true), Optional.of(true)));
        assertThat(leaned.benefit().mean()).isEqualTo(11 * 0.8);
        double factor = 0.8 * 1.1 * 0.8;
        assertThat(((Prior.Fading) leaned.mechanisms().getFirst()).days()).isEqualTo(7 * factor);
        assertThat(leaned.level()).isEqualTo(Priors.phq9().level());
    }

    @Test
    void aSedativeRaisesTheChanceOfBeingUnwellAndAnAntidepressantLowersIt() {
        Course few = Courses.of("-1:19 13:8", "0 2 4 7 9 11");
        double plain = unwell(few, Circumstances.UNKNOWN);
        assertThat(unwell(few, SEDATED)).isGreaterThan(plain + 0.01);
        assertThat(unwell(few, MEDICATED)).isLessThan(plain);
    }

    /// Somebody with many scores hardly leans on them.
    @Test
    void thePatientsOwnScoresSoonWeighMore() {
        Course few = Courses.of("-1:19 13:8", "0 2 4 7 9 11");
        Course many = Courses.of(
                "-1:19 7:9 13:6 20:8 27:11 34:12 40:6 47:9 54:11 61:12 67:7 74:8 81:11",
                "0 2 4 7 9 11 36 63");
        assertThat(lean(many)).isLessThan(lean(few));
    }

    @Test
    void saysWhatLeanedItHowMuchAndThatItIsUnverified() {
        assertThat(RULES.words(MEDICATED))
                .isEqualTo(List.of("With antidepressant: before any score, benefit is taken for "
                        + "1.00 times as large and to last 1.10 times as long "
                        + "(unverified; a test)."));
    }

    @Test
    void aFactorIsNeverStrong() {
        assertThatThrownBy(() -> leaning(1, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lasting must be a factor from 1/3 to 3, got 4.0");
    }

    private static double lean(Course course) {
        return Math.abs(unwell(course, SEDATED) - unwell(course, Circumstances.UNKNOWN));
    }

    private static double unwell(Course course, Circumstances circumstances) {
        Prior prior = RULES.lean(Priors.phq9(), circumstances);
        int asOf = course.latestRating().orElseThrow().day();
        Fitted fitted = (Fitted) RelapseModel.posterior(course, Instruments.phq9(), prior, asOf);
        return fitted.unwell(asOf + 28, List.of(), 10)[27];
    }

    private static Leaning leaning(double benefit, double lasting) {
        return new Leaning(cited(benefit), cited(lasting));
    }

    private static Cited<Double> cited(double value) {
        return new Cited<>(value, EvidenceTag.P, "a test");
    }
}
