package org.evenkeel.clinic.demo.internal;

import org.evenkeel.clinic.history.Noted;
import org.evenkeel.clinic.history.Noted.Known;
import org.evenkeel.clinic.history.Noted.Listing;
import org.evenkeel.clinic.history.Noted.Whole;
import org.evenkeel.clinic.patient.Patient;
import org.evenkeel.core.history.Fact;
import org.evenkeel.core.history.Fact.Adherence;
import org.evenkeel.core.history.Fact.Improvement;
import org.evenkeel.core.history.Fact.Specifier;
import org.evenkeel.core.history.Fact.Status;
import org.evenkeel.core.history.Vocabulary;
import org.evenkeel.core.insilico.VirtualPatient;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// What the demo says of one patient before ketamine: the same for the same number and day.
final class Past {
    private static final long SEED = 20_261_128;
    private static final int EVERY = 25;
    private static final int INCOMPLETE = 5;
    private static final int BLOCKED = 13;
    private static final int OVERDUE = 20;
    private static final int TOUCHED = 8;
    private static final int ASKED_DAYS_AGO = 2;
    private static final int LONG_AGO = 200;
    private static final Set<String> USUALLY_YES = Set.of(
            "registry-asked", "ecg-seen", "blood-seen", "urine-seen", "escort-agreed", "escort");
    private static final Set<String> GROWS_OLD =
            Set.of("urinary-symptoms", "blood-seen", "registry-asked");
    private static final List<Dose> TRIED = List.of(
            new Dose("sertraline", 150, 12),
            new Dose("venlafaxine", 225, 10),
            new Dose("mirtazapine", 45, 8),
            new Dose("escitalopram", 20, 14),
            new Dose("bupropion", 300, 9),
            new Dose("duloxetine", 60, 11));

    private final Vocabulary vocabulary;
    private final Patient patient;
    private final int kind;
    private final LocalDate today;
    private final LocalDate first;
    private final LocalDate agreed;
    private final RandomGenerator random;
    private final List<Noted> facts = new ArrayList<>();

    Past(
            Vocabulary vocabulary,
            Patient patient,
            int number,
            LocalDate today,
            DemoHistories.Days days) {
        this.vocabulary = vocabulary;
        this.patient = patient;
        this.kind = number % EVERY;
        this.today = today;
        this.first = days.first();
        this.agreed = days.agreed();
        this.random = VirtualPatient.stream(SEED, number);
    }

    private record Dose(String ingredient, int mg, int weeks) {}

    /// Whether enough is known, and nothing blocks.
    boolean isDecided() {
        return kind != INCOMPLETE && kind != BLOCKED;
    }

    List<Noted> facts() {
        if (kind == INCOMPLETE) {
            note(new Fact.Diagnosed(
                    "F33.2", Set.of(Specifier.RECURRENT), first.minusYears(1), Optional.empty()));
            note(new Fact.Tried(
                    "sertraline",
                    Optional.empty(),
                    Optional.of(BigDecimal.valueOf(8)),
                    Adherence.GOOD,
                    Improvement.NONE,
                    true,
                    false,
                    first.minusWeeks(30)));
            return facts;
        }
        answers();
        measured();
        diagnosis();
        trials();
        otherTreatments();
        medicines();
        return facts;
    }

    private void note(Fact fact) {
        facts.add(new Known(fact));
    }

    private void answers() {
        LocalDate asked = today.minusDays(ASKED_DAYS_AGO);
        boolean fertile =
                patient.sex() == Patient.Sex.FEMALE && patient.age(today).orElse(0) < 50;
        for (String question : vocabulary.questions().keySet().stream().sorted().toList()) {
            boolean rare = random.nextInt(100) < 7;
            boolean yes = switch (question) {
                case "pregnancy-possible" -> fertile;
                case "vascular-aneurysm" -> kind == BLOCKED;
                case "uncontrolled-hypertension" -> kind == TOUCHED;
                case "treated-hypertension" -> rare || kind == TOUCHED;
                case "sleep-apnoea", "family-psychosis", "urinary-symptoms" -> rare;
                default -> USUALLY_YES.contains(question);
            };
            LocalDate on = kind == OVERDUE && GROWS_OLD.contains(question)
                    ? today.minusDays(LONG_AGO)
                    : question.equals("suicide-risk") ? today : asked;
            // What speaks for care was known, and told, when they agreed.
            if (yes && agreed.isBefore(on)) {
                note(new Fact.Answered(question, true, agreed));
            }
            note(new Fact.Answered(question, yes, on));
        }
    }

    private void measured() {
        LocalDate on = today.minusDays(ASKED_DAYS_AGO);
        measure("systolic", 112 + random.nextInt(24), on);
        measure("diastolic", 66 + random.nextInt(18), on);
        measure("heart-rate", 58 + random.nextInt(26), on);
        measure("oxygen-saturation", 96 + random.nextInt(4), on);
        measure("bmi", 20 + random.nextInt(13), on);
        measure("egfr", 72 + random.nextInt(30), on);
        measure("moca", 26 + random.nextInt(5), on);
        measure("episode-weeks", 30 + random.nextInt(130), on);
    }

    private void measure(String quantity, int value, LocalDate on) {
        Optional.ofNullable(vocabulary.quantities().get(quantity))
                .ifPresent(known -> note(
                        new Fact.Measured(quantity, BigDecimal.valueOf(value), known.unit(), on)));
    }

    private void diagnosis() {
        boolean again = random.nextInt(10) < 7;
        String code = (again ? "F33." : "F32.") + (1 + random.nextInt(2));
        note(new Fact.Diagnosed(
                code,
                Set.of(again ? Specifier.RECURRENT : Specifier.SINGLE),
                first.minusWeeks(60L + random.nextInt(90)),
                Optional.empty()));
        facts.add(new Whole(Listing.DIAGNOSES, today.minusDays(ASKED_DAYS_AGO)));
    }

    private void trials() {
        int count = 2 + random.nextInt(3);
        int from = random.nextInt(TRIED.size());
        LocalDate on = first.minusWeeks(16L * count);
        for (int at = 0; at < count; at++) {
            Dose dose = TRIED.get((from + at) % TRIED.size());
            note(trial(dose, at > 1 ? Improvement.PARTIAL : Improvement.NONE, false, on));
            on = on.plusWeeks(dose.weeks() + 3L);
        }
        if (random.nextInt(3) == 0) {
            note(trial(new Dose("aripiprazole", 5, 6), Improvement.NONE, true, on.minusWeeks(8)));
        }
        facts.add(new Whole(Listing.TRIALS, today.minusDays(ASKED_DAYS_AGO)));
    }

    private static Fact trial(Dose dose, Improvement did, boolean added, LocalDate on) {
        return new Fact.Tried(
                dose.ingredient(),
                Optional.of(BigDecimal.valueOf(dose.mg())),
                Optional.of(BigDecimal.valueOf(dose.weeks())),
                Adherence.GOOD,
                did,
                true,
                added,
                on);
    }

    private void otherTreatments() {
        LocalDate asked = today.minusDays(ASKED_DAYS_AGO);
        note(new Fact.Treated(
                "psychotherapy", Status.RUNNING, Adherence.GOOD, first.minusWeeks(20)));
        note(new Fact.Treated("lifestyle", Status.RUNNING, Adherence.POOR, first.minusWeeks(8)));
        boolean stimulated = random.nextInt(5) == 0;
        note(new Fact.Treated(
                "tms",
                stimulated ? Status.PAST : Status.NEVER,
                stimulated ? Adherence.GOOD : Adherence.UNKNOWN,
                stimulated ? first.minusWeeks(12) : asked));
        note(new Fact.Treated("ect", Status.NEVER, asked));
    }

    private void medicines() {
        LocalDate looked = today.minusDays(ASKED_DAYS_AGO);
        note(new Fact.Taken(TRIED.get(random.nextInt(4)).ingredient(), first, Optional.empty()));
        if (random.nextInt(9) == 0) {
            note(new Fact.Taken("lorazepam", first.minusWeeks(6), Optional.empty()));
        }
        if (random.nextInt(8) == 0) {
            note(new Fact.Taken("levothyroxine", first.minusYears(3), Optional.empty()));
        }
        facts.add(new Whole(Listing.MEDICINES, looked));
    }
}
