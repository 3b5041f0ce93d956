package org.evenkeel.exchange;

import org.evenkeel.core.course.Rating;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.Score;
import org.evenkeel.core.instrument.Scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Ratings of one instrument from QuestionnaireResponses: from the answers to its items, from its
/// total, or from both.
final class FhirResponses {
    private static final Set<String> FINISHED = Set.of("completed", "amended");

    private static final int SHORT_FORM_ITEMS = 2;

    private final Instrument instrument;
    private final FhirDates dates;

    FhirResponses(Instrument instrument, FhirDates dates) {
        this.instrument = instrument;
        this.dates = dates;
    }

    /// The rating of a response; empty where it is none of the instrument's, or has a problem.
    Optional<Rating> rating(Element response) {
        var answers = new HashMap<String, Element>();
        collect(response, answers);
        boolean ours = answers.containsKey(FhirScores.totalCode(instrument))
                || instrument.items().stream().anyMatch(item -> answers.containsKey(item.code()));
        if (!ours) {
            leaveOut(response);
            return Optional.empty();
        }
        if (!FhirCodes.isFinished(response, FINISHED)) {
            return Optional.empty();
        }
        OptionalInt day = dates.day(response, "authored");
        List<OptionalInt> points = points(answers);
        OptionalInt total = total(response, answers, points);
        return day.isPresent() && total.isPresent()
                ? Optional.of(new Rating(day.getAsInt(), total.getAsInt(), riskItem(points)))
                : Optional.empty();
    }

    /// First answers by the last part of their link id, which carries the LOINC code.
    private static void collect(Element parent, Map<String, Element> answers) {
        for (Element item : parent.children("item")) {
            String link = item.text("linkId").orElse("");
            String code = link.substring(link.lastIndexOf('/') + 1);
            for (Element answer : item.children("answer")) {
                answers.putIfAbsent(code, answer);
                collect(answer, answers);
            }
            collect(item, answers);
        }
    }

    /// A response that says it is the instrument's, but whose items cannot be told, must not pass
    /// unseen: an answer about self-harm may be in it.
    private void leaveOut(Element response) {
        if (isClaimed(response)) {
            response.findings()
                    .add(response.at("item.linkId")
                            .problem(
                                    "no link id of the instrument",
                                    "link ids that end in the LOINC codes of its items"));
        } else {
            response.count("QuestionnaireResponses of other questionnaires left out");
        }
    }

    private boolean isClaimed(Element response) {
        String questionnaire = response.text("questionnaire").orElse("");
        return instrument
                .coding()
                .flatMap(Instrument.Coding::panel)
                .map(questionnaire::contains)
                .orElse(false);
    }

    private List<OptionalInt> points(Map<String, Element> answers) {
        var points = new ArrayList<OptionalInt>();
        for (Instrument.Item item : instrument.items()) {
            Element answer = answers.get(item.code());
            points.add(answer == null ? OptionalInt.empty() : points(answer));
        }
        return points;
    }

    /// The points of an answer: a whole number, or a LOINC answer code.
    private OptionalInt points(Element answer) {
        Optional<String> code = answer.child("valueCoding").flatMap(coding -> coding.text("code"));
        Optional<BigDecimal> number =
                answer.number("valueInteger").or(() -> answer.number("valueDecimal"));
        for (Instrument.AnswerOption option : instrument.answers()) {
            BigDecimal value = BigDecimal.valueOf(option.value());
            if (code.isPresent()
                    ? option.code().equals(code.get())
                    : number.isPresent() && number.get().compareTo(value) == 0) {
                return OptionalInt.of(option.value());
            }
        }
        String got = code.or(() -> number.map(BigDecimal::toString)).orElse("");
        answer.findings().add(answer.place().problem(got, "an answer of the instrument"));
        return OptionalInt.empty();
    }

    /// No row is made of such a response, so what it says of self-harm stands beside its problem.
    private String risk(Score.Unscorable unscorable) {
        return instrument
                .riskItem()
                .filter(item -> unscorable.riskAnswer().orElse(0) >= item.from().value())
                .map(item -> "; item " + item.number() + ", about self-harm, was answered "
                        + unscorable.riskAnswer().getAsInt() + ": act on it now")
                .orElse("");
    }

    private OptionalInt riskItem(List<OptionalInt> points) {
        return instrument
                .riskItem()
                .filter(risk -> risk.number() <= points.size())
                .map(risk -> points.get(risk.number() - 1))
                .orElse(OptionalInt.empty());
    }

    /// The stated total, which complete answers must agree with; else the total of the answers.
    private OptionalInt total(
            Element response, Map<String, Element> answers, List<OptionalInt> points) {
        Element stated = answers.get(FhirScores.totalCode(instrument));
        Score score = Scoring.of(instrument, points);
        if (stated == null) {
            return switch (score) {
                case Score.Complete complete -> OptionalInt.of(complete.total());
                case Score.Prorated prorated -> {
                    response.count("totals estimated because answers are missing");
                    yield OptionalInt.of(prorated.total());
                }
                case Score.Unscorable unscorable -> {
                    unscorable(response, unscorable, points);
                    yield OptionalInt.empty();
                }
            };
        }
        OptionalInt total = FhirScores.total(instrument, stated);
        if (score instanceof Score.Complete complete
                && total.isPresent()
                && total.getAsInt() != complete.total()) {
            stated.findings()
                    .add(stated.place()
                            .problem(
                                    "a total of " + total.getAsInt(),
                                    "the sum of the answers, " + complete.total()));
        }
        return total;
    }

    /// PHQ-2 and GAD-2 ask the first items of PHQ-9 and GAD-7 under the same codes. Where
    /// more is answered, or what is asked about self-harm, or the response claims to be the
    /// longer form, it must not be taken for one of them.
    private void unscorable(Element response, Score.Unscorable why, List<OptionalInt> points) {
        boolean isShort = points.stream().skip(SHORT_FORM_ITEMS).allMatch(OptionalInt::isEmpty)
                && riskItem(points).isEmpty();
        if (isShort && !isClaimed(response)) {
            response.count("QuestionnaireResponses of a form of two items left out");
            return;
        }
        response.findings()
                .add(response.at("item")
                        .problem(
                                String.join("; ", why.problems()),
                                "answers that make a total, or the total itself" + risk(why)));
    }
}
