package org.evenkeel.clinic.forecasting.web;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.content.ClinicContent;
import org.evenkeel.clinic.forecasting.Courses;
import org.evenkeel.clinic.forecasting.Snapshot;
import org.evenkeel.clinic.web.Page;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.Outcomes;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/// Counts of the whole clinic. No names, and no count so small that it could point at someone.
@Controller
class FiguresController {
    private static final int SMALLEST_SHOWN = 11;
    private static final int LATELY_DAYS = 28;

    private final Courses courses;
    private final ClinicContent content;
    private final InstantSource clock;

    FiguresController(Courses courses, ClinicContent content, InstantSource clock) {
        this.courses = courses;
        this.content = content;
        this.clock = clock;
    }

    @GetMapping("/figures")
    @Needs(value = Permission.SEE_FIGURES, act = "figures-view", of = Needs.Subject.CLINIC)
    View figures(@AuthenticationPrincipal Person person) {
        List<Snapshot> all = courses.forResearch(person);
        Instrument by = content.forecastInstrument();
        LocalDate lately = person.today(clock).minusDays(LATELY_DAYS);
        return Page.of(
                "forecasting/figures",
                new FiguresPage(List.of(
                        figure("Patients who agreed to research", all, _ -> true),
                        figure(
                                "In remission at the last score",
                                all,
                                each -> last(each, score -> Outcomes.isRemission(by, score))),
                        figure(
                                "Unwell at the last score",
                                all,
                                each -> last(each, score -> Outcomes.isUnwell(by, score))),
                        figure(
                                "Treated in the last four weeks",
                                all,
                                each -> each.treatments().stream()
                                        .anyMatch(given -> given.on().isAfter(lately))),
                        figure(
                                "With a day booked",
                                all,
                                each -> each.appointment().isPresent()))));
    }

    private static boolean last(Snapshot snapshot, Predicate<Integer> is) {
        return !snapshot.responses().isEmpty()
                && is.test(snapshot.responses().getLast().rating().score());
    }

    private static FiguresPage.Figure figure(
            String words, List<Snapshot> all, Predicate<Snapshot> counted) {
        long count = all.stream().filter(counted).count();
        boolean small = count > 0 && count < SMALLEST_SHOWN;
        return new FiguresPage.Figure(
                words, small ? "under " + SMALLEST_SHOWN : Long.toString(count));
    }
}
