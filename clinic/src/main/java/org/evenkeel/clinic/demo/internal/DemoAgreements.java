package org.evenkeel.clinic.demo.internal;

import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.content.ClinicContent;
import org.evenkeel.clinic.forecasting.Agreed;
import org.evenkeel.clinic.forecasting.Agreements;
import org.evenkeel.core.booster.Agreement;
import org.evenkeel.core.booster.FollowUpSettings;
import org.evenkeel.core.booster.StopRule;
import org.evenkeel.core.course.Administration;
import org.evenkeel.core.course.Rating;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A few agreements with the demo's patients, so that their pages can be seen.
@Component
@ConditionalOnProperty("evenkeel.demo")
class DemoAgreements {
    private static final int DAYS_AGO = 30;

    private final Agreements agreements;
    private final ClinicContent content;

    DemoAgreements(Agreements agreements, ClinicContent content) {
        this.agreements = agreements;
        this.content = content;
    }

    /// Agrees something with one patient, where their course allows it.
    ///
    /// @param number which patient of the demo
    void agree(Person prescriber, UUID patientId, int number, Stories.Lived lived, int today) {
        switch (number) {
            case 4, 12, 19 ->
                stretch(lived, today).ifPresent(what -> add(prescriber, patientId, what));
            case 7 -> free(lived, today).ifPresent(what -> add(prescriber, patientId, what));
            default -> {
                // Nothing is agreed with most patients.
            }
        }
    }

    private Optional<Agreement> stretch(Stories.Lived lived, int today) {
        int from = today - DAYS_AGO;
        FollowUpSettings.Stretch usual = content.followUp().stretch();
        List<Integer> days = lived.given().stream().map(Administration::day).toList();
        if (days.size() < 2) {
            return Optional.empty();
        }
        int interval = days.getLast() - days.get(days.size() - 2);
        return rule(lived, from, usual.rise().value())
                .map(rule -> new Agreement.Stretch(
                        from,
                        from + usual.lengthDays().value(),
                        interval,
                        interval + usual.longerByDays().value(),
                        rule));
    }

    private Optional<Agreement> free(Stories.Lived lived, int today) {
        int from = lived.given().getLast().day() + 1;
        FollowUpSettings.TreatmentFree usual = content.followUp().treatmentFree();
        return from >= today
                ? Optional.empty()
                : rule(lived, from, usual.rise().value())
                        .map(rule -> new Agreement.TreatmentFree(
                                from,
                                from + usual.lengthDays().value(),
                                new Agreement.Watch(
                                        usual.askEveryDays().value(),
                                        usual.confirmDays().value(),
                                        usual.returnRisk().value()),
                                rule));
    }

    private Optional<StopRule> rule(Stories.Lived lived, int from, int rise) {
        int line = content.forecastInstrument().definitions().unwellFrom().value();
        return lived.sheets().stream()
                .map(Stories.Sheet::rating)
                .filter(rating -> rating.day() <= from)
                .reduce((_, later) -> later)
                .filter(rating -> rating.score() < line)
                .map((Rating rating) ->
                        new StopRule(rating.score(), rating.riskItem(), rise, line));
    }

    private void add(Person prescriber, UUID patientId, Agreement what) {
        ZoneId zone = prescriber.clinic().zone();
        agreements.append(
                prescriber.actor(),
                new Agreed(
                        UUID.randomUUID(),
                        patientId,
                        LocalDate.ofEpochDay(what.from())
                                .atTime(11, 0)
                                .atZone(zone)
                                .toInstant(),
                        prescriber.id(),
                        what,
                        "Well for months and would like fewer visits.",
                        Optional.empty()),
                "demo");
    }
}
