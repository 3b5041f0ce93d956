package org.evenkeel.core.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.evenkeel.core.consent.Consents.Event;
import org.evenkeel.core.consent.Consents.Given;
import org.evenkeel.core.consent.Consents.Needed;
import org.evenkeel.core.consent.Consents.Withdrawn;
import org.evenkeel.core.consent.Validity.Holds;
import org.evenkeel.core.consent.Validity.Lack;
import org.evenkeel.core.consent.Validity.Lacking;
import org.evenkeel.core.consent.Validity.Reason;
import org.evenkeel.core.protocol.Drug;
import org.evenkeel.core.protocol.Route;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/// When a consent holds, by case and by law.
final class ConsentsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Manner IV = new Manner(Drug.KETAMINE, Route.IV, Label.OFF_LABEL);
    private static final Manner IM = new Manner(Drug.KETAMINE, Route.IM, Label.OFF_LABEL);
    private static final Given AGREED =
            new Given(DAY, IV, "text", Set.of("hypertension"), EnumSet.allOf(Choice.class));
    private static final Needed IV_NEEDED = new Needed(IV, "text", 12, Set.of("hypertension"));

    @Test
    void whoNeverAgreedHasNot() {
        assertThat(Consents.NONE.standing(IV_NEEDED, DAY)).isEqualTo(lacking(Reason.NEVER_GIVEN));
        assertThat(Consents.NONE.agreed()).isEmpty();
    }

    @Test
    void anAgreementHoldsThroughItsLastDay() {
        Consents consents = new Consents(List.of(AGREED));
        LocalDate last = DAY.plusYears(1);

        assertThat(consents.standing(IV_NEEDED, last)).isEqualTo(new Holds(AGREED, last));
        assertThat(consents.standing(IV_NEEDED, last.plusDays(1)))
                .isEqualTo(lacking(Reason.TOO_OLD));
    }

    @Test
    void whatChangedIsAskedAgain() {
        Consents consents = new Consents(List.of(AGREED));

        assertThat(consents.standing(new Needed(IV, "other", 12, Set.of()), DAY))
                .isEqualTo(lacking(Reason.TEXT_CHANGED));
        assertThat(consents.standing(new Needed(IM, "text", 12, Set.of()), DAY))
                .isEqualTo(lacking(Reason.ROUTE_CHANGED));
        assertThat(consents.standing(
                        new Needed(
                                new Manner(Drug.KETAMINE, Route.IV, Label.ON_LABEL),
                                "text",
                                12,
                                Set.of()),
                        DAY))
                .isEqualTo(lacking(Reason.LABEL_CHANGED));
        assertThat(consents.standing(
                        new Needed(IV, "text", 12, Set.of("hypertension", "glaucoma")), DAY))
                .isEqualTo(new Lacking(List.of(new Lack(Reason.RISK_CHANGED, Set.of("glaucoma")))));
    }

    @Test
    void everyReasonIsTold() {
        Consents consents = new Consents(List.of(AGREED));
        Validity standing = consents.standing(
                new Needed(IV, "other", 12, Set.of("glaucoma")), DAY.plusYears(2));

        assertThat(standing)
                .isInstanceOfSatisfying(
                        Lacking.class,
                        lacking -> assertThat(lacking.lacks())
                                .extracting(Lack::reason)
                                .containsExactly(
                                        Reason.TOO_OLD, Reason.TEXT_CHANGED, Reason.RISK_CHANGED));
        assertThat(new Lack(Reason.RISK_CHANGED, Set.of("b", "a")).words()).endsWith(": a, b");
    }

    @Test
    void oneRoutesConsentDoesNotEndAnothers() {
        Given other = new Given(DAY, IM, "im", Set.of(), Set.of(Choice.CARE));
        Consents consents = new Consents(List.of(AGREED, other));

        assertThat(consents.standing(IV_NEEDED, DAY)).isInstanceOf(Holds.class);
        assertThat(consents.agrees(Choice.RESEARCH)).as("the last word").isFalse();
    }

    @Test
    void careTakenBackEndsEveryRouteUntilAgreedAgain() {
        List<Event> events = new ArrayList<>(List.of(AGREED, new Withdrawn(DAY, Choice.CARE)));
        assertThat(new Consents(events).standing(IV_NEEDED, DAY))
                .isEqualTo(lacking(Reason.WITHDRAWN));

        events.add(AGREED);
        assertThat(new Consents(events).standing(IV_NEEDED, DAY)).isInstanceOf(Holds.class);
    }

    @Test
    void careIsNeverLeftOut() {
        assertThatThrownBy(() -> new Given(DAY, IV, "text", Set.of(), Set.of(Choice.RESEARCH)))
                .hasMessageContaining("signs nothing");
    }

    /// Whatever was said before: a choice taken back does not stand, the others stand as before,
    /// and only care decides on treatment.
    @RepeatedTest(300)
    void whatIsTakenBackDoesNotStandAndTheRestDoes(RepetitionInfo run) {
        SplittableRandom random = new SplittableRandom(run.getCurrentRepetition());
        Consents before = new Consents(events(random));
        Choice choice = Choice.values()[random.nextInt(Choice.values().length)];
        List<Event> more = new ArrayList<>(before.events());
        more.add(new Withdrawn(DAY, choice));
        Consents after = new Consents(more);

        Set<Choice> expected = EnumSet.noneOf(Choice.class);
        expected.addAll(before.agreed());
        expected.remove(choice);
        assertThat(after.agreed()).as("seed " + run.getCurrentRepetition()).isEqualTo(expected);
        Validity now = after.standing(IV_NEEDED, DAY);
        if (choice == Choice.CARE) {
            assertThat(now).isInstanceOf(Lacking.class);
        } else {
            assertThat(now).isEqualTo(before.standing(IV_NEEDED, DAY));
        }
    }

    /// Whatever was said before: agreeing today to today's text and risks always suffices, and a
    /// consent that holds for many risks holds for fewer.
    @RepeatedTest(300)
    void agreeingTodaySuffices(RepetitionInfo run) {
        SplittableRandom random = new SplittableRandom(run.getCurrentRepetition());
        List<Event> events = events(random);
        events.add(AGREED);
        Consents consents = new Consents(events);

        assertThat(consents.standing(IV_NEEDED, DAY)).isInstanceOf(Holds.class);
        assertThat(consents.standing(new Needed(IV, "text", 12, Set.of()), DAY))
                .isInstanceOf(Holds.class);
    }

    private static List<Event> events(SplittableRandom random) {
        List<Event> events = new ArrayList<>();
        int many = random.nextInt(6);
        for (int i = 0; i < many; i++) {
            Choice choice = Choice.values()[random.nextInt(Choice.values().length)];
            events.add(
                    random.nextBoolean()
                            ? new Withdrawn(DAY, choice)
                            : new Given(
                                    DAY.minusDays(random.nextInt(500)),
                                    random.nextBoolean() ? IV : IM,
                                    random.nextBoolean() ? "text" : "other",
                                    Set.of("hypertension"),
                                    EnumSet.of(Choice.CARE, choice)));
        }
        return events;
    }

    private static Lacking lacking(Reason reason) {
        return new Lacking(List.of(new Lack(reason, Set.of())));
    }
}
