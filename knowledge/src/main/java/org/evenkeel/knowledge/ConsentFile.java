package org.evenkeel.knowledge;

import org.evenkeel.core.consent.Choice;
import org.evenkeel.core.consent.ConsentText;
import org.evenkeel.core.consent.ConsentText.Answer;
import org.evenkeel.core.consent.ConsentText.Option;
import org.evenkeel.core.consent.ConsentText.Question;
import org.evenkeel.core.consent.Label;
import org.evenkeel.core.consent.Manner;
import org.evenkeel.core.consent.Topic;
import org.evenkeel.core.protocol.Drug;
import org.evenkeel.core.protocol.Route;
import org.evenkeel.core.units.Cited;

import java.util.ArrayList;
import java.util.List;

/// How the texts that patients agree to stand in their file: one file for a drug in a language, a
/// text for each of its uses.
final class ConsentFile {
    private enum Truth {
        RIGHT,
        WRONG
    }

    /// A part of a text and the uses it is for.
    private record For<T>(List<Route> routes, List<Label> labels, T part) {
        boolean holds(Manner use) {
            return routes.contains(use.route()) && labels.contains(use.label());
        }
    }

    private record Of(Route route, Label label) {}

    private ConsentFile() {}

    static List<ConsentText> read(Section file) throws Unreadable {
        Kind.CONSENT.require(file);
        List<String> sources = file.sources("sources");
        String id = file.text("id");
        String version = file.text("version");
        String language = file.text("language");
        String title = file.text("title");
        String review = file.text("review");
        Drug drug = file.choice("drug", List.of(Drug.values()));
        List<Of> uses = file.sections("uses", ConsentFile::use);
        Cited<Integer> months = file.whole("holds", "mo");
        List<For<ConsentText.Section>> sections =
                file.sections("sections", part -> only(part, ConsentFile::section));
        List<Option> options = file.sections("choices", ConsentFile::option);
        List<For<Question>> questions =
                file.sections("questions", part -> only(part, ConsentFile::question));
        file.end();
        List<ConsentText> texts = new ArrayList<>();
        for (Of of : uses) {
            Manner use = new Manner(drug, of.route(), of.label());
            texts.add(new ConsentText(
                    id,
                    version,
                    language,
                    title,
                    review,
                    use,
                    months,
                    those(sections, use),
                    options,
                    those(questions, use),
                    sources));
        }
        if (texts.isEmpty()) {
            throw new IllegalArgumentException(id + " must be for at least one use");
        }
        return texts;
    }

    private static Of use(Section use) throws Unreadable {
        Of of = new Of(
                use.choice("route", List.of(Route.values())),
                use.choice("label", List.of(Label.values())));
        use.end();
        return of;
    }

    private static <T> List<T> those(List<For<T>> parts, Manner use) {
        return parts.stream().filter(each -> each.holds(use)).map(For::part).toList();
    }

    /// A part that may say which routes and labels it is for; by itself it is for all.
    private static <T> For<T> only(Section part, Section.Reader<T> reader) throws Unreadable {
        List<Route> routes = part.has("routes")
                ? part.choices("routes", List.of(Route.values()))
                : List.of(Route.values());
        List<Label> labels = part.has("labels")
                ? part.choices("labels", List.of(Label.values()))
                : List.of(Label.values());
        return new For<>(routes, labels, reader.read(part));
    }

    private static ConsentText.Section section(Section section) throws Unreadable {
        String id = section.text("id");
        Topic topic = section.choice("topic", List.of(Topic.values()));
        String title = section.text("title");
        List<String> words = section.texts("words");
        List<Cited<String>> facts =
                section.has("facts") ? section.sections("facts", ConsentFile::fact) : List.of();
        section.end();
        return new ConsentText.Section(id, topic, title, words, facts);
    }

    private static Cited<String> fact(Section fact) throws Unreadable {
        return fact.cited(fact.text("words"));
    }

    private static Option option(Section option) throws Unreadable {
        Option read = new Option(
                option.choice("choice", List.of(Choice.values())),
                option.text("title"),
                option.text("words"));
        option.end();
        return read;
    }

    private static Question question(Section question) throws Unreadable {
        String id = question.text("id");
        Topic topic = question.choice("topic", List.of(Topic.values()));
        String words = question.text("words");
        List<Answer> answers = question.sections("answers", ConsentFile::answer);
        question.end();
        return new Question(id, topic, words, answers);
    }

    private static Answer answer(Section answer) throws Unreadable {
        Answer read = new Answer(
                answer.text("words"),
                answer.choice("is", List.of(Truth.values())) == Truth.RIGHT,
                answer.text("why"));
        answer.end();
        return read;
    }
}
