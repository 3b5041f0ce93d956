package org.evenkeel.clinic.forecasting.web;

import org.evenkeel.clinic.forecasting.web.PatientPage.AheadRow;
import org.evenkeel.clinic.forecasting.web.PatientPage.GivenRow;
import org.evenkeel.clinic.forecasting.web.PatientPage.ScoreRow;
import org.evenkeel.clinic.prom.RecordedResponse;
import org.evenkeel.clinic.prom.Response;
import org.evenkeel.clinic.treatment.Recorded;
import org.evenkeel.clinic.treatment.TreatmentGiven;
import org.evenkeel.clinic.web.Words;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.Outcomes;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/// A course as tables, latest first: what the picture shows, for those who cannot see it.
final class PastView {
    private static final int DAYS_BETWEEN_ROWS = 7;

    private final Recordings.Ever ever;
    private final Instrument instrument;

    /// @param instrument the one forecast by
    PastView(Recordings.Ever ever, Instrument instrument) {
        this.ever = ever;
        this.instrument = instrument;
    }

    PatientPage.Past tables(Picture.Band band) {
        return new PatientPage.Past(scores(), others(), given(), ahead(band), ChangedRow.of(ever));
    }

    List<ScoreRow> scores() {
        return scores(true);
    }

    private List<ScoreRow> others() {
        return scores(false);
    }

    private List<ScoreRow> scores(boolean forecastBy) {
        return ever.standingAnswers().reversed().stream()
                .filter(each -> each.response().instrument().equals(instrument.id()) == forecastBy)
                .map(this::score)
                .toList();
    }

    private ScoreRow score(RecordedResponse recorded) {
        Response response = recorded.response();
        int value = response.rating().score();
        OptionalInt risk = response.rating().riskItem();
        boolean forecastBy = response.instrument().equals(instrument.id());
        return new ScoreRow(
                recorded.id(),
                response.instrument(),
                Words.day(response.on()),
                value,
                forecastBy
                        ? Outcomes.band(instrument, value)
                                .map(Instrument.Band::name)
                                .orElse("")
                        : "",
                risk.isPresent() ? Integer.toString(risk.getAsInt()) : "not known",
                recorded.correction().isPresent());
    }

    List<GivenRow> given() {
        List<GivenRow> rows = new ArrayList<>();
        List<Recorded> given = ever.standingTreatments();
        for (int i = 0; i < given.size(); i++) {
            Recorded each = given.get(i);
            rows.add(row(
                    each, i == 0 ? "first" : interval(given.get(i - 1).given(), each.given())));
        }
        Collections.reverse(rows);
        return rows;
    }

    private static GivenRow row(Recorded recorded, String interval) {
        TreatmentGiven given = recorded.given();
        return new GivenRow(
                recorded.id(),
                Words.day(given.on()),
                drug(given),
                dose(given),
                given.minutes().map(minutes -> minutes + " min").orElse(""),
                interval,
                recorded.correction().isPresent());
    }

    private static String interval(TreatmentGiven before, TreatmentGiven now) {
        return Words.days(ChronoUnit.DAYS.between(before.on(), now.on()));
    }

    private static List<AheadRow> ahead(Picture.Band band) {
        List<AheadRow> rows = new ArrayList<>();
        for (int i = DAYS_BETWEEN_ROWS - 1; i < band.days().size(); i += DAYS_BETWEEN_ROWS) {
            rows.add(new AheadRow(
                    Words.day(LocalDate.parse(band.days().get(i))),
                    whole(band.p50().get(i)),
                    whole(band.p25().get(i)) + " to " + whole(band.p75().get(i)),
                    whole(band.p10().get(i)) + " to " + whole(band.p90().get(i)),
                    Words.percent(band.unwell().get(i))));
        }
        return rows;
    }

    private static String whole(double score) {
        return Long.toString(Math.round(score));
    }

    /// For example `ketamine IV, 35 mg (0.5 mg/kg)`.
    static String drugAndDose(TreatmentGiven given) {
        return drug(given) + ", " + dose(given);
    }

    private static String drug(TreatmentGiven given) {
        return given.what().drug().name().toLowerCase(Locale.ROOT) + " "
                + given.what().route();
    }

    private static String dose(TreatmentGiven given) {
        String perKg = given.what()
                .dosePerKg()
                .map(dose -> String.format(Locale.ROOT, "%.2f mg/kg", dose.value()))
                .orElse("");
        String whole = given.what()
                .dose()
                .map(dose -> Words.amount(dose.value()) + " mg")
                .orElse("");
        if (whole.isEmpty() || perKg.isEmpty()) {
            return whole + perKg;
        }
        return whole + " (" + perKg + ")";
    }
}
