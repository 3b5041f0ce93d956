package org.evenkeel.clinic.eligibility.web;

import org.evenkeel.clinic.content.EligibilityContent;
import org.evenkeel.clinic.content.Figure;
import org.evenkeel.clinic.eligibility.Screened;
import org.evenkeel.clinic.eligibility.web.EligibilityPage.Dot;
import org.evenkeel.clinic.eligibility.web.EligibilityPage.Group;
import org.evenkeel.clinic.eligibility.web.EligibilityPage.RuleLine;
import org.evenkeel.clinic.eligibility.web.EligibilityPage.Stage;
import org.evenkeel.clinic.eligibility.web.EligibilityPage.Step;
import org.evenkeel.clinic.eligibility.web.EligibilityPage.Verdict;
import org.evenkeel.clinic.history.FactWords;
import org.evenkeel.clinic.web.Words;
import org.evenkeel.core.condition.Truth;
import org.evenkeel.core.eligibility.Resistance;
import org.evenkeel.core.eligibility.Rule.Severity;
import org.evenkeel.core.eligibility.RulePack;
import org.evenkeel.core.eligibility.Screening.Conclusion;
import org.evenkeel.core.eligibility.Screening.Result;
import org.evenkeel.core.eligibility.Staged;
import org.evenkeel.core.eligibility.WorkUp;
import org.evenkeel.core.history.Chart;
import org.evenkeel.core.units.Cited;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Turns what the rules say into what a page shows.
final class EligibilityView {
    private final EligibilityContent content;
    private final Screened screened;
    private final FactWords words;
    private final Explained explained;
    private final Thresholds thresholds;

    EligibilityView(EligibilityContent content, Screened screened) {
        this.content = content;
        this.screened = screened;
        this.words = new FactWords(content.vocabulary());
        this.explained = new Explained(words);
        this.thresholds = new Thresholds(words);
    }

    List<Group> groups() {
        return Stream.of(
                        group(
                                "against",
                                "Speaks against it",
                                "While one of these stands, nobody is treated unless a prescriber"
                                        + " decides against it with a reason, where allowed.",
                                kind("against")),
                        group(
                                "unknown",
                                "Not known yet",
                                "Unknown never counts as no: ask first.",
                                kind("unknown")),
                        group(
                                "look",
                                "Needs a careful look",
                                "A prescriber weighs these and says why.",
                                kind("look")),
                        group("say", "Good to know", "These hold nothing back.", kind("say")),
                        group("clear", "Nothing against it", "Asked, and clear.", kind("clear")))
                .filter(group -> !group.lines().isEmpty())
                .toList();
    }

    private static Predicate<Result> kind(String kind) {
        return result -> kind(result).equals(kind);
    }

    private static String kind(Result result) {
        return switch (result.state()) {
            case CLEAR -> "clear";
            case OPEN -> "unknown";
            case RAISED ->
                switch (result.rule().severity()) {
                    case BLOCK -> "against";
                    case REVIEW -> "look";
                    case INFO -> "say";
                };
        };
    }

    private Group group(String kind, String title, String meaning, Predicate<Result> which) {
        return new Group(
                kind,
                title,
                meaning,
                screened.screening().results().stream()
                        .filter(which)
                        .map(this::line)
                        .toList());
    }

    private RuleLine line(Result result) {
        Cited<String> says = result.rule().words();
        return new RuleLine(
                says.value(),
                explained.because(result.answer()),
                explained.ask(result.answer()),
                source(says),
                thresholds.of(result.rule().condition()),
                pack(result.pack()),
                result.rule().severity() == Severity.BLOCK && !result.rule().overridable());
    }

    private String pack(String id) {
        return screened.packs().stream()
                .filter(pack -> pack.id().equals(id))
                .map(EligibilityView::title)
                .findFirst()
                .orElse(id);
    }

    static String title(RulePack pack) {
        return pack.title() + ", version " + pack.version()
                + pack.jurisdiction().map(where -> ", " + where).orElse("");
    }

    List<Dot> dots() {
        return groups().stream()
                .flatMap(group -> group.lines().stream().map(_ -> new Dot(group.kind())))
                .toList();
    }

    Verdict verdict(String standing) {
        Conclusion conclusion = screened.screening().conclusion();
        return new Verdict(
                conclusion.name().toLowerCase(Locale.ROOT),
                title(conclusion),
                meaning(conclusion),
                standing);
    }

    static String title(Conclusion conclusion) {
        return switch (conclusion) {
            case ELIGIBLE -> "Nothing speaks against it";
            case REVIEW -> "Possible, with a careful look";
            case INCOMPLETE -> "Not enough is known yet";
            case BLOCKED -> "Something speaks against it";
        };
    }

    private static String meaning(Conclusion conclusion) {
        return switch (conclusion) {
            case ELIGIBLE -> "Every rule is answered and clear. A prescriber still decides.";
            case REVIEW -> "No rule blocks; a prescriber weighs what is listed below.";
            case INCOMPLETE -> "A rule that would block cannot be answered: ask what stands below.";
            case BLOCKED -> "A rule that blocks is raised.";
        };
    }

    List<Stage> stages() {
        LocalDate day = screened.screening().day();
        List<Stage> stages = new ArrayList<>();
        for (Resistance definition : content.resistances()) {
            Resistance.Found found = definition.of(screened.chart(), day);
            stages.add(new Stage(
                    definition.title().value(),
                    resistant(found.truth()),
                    found.counted().stream().map(words::of).toList(),
                    found.missing(),
                    List.of(
                            source(definition.title()),
                            Figure.of(
                                    "at least " + definition.atLeast().value() + " failed trials",
                                    definition.atLeast()),
                            Figure.of(
                                    "a trial of "
                                            + definition.adequacy().weeks().value()
                                            + " weeks or more",
                                    definition.adequacy().weeks()))));
        }
        stages.add(stage(content.maudsley().of(screened.chart(), day)));
        stages.add(stage(content.mgh().of(screened.chart(), day)));
        return List.copyOf(stages);
    }

    private static Figure source(Cited<String> says) {
        return Figure.of(says.source(), says);
    }

    private static String resistant(Truth truth) {
        return switch (truth) {
            case MET -> "resistant by this definition";
            case NOT_MET -> "not resistant by this definition";
            case UNKNOWN -> "cannot be told yet";
        };
    }

    private Stage stage(Staged staged) {
        String least = Words.amount(staged.least());
        String most = Words.amount(staged.most());
        return new Stage(
                staged.scale().value(),
                (least.equals(most) ? least : least + " to " + most) + ", " + staged.words(),
                staged.parts().stream().map(this::part).toList(),
                staged.parts().stream()
                        .flatMap(part -> part.missing().stream())
                        .distinct()
                        .toList(),
                List.of(source(staged.scale())));
    }

    private String part(Staged.Part part) {
        String least = Words.amount(part.least());
        String most = Words.amount(part.most());
        String facts = part.facts().isEmpty()
                ? ""
                : " (" + String.join("; ", part.facts().stream().map(words::of).toList()) + ")";
        return part.title() + ": " + (least.equals(most) ? least : least + " to " + most) + facts;
    }

    List<Step> steps() {
        Chart chart = screened.chart();
        return content.workUp().of(chart, screened.screening().day()).stream()
                .flatMap(result -> step(result).stream())
                .toList();
    }

    private static Optional<Step> step(WorkUp.Result result) {
        Cited<String> says = result.item().words();
        return stand(result.state())
                .map(stand -> new Step(stand[0], says.value(), stand[1], source(says)));
    }

    private static Optional<String[]> stand(WorkUp.State state) {
        return switch (state) {
            case WorkUp.State.Done(LocalDate on, Optional<LocalDate> until) ->
                Optional.of(new String[] {
                    "done",
                    "done " + Words.day(on)
                            + until.map(end -> ", holds until " + Words.day(end))
                                    .orElse("")
                });
            case WorkUp.State.Due _ -> Optional.of(new String[] {"due", "not done yet"});
            case WorkUp.State.Expired(LocalDate on) ->
                Optional.of(
                        new String[] {"expired", "done " + Words.day(on) + ", holds no longer"});
            case WorkUp.State.NotNeeded _ -> Optional.empty();
        };
    }
}
