package org.evenkeel.clinic.forecasting.web;

import org.evenkeel.clinic.access.BreakGlass;
import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.content.ClinicContent;
import org.evenkeel.clinic.forecasting.Agreed;
import org.evenkeel.clinic.forecasting.Agreements;
import org.evenkeel.clinic.forecasting.Courses;
import org.evenkeel.clinic.forecasting.Snapshot;
import org.evenkeel.clinic.web.Page;
import org.evenkeel.clinic.web.Words;
import org.evenkeel.core.booster.Agreement;
import org.evenkeel.core.instrument.Instrument;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;

/// A patient's own record: what happened and what is booked, never what is likely or
/// proposed.
@Controller
class OwnRecordController {
    private final Courses courses;
    private final Recordings recordings;
    private final Agreements agreements;
    private final ClinicContent content;
    private final BreakGlass glass;
    private final InstantSource clock;

    OwnRecordController(
            Courses courses,
            Recordings recordings,
            Agreements agreements,
            ClinicContent content,
            BreakGlass glass,
            InstantSource clock) {
        this.courses = courses;
        this.recordings = recordings;
        this.agreements = agreements;
        this.content = content;
        this.glass = glass;
        this.clock = clock;
    }

    @GetMapping("/me")
    @Needs(value = Permission.SEE_OWN_RECORD, act = "own-record-view", of = Needs.Subject.SELF)
    View own(@AuthenticationPrincipal Person person) {
        UUID id = person.patientId().orElseThrow(NotThere::new);
        Snapshot snapshot = courses.of(person, id).orElseThrow(NotThere::new);
        Instrument by = content.forecastInstrument();
        Recordings.Ever ever = recordings.of(person, id);
        PastView past = new PastView(ever, by);
        return Page.of(
                "forecasting/own",
                new OwnRecordPage(
                        snapshot.patient().name().full(),
                        snapshot.appointment()
                                .map(booked -> Words.weekday(booked.on()) + ", "
                                        + Words.distance(person.today(clock), booked.on()))
                                .orElse(""),
                        agreements.of(person.clinicId(), id).stream()
                                .map(OwnRecordController::agreed)
                                .toList(),
                        glass.of(person.clinicId(), id).stream()
                                .map(opened -> emergency(person, opened))
                                .toList(),
                        "Lower is better, from " + by.minimum() + " to " + by.maximum() + ".",
                        past.scores(),
                        past.given(),
                        ChangedRow.toPatient(ever)));
    }

    private static String emergency(Person person, BreakGlass.Opened opened) {
        return Words.day(LocalDate.ofInstant(opened.at(), person.clinic().zone())) + ", by a "
                + opened.role() + ": " + opened.reason();
    }

    /// What was agreed and whether it was closed; neither its rule nor any forecast.
    private static String agreed(Agreed agreed) {
        String what = switch (agreed.what()) {
            case Agreement.Stretch stretch ->
                "Treatments " + stretch.triedDays() + " days apart in place of "
                        + stretch.usualDays();
            case Agreement.TreatmentFree _ -> "A time without treatment";
        };
        return what + ", from " + Words.day(agreed.from())
                + (agreed.isOpen() ? "." : "; this has ended.");
    }
}
