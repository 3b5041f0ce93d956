package org.evenkeel.core.consent;

import org.evenkeel.core.units.Cited;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What a patient reads before they agree, for one use, in one version.
///
/// @param id its id
/// @param version its version
/// @param language as in BCP 47, for example `en`
/// @param title its heading
/// @param review what still has to be done before it may be relied on
/// @param use what it is about
/// @param months how long an agreement to it holds
/// @param sections in the order they are read
/// @param options what can be chosen, care first
/// @param questions whether it was understood
/// @param sources citations
public record ConsentText(
        String id,
        String version,
        String language,
        String title,
        String review,
        Manner use,
        Cited<Integer> months,
        List<Section> sections,
        List<Option> options,
        List<Question> questions,
        List<String> sources) {

    public ConsentText {
        sections = List.copyOf(sections);
        options = List.copyOf(options);
        questions = List.copyOf(questions);
        sources = List.copyOf(sources);
        if (months.value() < 1) {
            throw new IllegalArgumentException(
                    id + " must hold for at least 1 month, got " + months.value());
        }
        requireTopics(id + " for " + use.code(), sections);
        if (options.isEmpty() || options.getFirst().choice() != Choice.CARE) {
            throw new IllegalArgumentException(id + " must ask for care first");
        }
        requireUnlike(id, options.stream().map(each -> each.choice().code()).toList());
        requireUnlike(id, sections.stream().map(Section::id).toList());
        requireUnlike(id, questions.stream().map(Question::id).toList());
        if (questions.isEmpty()) {
            throw new IllegalArgumentException(id + " must ask at least one question");
        }
    }

    private static void requireTopics(String id, List<Section> sections) {
        Set<Topic> missing = EnumSet.allOf(Topic.class);
        sections.forEach(section -> missing.remove(section.topic()));
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(id + " says nothing about " + missing);
        }
    }

    private static void requireUnlike(String id, List<String> ids) {
        Set<String> seen = new HashSet<>();
        for (String each : ids) {
            if (!seen.add(each)) {
                throw new IllegalArgumentException(id + " has '" + each + "' twice");
            }
        }
    }

    /// A few sentences on one thing.
    ///
    /// @param id its id in the text
    /// @param topic what it is about
    /// @param title its heading
    /// @param paragraphs what is said, without figures
    /// @param facts what is said with figures, each with its source
    public record Section(
            String id,
            Topic topic,
            String title,
            List<String> paragraphs,
            List<Cited<String>> facts) {

        public Section {
            paragraphs = List.copyOf(paragraphs);
            facts = List.copyOf(facts);
            if (paragraphs.isEmpty()) {
                throw new IllegalArgumentException("section " + id + " says nothing");
            }
            for (String each : paragraphs) {
                if (each.chars().anyMatch(Character::isDigit)) {
                    throw new IllegalArgumentException("a figure belongs under facts, with its"
                            + " source; section " + id + " has one in '" + each + "'");
                }
            }
        }

        /// All its sentences as one reads them.
        public List<String> words() {
            return Stream.concat(paragraphs.stream(), facts.stream().map(Cited::value))
                    .toList();
        }
    }

    /// Something to choose.
    ///
    /// @param choice what
    /// @param title in a few words
    /// @param words in the patient's own person: what they agree to
    public record Option(Choice choice, String title, String words) {}

    /// A question after reading.
    ///
    /// @param id its id in the text
    /// @param topic what it is about
    /// @param words the question
    /// @param answers to choose from; one is right
    public record Question(String id, Topic topic, String words, List<Answer> answers) {
        public Question {
            answers = List.copyOf(answers);
            long right = answers.stream().filter(Answer::right).count();
            if (answers.size() < 2 || right != 1) {
                throw new IllegalArgumentException("question " + id
                        + " must have two answers or more, one of them right; got "
                        + answers.size() + " with " + right + " right");
            }
        }

        /// Which answer is right, from 0.
        public int right() {
            return answers.indexOf(
                    answers.stream().filter(Answer::right).findFirst().orElseThrow());
        }
    }

    /// An answer to choose.
    ///
    /// @param words the answer
    /// @param right whether it is the right one
    /// @param why what is said to who chose it
    public record Answer(String words, boolean right, String why) {}

    /// The whole text line by line, the same for the same text: what a patient agrees to, and
    /// what is hashed.
    public String plain() {
        StringBuilder lines = new StringBuilder();
        line(lines, id, version, language, use.code(), months.value() + " months");
        line(lines, title, review);
        for (Section section : sections) {
            line(lines, "#", section.id(), section.title());
            section.paragraphs().forEach(each -> line(lines, each));
            section.facts().forEach(each -> line(lines, each.value(), "(" + each.source() + ")"));
        }
        options.forEach(
                each -> line(lines, "[]", each.choice().code(), each.title(), each.words()));
        for (Question question : questions) {
            line(lines, "?", question.id(), question.words());
            question.answers()
                    .forEach(each ->
                            line(lines, each.right() ? "+" : "-", each.words(), each.why()));
        }
        return lines.toString();
    }

    private static void line(StringBuilder lines, String... parts) {
        lines.append(String.join(" ", parts)).append('\n');
    }
}
