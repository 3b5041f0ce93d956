package org.evenkeel.clinic.protocols.web;

import org.evenkeel.clinic.protocols.ProtocolWords;
import org.evenkeel.knowledge.Part;
import org.evenkeel.knowledge.Part.Items;
import org.evenkeel.knowledge.Part.Keys;
import org.evenkeel.knowledge.Part.Word;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a text says of itself at its head. It can be asked of a draft that is not finished.
///
/// @param text the text taken apart
record Facts(Part text) {
    /// Evidence that is no study of the protocol.
    private static final Set<String> NO_STUDY = Set.of("experience", "none");

    String title() {
        String title = word("title");
        return title.isEmpty() ? "Without a title" : title;
    }

    /// Drug, route and what it treats.
    String what() {
        return word("drug") + " " + ProtocolWords.value("route", word("route")) + " · "
                + word("indication");
    }

    /// What stands behind it.
    String grade() {
        String grade = word("grade");
        return grade.isEmpty() ? word("evidence") : ProtocolWords.value("grade", grade);
    }

    /// Whether it rests on habit or on a default alone.
    boolean isExperience() {
        return NO_STUDY.contains(word("grade"));
    }

    /// How regulators stand to it.
    String label() {
        if (text.at("labels").orElse(new Items(List.of())) instanceof Items labels) {
            return labels.parts().stream()
                    .map(label -> label instanceof Keys keys ? keys.word("words") : "")
                    .filter(words -> !words.isEmpty())
                    .collect(Collectors.joining("; "));
        }
        return "";
    }

    /// One of the words at the head.
    String word(String key) {
        return text.at(key).orElse(new Word("", false)) instanceof Word word ? word.text() : "";
    }

    /// What it may be used for: `enrol` or `reference`.
    String use() {
        return word("use.for").isEmpty() ? "enrol" : word("use.for");
    }
}
