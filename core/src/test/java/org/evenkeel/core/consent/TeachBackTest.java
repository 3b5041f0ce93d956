package org.evenkeel.core.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.evenkeel.core.consent.ConsentText.Answer;
import org.evenkeel.core.consent.ConsentText.Option;
import org.evenkeel.core.consent.ConsentText.Question;
import org.evenkeel.core.consent.ConsentText.Section;
import org.evenkeel.core.protocol.Drug;
import org.evenkeel.core.protocol.Route;
import org.evenkeel.core.units.Cited;
import org.evenkeel.core.units.EvidenceTag;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Questions after reading, and what a text must have.
final class TeachBackTest {
    private static final Question DRIVING = new Question(
            "driving",
            Topic.DRIVING,
            "When may you drive?",
            List.of(
                    new Answer("At once.", false, "Wait for a night of sleep."),
                    new Answer("The next day.", true, "Right.")));
    private static final Question STOPPING = new Question(
            "stopping",
            Topic.RIGHT,
            "May you stop?",
            List.of(new Answer("Yes.", true, "Right."), new Answer("No.", false, "You may.")));

    static ConsentText text(List<Section> sections, List<Question> questions) {
        return new ConsentText(
                "test.en",
                "1",
                "en",
                "A test",
                "needs local legal review",
                new Manner(Drug.KETAMINE, Route.IV, Label.OFF_LABEL),
                new Cited<>(12, EvidenceTag.P, "ours"),
                sections,
                List.of(new Option(Choice.CARE, "Treatment", "I agree.")),
                questions,
                List.of());
    }

    static List<Section> everyTopic() {
        return Arrays.stream(Topic.values())
                .map(topic -> new Section(
                        topic.name(), topic, topic.name(), List.of("Some words."), List.of()))
                .toList();
    }

    private final ConsentText text = text(everyTopic(), List.of(DRIVING, STOPPING));

    @Test
    void whoAnswersAllRightlyUnderstood() {
        assertThat(TeachBack.of(text, Map.of("driving", 1, "stopping", 0)))
                .isEqualTo(new TeachBack.Understood());
    }

    /// HZ-29.
    @Test
    void aWrongAnswerIsExplainedAndTheRightOnesCount() {
        assertThat(TeachBack.of(text, Map.of("driving", 0, "stopping", 0)))
                .isEqualTo(new TeachBack.Again(
                        1, List.of(new TeachBack.Wrong("driving", "Wait for a night of sleep."))));
    }

    @Test
    void noAnswerAndOneThatDoesNotExistAreNotRight() {
        assertThat(TeachBack.of(text, Map.of("driving", 7)))
                .isEqualTo(new TeachBack.Again(
                        0,
                        List.of(
                                new TeachBack.Wrong("driving", "Please choose an answer."),
                                new TeachBack.Wrong("stopping", "Please choose an answer."))));
    }

    @Test
    void aTextMustSpeakOfEverything() {
        List<Section> without = everyTopic().stream()
                .filter(section -> section.topic() != Topic.BLADDER)
                .toList();

        assertThatThrownBy(() -> text(without, List.of(DRIVING)))
                .hasMessageContaining("says nothing about [BLADDER]");
        assertThatThrownBy(() -> text(everyTopic(), List.of()))
                .hasMessageContaining("at least one");
        assertThatThrownBy(() -> text(everyTopic(), List.of(DRIVING, DRIVING)))
                .hasMessageContaining("'driving' twice");
    }

    @Test
    void aFigureWithoutItsSourceIsRefused() {
        assertThatThrownBy(() -> new Section(
                        "x", Topic.BENEFIT, "X", List.of("It helps 70 of 100."), List.of()))
                .hasMessageContaining("belongs under facts");
    }

    @Test
    void aQuestionHasOneRightAnswer() {
        Answer right = new Answer("Yes.", true, "Right.");

        assertThatThrownBy(() -> new Question("q", Topic.RIGHT, "?", List.of(right, right)))
                .hasMessageContaining("got 2 with 2 right");
        assertThatThrownBy(() -> new Question("q", Topic.RIGHT, "?", List.of(right)))
                .hasMessageContaining("got 1 with 1 right");
    }

    @Test
    void whatIsAgreedToChangesWithEveryWord() {
        assertThat(text.plain())
                .isEqualTo(text(everyTopic(), List.of(DRIVING, STOPPING)).plain());
        assertThat(text.plain())
                .isNotEqualTo(text(everyTopic(), List.of(DRIVING)).plain());
        assertThat(text.plain()).contains("Wait for a night of sleep.", "12 months", "I agree.");
    }
}
