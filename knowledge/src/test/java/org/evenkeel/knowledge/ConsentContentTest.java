package org.evenkeel.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.consent.Choice;
import org.evenkeel.core.consent.ConsentText;
import org.evenkeel.core.consent.ConsentText.Answer;
import org.evenkeel.core.consent.ConsentText.Option;
import org.evenkeel.core.consent.ConsentText.Question;
import org.evenkeel.core.consent.ConsentText.Section;
import org.evenkeel.core.consent.Label;
import org.evenkeel.core.consent.Manner;
import org.evenkeel.core.consent.Topic;
import org.evenkeel.core.protocol.Protocol;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The shipped texts that patients agree to.
final class ConsentContentTest {
    /// Grade of school up to which a text as a whole, and one section of it, may go.
    private static final double TEXT_GRADE = 7;
    private static final double SECTION_GRADE = 8;
    private static final int MOST_WORDS = 110;

    private static final Pattern SYLLABLE = Pattern.compile("[aeiouy]+");

    private final List<ConsentText> texts = Catalogue.shipped().consentTexts();

    @Test
    void everyProtocolThatMayEnrolHasAText() {
        assertThat(texts.stream().map(ConsentText::use)).doesNotHaveDuplicates().hasSize(7);
        for (Protocol protocol : Catalogue.shipped().protocols()) {
            if (protocol.mayEnrol()) {
                assertThat(texts)
                        .as(protocol.id().value())
                        .extracting(ConsentText::use)
                        .contains(Manner.of(protocol).orElseThrow());
            }
        }
    }

    @Test
    void everyTextNeedsLegalReviewAndAsksForEachChoice() {
        for (ConsentText text : texts) {
            assertThat(text.review()).isEqualTo("needs local legal review");
            assertThat(text.options()).extracting(Option::choice).containsExactly(Choice.values());
            assertThat(text.questions())
                    .extracting(Question::topic)
                    .contains(Topic.STATUS, Topic.DRIVING, Topic.DISSOCIATION, Topic.RIGHT);
        }
    }

    @Test
    void offLabelIsSaidPlainlyAndOnlyWhereItIs() {
        for (ConsentText text : texts) {
            String status = words(text.sections().getFirst());
            assertThat(status.contains("off-label") && status.contains("approved"))
                    .as(text.use().code())
                    .isEqualTo(text.use().label() == Label.OFF_LABEL);
        }
    }

    @Test
    void everyWrongAnswerIsExplained() {
        for (ConsentText text : texts) {
            for (Question question : text.questions()) {
                assertThat(question.answers())
                        .filteredOn(answer -> !answer.right())
                        .extracting(Answer::why)
                        .allSatisfy(why -> assertThat(why).hasSizeGreaterThan(40));
            }
        }
    }

    @Test
    void aReaderOfEighthGradeCanReadThem() {
        List<String> hard = new ArrayList<>();
        for (ConsentText text : texts) {
            List<String> whole = new ArrayList<>();
            for (Section section : text.sections()) {
                whole.addAll(section.words());
                double grade = grade(section.words());
                if (grade > SECTION_GRADE) {
                    hard.add(text.use().code() + " " + section.id() + " " + grade);
                }
                assertThat(words(section).split(" ")).hasSizeLessThan(MOST_WORDS);
            }
            text.questions().stream()
                    .flatMap(question -> Stream.concat(
                            Stream.of(question.words()),
                            question.answers().stream().map(Answer::why)))
                    .forEach(whole::add);
            if (grade(whole) > TEXT_GRADE) {
                hard.add(text.use().code() + " as a whole " + grade(whole));
            }
        }
        assertThat(hard).isEmpty();
    }

    private static String words(Section section) {
        return String.join(" ", section.words());
    }

    /// The grade of Flesch and Kincaid; syllables are counted as groups of vowels, a silent e at
    /// the end left out.
    static double grade(List<String> paragraphs) {
        List<String> words = paragraphs.stream()
                .flatMap(each -> Arrays.stream(each.split("[^A-Za-z0-9'-]+")))
                .filter(word -> !word.isBlank())
                .toList();
        long sentences = paragraphs.stream()
                .flatMap(each -> Arrays.stream(each.split("[.?!:]+(\\s|$)")))
                .filter(sentence -> !sentence.isBlank())
                .count();
        long syllables = words.stream().mapToLong(ConsentContentTest::syllables).sum();
        return 0.39 * words.size() / sentences + 11.8 * syllables / words.size() - 15.59;
    }

    private static long syllables(String word) {
        String bare = word.toLowerCase(Locale.ROOT).replaceAll("(?<=[^l])e$", "");
        return Math.max(1, SYLLABLE.matcher(bare).results().count());
    }
}
