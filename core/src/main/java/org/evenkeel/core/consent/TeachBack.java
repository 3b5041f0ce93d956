package org.evenkeel.core.consent;

import org.evenkeel.core.consent.ConsentText.Answer;
import org.evenkeel.core.consent.ConsentText.Question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What came of the questions after reading.
public sealed interface TeachBack {
    /// Every question was answered rightly.
    record Understood() implements TeachBack {}

    /// Some were not; what is behind each is said, and one may try again.
    ///
    /// @param right how many were answered rightly
    /// @param wrong the others, in the order of the text
    record Again(int right, List<Wrong> wrong) implements TeachBack {
        public Again {
            wrong = List.copyOf(wrong);
        }
    }

    /// A question that was not answered rightly.
    ///
    /// @param question the question's id
    /// @param why what is said about the answer chosen, or that none was
    record Wrong(String question, String why) {}

    /// Looks at answers.
    ///
    /// @param text what was read
    /// @param chosen which answer was chosen, from 0, by the question's id; none is not right
    static TeachBack of(ConsentText text, Map<String, Integer> chosen) {
        List<Wrong> wrong = new ArrayList<>();
        for (Question question : text.questions()) {
            int at = chosen.getOrDefault(question.id(), -1);
            if (at < 0 || at >= question.answers().size()) {
                wrong.add(new Wrong(question.id(), "Please choose an answer."));
            } else {
                Answer answer = question.answers().get(at);
                if (!answer.right()) {
                    wrong.add(new Wrong(question.id(), answer.why()));
                }
            }
        }
        return wrong.isEmpty()
                ? new Understood()
                : new Again(text.questions().size() - wrong.size(), wrong);
    }
}
