package org.evenkeel.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.evenkeel.core.insilico.VirtualPatient;
import org.evenkeel.evidence.Claim;
import org.evenkeel.evidence.Ledger;
import org.evenkeel.evidence.Section;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// EV-002: patients of known truth; what the filter says of them must be right on average.
class RecoveryTest {
    private static final int PATIENTS = Boolean.getBoolean("evenkeel.all") ? 20_000 : 3_000;
    private static final List<Integer> TREATMENTS =
            List.of(0, 2, 4, 7, 9, 11, 32, 60, 81, 110, 131);
    private static final int AS_OF = 140;
    private static final int AHEAD = 28;

    @Test
    void bandsAndProbabilitiesAreCalibratedOnPatientsOfTheModel() {
        int within = 0;
        int severityWithin = 0;
        double unwellSaid = 0;
        double unwellSeen = 0;
        double severityError = 0;
        for (int n = 0; n < PATIENTS; n++) {
            RandomGenerator random = VirtualPatient.stream(2026, n);
            OwnLaw.Lived lived =
                    new OwnLaw(Priors.phq9(), random).live(AS_OF + AHEAD + 1, 7, TREATMENTS);
            Fitted fitted = (Fitted) RelapseModel.posterior(
                    lived.course(), Instruments.phq9(), Priors.phq9(), AS_OF);
            int day = AS_OF + AHEAD;
            DayForecast forecast =
                    fitted.forecast(new Question(List.of(day), List.of(), 10)).getFirst();
            int score = lived.course().ratings().getLast().score();
            within += score >= forecast.quantiles().p10()
                            && score <= forecast.quantiles().p90()
                    ? 1
                    : 0;
            Portrait.Estimate now = fitted.portrait().severity();
            severityWithin +=
                    Math.abs(lived.severity()[AS_OF] - now.mean()) <= 1.2816 * now.sd() ? 1 : 0;
            unwellSaid += forecast.unwell();
            unwellSeen += lived.severity()[day] >= 10 ? 1 : 0;
            severityError += now.mean() - lived.severity()[AS_OF];
        }
        // Three standard errors of a share of 0.8 over 3,000 patients are 0.022; the ends of the
        // scale let the band cover a little more.
        assertThat(within / (double) PATIENTS).isBetween(0.775, 0.86);
        assertThat(severityWithin / (double) PATIENTS).isEqualTo(0.8, within(0.03));
        assertThat(unwellSaid / PATIENTS).isEqualTo(unwellSeen / PATIENTS, within(0.025));
        assertThat(severityError / PATIENTS).isEqualTo(0, within(0.15));
        Claim claim = Claim.of(
                        "EV-002",
                        Section.RECOVERY,
                        "On patients of its own law the forecast's bands and probabilities are"
                                + " right on average.",
                        "RecoveryTest#bandsAndProbabilitiesAreCalibratedOnPatientsOfTheModel")
                .seeded("2026; " + PATIENTS + " patients")
                .about(RelapseModel.VERSION);
        Ledger.here()
                .keep(claim.with(new Claim.Table(
                        List.of("figure", "aim", "found"),
                        List.of(
                                row("scores after 28 days in the 80 % band, %", "80 to 84", within),
                                row("severity now in its 80 % band, %", "80", severityWithin),
                                row("unwell in 28 days, said, %", "as seen", unwellSaid),
                                row("unwell in 28 days, seen, %", "", unwellSeen),
                                List.of(
                                        "mean error of severity now, points",
                                        "0",
                                        String.format(
                                                Locale.ROOT, "%.1f", severityError / PATIENTS))))));
    }

    private static List<String> row(String name, String aim, double count) {
        return List.of(name, aim, String.format(Locale.ROOT, "%.1f", 100 * count / PATIENTS));
    }
}
