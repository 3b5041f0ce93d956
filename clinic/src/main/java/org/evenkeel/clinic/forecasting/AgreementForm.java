package org.evenkeel.clinic.forecasting;

import org.evenkeel.clinic.content.ClinicContent;
import org.evenkeel.clinic.prom.Response;
import org.evenkeel.clinic.treatment.TreatmentGiven;
import org.evenkeel.clinic.web.FormState;
import org.evenkeel.clinic.web.Words;
import org.evenkeel.core.booster.Agreement;
import org.evenkeel.core.booster.FollowUpSettings;
import org.evenkeel.core.booster.StopRule;
import org.evenkeel.core.protocol.IntervalBounds;
import org.evenkeel.core.protocol.Maintenance;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The fields of an agreement: what they start with, and what they say.
@Component
public class AgreementForm {
    /// Names the form of a stretch.
    public static final String STRETCH = "stretch";

    /// Names the form of a time without treatment.
    public static final String FREE = "free";

    private static final int MOST_DIGITS = 3;

    private final ClinicContent content;

    AgreementForm(ClinicContent content) {
        this.content = content;
    }

    /// What the fields start with.
    public Map<String, String> usual(Snapshot snapshot, Answer answer) {
        FollowUpSettings settings = content.followUp();
        int line = answer.content().threshold();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("stretch-days", Integer.toString(longer(snapshot, answer)));
        values.put(
                "stretch-until",
                answer.asOf().plusDays(settings.stretch().lengthDays().value()).toString());
        values.put("stretch-rise", settings.stretch().rise().value().toString());
        values.put("stretch-reach", Integer.toString(line));
        values.put(
                "free-until",
                answer.asOf()
                        .plusDays(settings.treatmentFree().lengthDays().value())
                        .toString());
        values.put("free-rise", settings.treatmentFree().rise().value().toString());
        values.put("free-reach", Integer.toString(line));
        return values;
    }

    /// The interval so far: days between the latest two treatments.
    public static OptionalInt usualDays(Snapshot snapshot) {
        List<Integer> days = snapshot.treatments().stream()
                .map(TreatmentGiven::on)
                .map(day -> (int) day.toEpochDay())
                .distinct()
                .toList();
        return days.size() < 2
                ? OptionalInt.empty()
                : OptionalInt.of(days.getLast() - days.get(days.size() - 2));
    }

    /// The protocol's bounds for an interval.
    public static Optional<IntervalBounds> bounds(Answer answer) {
        return answer.content().protocol().maintenance().map(Maintenance::bounds);
    }

    private int longer(Snapshot snapshot, Answer answer) {
        int wished = usualDays(snapshot).orElse(0)
                + content.followUp().stretch().longerByDays().value();
        return bounds(answer)
                .map(each -> Math.clamp(
                        wished, each.minimumDays().value(), each.maximumDays().value()))
                .orElse(wished);
    }

    /// Reads what is agreed, or notes in the form what is wrong.
    Optional<Agreement> read(FormState form, Snapshot snapshot, Answer answer) {
        String kind = form.value("kind");
        if (!kind.equals(STRETCH) && !kind.equals(FREE)) {
            form.reject("kind", "Choose what to agree.");
            return Optional.empty();
        }
        if (snapshot.treatments().isEmpty()) {
            form.reject("kind", "No treatment was given yet.");
            return Optional.empty();
        }
        Optional<LocalDate> until = until(form, kind + "-until", answer.asOf());
        Optional<StopRule> rule = rule(form, kind, snapshot, answer);
        OptionalInt tried =
                kind.equals(STRETCH) ? tried(form, snapshot, answer) : OptionalInt.of(0);
        if (!form.isRight() || until.isEmpty() || rule.isEmpty() || tried.isEmpty()) {
            return Optional.empty();
        }
        int from = (int) answer.asOf().toEpochDay();
        int last = (int) until.get().toEpochDay();
        return Optional.of(
                kind.equals(STRETCH)
                        ? new Agreement.Stretch(
                                from,
                                last,
                                usualDays(snapshot).orElseThrow(),
                                tried.getAsInt(),
                                rule.get())
                        : new Agreement.TreatmentFree(from, last, watch(), rule.get()));
    }

    private Agreement.Watch watch() {
        FollowUpSettings.TreatmentFree free = content.followUp().treatmentFree();
        return new Agreement.Watch(
                free.askEveryDays().value(),
                free.confirmDays().value(),
                free.returnRisk().value());
    }

    private static OptionalInt tried(FormState form, Snapshot snapshot, Answer answer) {
        OptionalInt usual = usualDays(snapshot);
        Optional<IntervalBounds> bounds = bounds(answer);
        if (usual.isEmpty() || bounds.isEmpty()) {
            form.reject("stretch-days", "There is no interval yet that could be changed.");
            return OptionalInt.empty();
        }
        int least = bounds.get().minimumDays().value();
        int most = bounds.get().maximumDays().value();
        OptionalInt tried = whole(form, "stretch-days", least, most);
        if (tried.isPresent() && tried.getAsInt() == usual.getAsInt()) {
            form.reject("stretch-days", "That is the interval already kept: choose another.");
        }
        return tried;
    }

    private static Optional<StopRule> rule(
            FormState form, String kind, Snapshot snapshot, Answer answer) {
        int range = answer.content().instrument().maximum();
        OptionalInt rise = whole(form, kind + "-rise", 1, range);
        OptionalInt reach = whole(form, kind + "-reach", 1, range);
        if (answer.fitted().isEmpty()) {
            form.reject("kind", "No score is recent enough to begin from: ask for one first.");
            return Optional.empty();
        }
        Response last = snapshot.responses().getLast();
        if (reach.isPresent() && reach.getAsInt() <= last.rating().score()) {
            form.reject(
                    kind + "-reach",
                    "The last score of " + last.rating().score() + ", "
                            + Words.distance(answer.asOf(), last.on())
                            + ", has reached that line already: the rule would be met at once.");
        }
        if (!form.isRight() || rise.isEmpty() || reach.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new StopRule(
                last.rating().score(),
                last.rating().riskItem(),
                rise.getAsInt(),
                reach.getAsInt()));
    }

    private static Optional<LocalDate> until(FormState form, String field, LocalDate today) {
        try {
            LocalDate day = LocalDate.parse(form.value(field));
            if (day.isAfter(today) && !day.isAfter(today.plusYears(1))) {
                return Optional.of(day);
            }
            form.reject(field, "The day must lie between tomorrow and a year from now.");
        } catch (DateTimeParseException e) {
            form.reject(field, "Choose a day that exists.");
        }
        return Optional.empty();
    }

    private static OptionalInt whole(FormState form, String field, int least, int most) {
        String text = form.value(field);
        if (text.length() <= MOST_DIGITS && text.matches("\\d+")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return OptionalInt.of(number);
            }
        }
        form.reject(field, "Enter a whole number from " + least + " to " + most + ".");
        return OptionalInt.empty();
    }
}
