package org.evenkeel.clinic.history;

import org.evenkeel.clinic.content.EligibilityContent;
import org.evenkeel.clinic.history.Noted.Known;
import org.evenkeel.clinic.history.Noted.Listing;
import org.evenkeel.clinic.history.Noted.Whole;
import org.evenkeel.clinic.history.Noted.Withdrawn;
import org.evenkeel.clinic.web.Correction;
import org.evenkeel.clinic.web.FormState;
import org.evenkeel.clinic.web.Words;
import org.evenkeel.core.history.Chart;
import org.evenkeel.core.history.Fact;
import org.evenkeel.core.history.Fact.Adherence;
import org.evenkeel.core.history.Fact.Improvement;
import org.evenkeel.core.history.Fact.Specifier;
import org.evenkeel.core.history.Fact.Status;
import org.evenkeel.core.history.Plausible.Range;
import org.evenkeel.core.history.Plausible.Slip;
import org.evenkeel.core.history.Plausible.Verdict;
import org.evenkeel.core.history.Vocabulary.Quantity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads the forms of a history. Every field begins with the kind of its form, since all of them
/// stand on one page.
public final class HistoryForm {
    /// Field with the kind of what is noted.
    public static final String KIND = "kind";

    private static final Pattern ICD = Pattern.compile(
            "[A-TV-Z]\\d[0-9A-Z](\\.[0-9A-Z]{1,4})?|[0-9A-Z][A-Z]\\d[0-9A-Z](\\.[0-9A-Z]{1,3})?");
    private static final Pattern INGREDIENT = Pattern.compile("[a-z][a-z0-9 .,'/-]{1,79}");

    private static final String ANSWER = "answer-";
    private static final String PREGNANCY_POSSIBLE = "pregnancy-possible";
    private static final String TEST_POSITIVE = "pregnancy-test-positive";

    private final EligibilityContent content;
    private final FormState form;
    private final LocalDate today;

    HistoryForm(EligibilityContent content, FormState form, LocalDate today) {
        this.content = content;
        this.form = form;
        this.today = today;
    }

    /// What was typed, or nothing where something is wrong; the form says what.
    ///
    /// @param chart what is known already, for slips of the unit
    List<Noted> read(Chart chart) {
        List<Noted> read = switch (form.value(KIND)) {
            case "trial" -> one(trial());
            case "treatment" -> one(treatment());
            case "diagnosis" -> one(diagnosis());
            case "medicine" -> one(medicine());
            case "quantity" -> one(quantity(chart));
            case "answers" -> answers(chart);
            case "whole" -> whole();
            default -> {
                form.reject(KIND, "Choose what to note.");
                yield List.of();
            }
        };
        return form.isRight() ? read : List.of();
    }

    /// A trial as far as it is typed: what cannot be read yet counts as not known. Empty while the
    /// ingredient cannot be read.
    public static Optional<Fact.Tried> trialSoFar(
            EligibilityContent content, FormState form, LocalDate today) {
        HistoryForm typed = new HistoryForm(content, form, today);
        return typed.ingredient("trial-ingredient")
                .map(ingredient -> new Fact.Tried(
                        ingredient,
                        typed.maybePositive("trial-dose"),
                        typed.maybePositive("trial-weeks"),
                        form.choice("trial-adherence", Adherence.class).orElse(Adherence.UNKNOWN),
                        form.choice("trial-outcome", Improvement.class).orElse(Improvement.UNKNOWN),
                        typed.isTicked("trial-episode"),
                        typed.isTicked("trial-added"),
                        form.pastDay("trial-day", today).orElse(today)));
    }

    private static List<Noted> one(Optional<? extends Fact> fact) {
        return fact.<Noted>map(Known::new).stream().toList();
    }

    private Optional<Fact> trial() {
        Optional<String> ingredient = ingredient("trial-ingredient");
        Optional<BigDecimal> dose = maybePositive("trial-dose");
        Optional<BigDecimal> weeks = maybePositive("trial-weeks");
        Optional<Adherence> adherence = form.choice("trial-adherence", Adherence.class);
        Optional<Improvement> outcome = form.choice("trial-outcome", Improvement.class);
        Optional<LocalDate> on = form.pastDay("trial-day", today);
        return form.isRight()
                ? Optional.of(new Fact.Tried(
                        ingredient.orElseThrow(),
                        dose,
                        weeks,
                        adherence.orElseThrow(),
                        outcome.orElseThrow(),
                        isTicked("trial-episode"),
                        isTicked("trial-added"),
                        on.orElseThrow()))
                : Optional.empty();
    }

    private Optional<Fact> treatment() {
        Optional<String> what = known("treatment-what", content.vocabulary().treatments());
        Optional<Status> status = form.choice("treatment-status", Status.class);
        Optional<Adherence> adherence = form.choice("treatment-adherence", Adherence.class);
        Optional<LocalDate> on = form.pastDay("treatment-day", today);
        return form.isRight()
                ? Optional.of(new Fact.Treated(
                        what.orElseThrow(),
                        status.orElseThrow(),
                        adherence.orElseThrow(),
                        on.orElseThrow()))
                : Optional.empty();
    }

    private Optional<Fact> diagnosis() {
        String code = form.value("diagnosis-code").toUpperCase(Locale.ROOT);
        if (!ICD.matcher(code).matches()) {
            form.reject(
                    "diagnosis-code", "Enter an ICD-10 or ICD-11 code, such as F33.1 or 6A71.1.");
        }
        Set<Specifier> specifiers = Arrays.stream(Specifier.values())
                .filter(each -> isTicked("diagnosis-" + each.name()))
                .collect(Collectors.toSet());
        Optional<LocalDate> on = form.pastDay("diagnosis-day", today);
        Optional<LocalDate> until = until("diagnosis-until", on);
        return form.isRight()
                ? Optional.of(new Fact.Diagnosed(code, specifiers, on.orElseThrow(), until))
                : Optional.empty();
    }

    private Optional<Fact> medicine() {
        Optional<String> ingredient = ingredient("medicine-ingredient");
        Optional<LocalDate> on = form.pastDay("medicine-day", today);
        Optional<LocalDate> until = until("medicine-until", on);
        return form.isRight()
                ? Optional.of(new Fact.Taken(ingredient.orElseThrow(), on.orElseThrow(), until))
                : Optional.empty();
    }

    private Optional<Fact> quantity(Chart chart) {
        Map<String, Quantity> quantities = content.vocabulary().quantities();
        Optional<String> what = known("quantity-what", quantities);
        Optional<BigDecimal> value = form.positive("quantity-value");
        Optional<LocalDate> on = form.pastDay("quantity-day", today);
        Optional<Quantity> quantity = what.map(quantities::get);
        if (!form.isRight() || quantity.isEmpty()) {
            return Optional.empty();
        }
        Fact.Measured measured = new Fact.Measured(
                what.get(), value.orElseThrow(), quantity.get().unit(), on.orElseThrow());
        judge(measured, chart);
        return form.isRight() ? Optional.of(measured) : Optional.empty();
    }

    private void judge(Fact.Measured measured, Chart chart) {
        Optional<BigDecimal> before = Chart.latest(
                        chart.measurements().stream()
                                .filter(each -> each.quantity().equals(measured.quantity())),
                        today)
                .map(Fact.Measured::value);
        String unit = FactWords.unit(measured.unit());
        switch (content.plausible()
                .judge(measured.quantity(), measured.unit(), measured.value(), before)) {
            case Verdict.Fine _ -> {}
            case Verdict.Impossible(Range range, Optional<Slip> slip) ->
                form.reject(
                        "quantity-value",
                        Words.amount(measured.value()) + " " + unit + " is outside "
                                + Words.amount(range.least().value()) + " to "
                                + Words.amount(range.most().value()) + " " + unit
                                + slip.map(each -> ": " + each.words() + "?").orElse("."));
            case Verdict.Doubtful(Slip slip) -> {
                if (!isTicked("quantity-sure")) {
                    form.reject(
                            "quantity-sure",
                            "The value before was " + Words.amount(before.orElseThrow()) + " "
                                    + unit + ". This looks like " + slip.words()
                                    + ": check it, and tick that it is right.");
                }
            }
        }
    }

    private List<Noted> answers(Chart chart) {
        Optional<LocalDate> on = form.pastDay("answers-day", today);
        if (on.isEmpty()) {
            return List.of();
        }
        List<Noted> answered = content.vocabulary().questions().keySet().stream()
                .sorted()
                .flatMap(id -> said(id).stream()
                        .<Noted>map(yes -> new Known(new Fact.Answered(id, yes, on.get()))))
                .toList();
        if (answered.isEmpty()) {
            form.reject("answers-day", "Answer at least one question with yes or no.");
        }
        agreeOnPregnancy(chart, on.get());
        return answered;
    }

    /// Takes an entry back, where it is not what keeps the answers on pregnancy together.
    ///
    /// @param all what is known
    /// @param rest what would be known without it
    List<Noted> takeBack(Chart all, Chart rest) {
        if (contradictsItself(rest) && !contradictsItself(all)) {
            form.reject(
                    Correction.CORRECTS,
                    "Without this a positive test would stand beside that pregnancy is not"
                            + " possible: note first which of the two is right.");
        }
        return List.of(new Withdrawn(today));
    }

    private boolean contradictsItself(Chart chart) {
        return last(chart, TEST_POSITIVE).filter(Fact.Answered::yes).isPresent()
                && last(chart, PREGNANCY_POSSIBLE).filter(fact -> !fact.yes()).isPresent();
    }

    private Optional<Boolean> said(String question) {
        return switch (form.value(ANSWER + question)) {
            case "yes" -> Optional.of(true);
            case "no" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /// A positive test of somebody who is said not to be able to become pregnant would silence the
    /// rule on pregnancy: one of the two is wrong, and is asked about.
    private void agreeOnPregnancy(Chart chart, LocalDate on) {
        boolean told = said(TEST_POSITIVE).isPresent();
        boolean positive = stands(chart, TEST_POSITIVE, on).orElse(false);
        boolean possible = stands(chart, PREGNANCY_POSSIBLE, on).orElse(false);
        if (!positive || possible) {
            return;
        }
        if (told) {
            form.reject(
                    ANSWER + PREGNANCY_POSSIBLE,
                    "A positive test says that pregnancy is possible: answer that with yes.");
        } else if (said(PREGNANCY_POSSIBLE).isPresent()) {
            form.reject(
                    ANSWER + PREGNANCY_POSSIBLE,
                    "The last pregnancy test was positive: note a negative one with this.");
        }
    }

    /// The last answer to a question once the form's own of a day is noted.
    private Optional<Boolean> stands(Chart chart, String question, LocalDate on) {
        Optional<Fact.Answered> last = last(chart, question);
        return last.filter(fact -> fact.on().isAfter(on))
                .map(Fact.Answered::yes)
                .or(() -> said(question))
                .or(() -> last.map(Fact.Answered::yes));
    }

    private Optional<Fact.Answered> last(Chart chart, String question) {
        return Chart.latest(
                chart.answers().stream().filter(each -> each.question().equals(question)), today);
    }

    private List<Noted> whole() {
        Optional<Listing> listing = form.choice("whole-list", Listing.class);
        Optional<LocalDate> on = form.pastDay("whole-day", today);
        return form.isRight()
                ? List.of(new Whole(listing.orElseThrow(), on.orElseThrow()))
                : List.of();
    }

    private Optional<String> ingredient(String field) {
        String text = form.value(field).toLowerCase(Locale.ROOT);
        if (INGREDIENT.matcher(text).matches()) {
            return Optional.of(text);
        }
        form.reject(field, "Enter the ingredient by its name, such as sertraline; no brand.");
        return Optional.empty();
    }

    private Optional<String> known(String field, Map<String, ?> allowed) {
        String value = form.value(field);
        if (allowed.containsKey(value)) {
            return Optional.of(value);
        }
        form.reject(field, "Choose one of the list.");
        return Optional.empty();
    }

    private Optional<BigDecimal> maybePositive(String field) {
        return form.value(field).isEmpty() ? Optional.empty() : form.positive(field);
    }

    private Optional<LocalDate> until(String field, Optional<LocalDate> from) {
        if (form.value(field).isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDate until = LocalDate.parse(form.value(field));
            if (!FormState.canBeMeant(until)) {
                form.reject(field, "Look at the year once more.");
                return Optional.empty();
            }
            if (from.filter(until::isBefore).isEmpty()) {
                return Optional.of(until);
            }
            form.reject(field, "It cannot end before it began.");
        } catch (DateTimeParseException e) {
            form.reject(field, "Choose a day that exists, or leave it empty.");
        }
        return Optional.empty();
    }

    private boolean isTicked(String field) {
        return !form.value(field).isEmpty();
    }
}
