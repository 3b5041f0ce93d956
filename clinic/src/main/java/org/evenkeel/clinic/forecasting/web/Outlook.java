package org.evenkeel.clinic.forecasting.web;

import org.evenkeel.clinic.forecasting.Answer;
import org.evenkeel.core.forecast.DayForecast;
import org.evenkeel.core.forecast.Fitted;
import org.evenkeel.core.forecast.Question;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// What one patient's next weeks are likely to bring.
final class Outlook {
    /// The picture reaches at least this far, so that four weeks more of waiting fit on it.
    private static final int LEAST_DAYS = 56;

    private static final int MOST_DAYS = 140;

    private final Answer answer;
    private final Fitted fitted;

    Outlook(Answer answer, Fitted fitted) {
        this.answer = answer;
        this.fitted = fitted;
    }

    /// The last day shown.
    static LocalDate last(Answer answer) {
        LocalDate least = answer.asOf().plusDays(LEAST_DAYS);
        LocalDate most = answer.asOf().plusDays(MOST_DAYS);
        LocalDate allowed =
                answer.bounds().map(Answer.Bounds::latest).orElse(least).plusDays(7);
        LocalDate last = allowed.isBefore(least) ? least : allowed;
        return last.isAfter(most) ? most : last;
    }

    /// The band of scores, day by day.
    ///
    /// @param treatedOn days of treatments assumed to be given
    Picture.Band band(List<LocalDate> treatedOn) {
        int first = (int) answer.asOf().toEpochDay() + 1;
        List<Integer> days = IntStream.rangeClosed(first, (int) last(answer).toEpochDay())
                .boxed()
                .toList();
        List<Integer> planned =
                treatedOn.stream().map(day -> (int) day.toEpochDay()).sorted().toList();
        List<DayForecast> forecasts =
                fitted.forecast(new Question(days, planned, answer.content().threshold()));
        return new Picture.Band(
                days.stream().map(day -> LocalDate.ofEpochDay(day).toString()).toList(),
                each(forecasts, day -> day.quantiles().p10()),
                each(forecasts, day -> day.quantiles().p25()),
                each(forecasts, day -> day.quantiles().p50()),
                each(forecasts, day -> day.quantiles().p75()),
                each(forecasts, day -> day.quantiles().p90()),
                each(forecasts, DayForecast::unwell));
    }

    /// The chance of being unwell on a day without a treatment before it.
    double unwellOn(LocalDate day) {
        double[] unwell = unwellUntil(day);
        return unwell[unwell.length - 1];
    }

    /// Days unwell to be expected from tomorrow to the day before a treatment on `day`, and the
    /// day itself.
    double daysUnwellUntil(LocalDate day) {
        return Arrays.stream(unwellUntil(day)).sum();
    }

    private double[] unwellUntil(LocalDate day) {
        return fitted.unwell((int) day.toEpochDay(), List.of(), answer.content().threshold());
    }

    private static List<Double> each(
            List<DayForecast> forecasts, ToDoubleFunction<DayForecast> value) {
        return forecasts.stream()
                .map(forecast -> Math.round(value.applyAsDouble(forecast) * 1000) / 1000.0)
                .toList();
    }
}
