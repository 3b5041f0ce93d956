package org.evenkeel.clinic.forecasting.web;

import org.evenkeel.clinic.forecasting.Answer;
import org.evenkeel.clinic.forecasting.Snapshot;
import org.evenkeel.clinic.treatment.Appointment;
import org.evenkeel.core.booster.Agreement;
import org.evenkeel.core.booster.AgreementState;
import org.evenkeel.core.safety.Reason;
import org.evenkeel.core.safety.ReasonCode;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Why a patient needs attention, most urgent first.
public enum Attention {
    SELF_HARM("Self-harm item", "answered the item on self-harm with 1 or more"),
    WITHHELD("Withheld", "something speaks against treating"),
    AGREED("Agreement to look at", "a rule agreed beforehand is met, or its time is over"),
    QUESTION("Question for you", "the data cannot decide"),
    OVERDUE("Overdue", "the treatment should already have been given"),
    QUIET("Gone quiet", "no questionnaire recent enough"),
    SOON("Due within a week", "a date is proposed within a week and none is booked"),
    LATER("Later", "a date is proposed, not yet urgent"),
    FREE("Without treatment", "a monitored time without treatment is agreed"),
    SERIES("In first series", "the protocol's dated series is still running"),
    BOOKED("Booked or decided", "a clinician has decided on what is known now");

    private static final int SOON_DAYS = 7;

    private final String words;
    private final String meaning;

    Attention(String words, String meaning) {
        this.words = words;
        this.meaning = meaning;
    }

    /// What stands on the badge.
    public String words() {
        return words;
    }

    /// What it means, in a sentence's end.
    public String meaning() {
        return meaning;
    }

    /// As it stands in addresses and style names.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Which one holds for a patient.
    ///
    /// A decision taken on what is known now settles all but the self-harm item. A day
    /// booked before settles only a proposal of about that day: what speaks against
    /// treating, a new question or a sooner date come up again.
    static Attention of(Snapshot snapshot, Answer answer, LocalDate today) {
        List<ReasonCode> codes =
                answer.proposal().reasons().stream().map(Reason::code).toList();
        if (codes.contains(ReasonCode.SELF_HARM_ITEM)) {
            return SELF_HARM;
        }
        Optional<Attention> agreed =
                answer.agreed().flatMap(each -> agreed(each, (int) today.toEpochDay()));
        if (agreed.isPresent()) {
            return agreed.get();
        }
        if (snapshot.isDecided() || isBookedInTime(snapshot, answer)) {
            return BOOKED;
        }
        return switch (answer.kind()) {
            case WITHHOLD -> WITHHELD;
            case ASK -> question(codes);
            case BOOK -> dated(answer, codes, today);
        };
    }

    /// What an agreement asks for, whatever was decided before; a running stretch asks for
    /// nothing.
    private static Optional<Attention> agreed(AgreementState state, int today) {
        return switch (state) {
            case AgreementState.Met _, AgreementState.Completed _ -> Optional.of(AGREED);
            case AgreementState.Running running ->
                running.agreement() instanceof Agreement.Stretch
                        ? Optional.empty()
                        : Optional.of(
                                running.nextQuestionnaire().orElse(today) < today ? QUIET : FREE);
        };
    }

    private static boolean isBookedInTime(Snapshot snapshot, Answer answer) {
        return snapshot.appointment()
                .map(Appointment::on)
                .filter(day -> answer.bounds().map(each -> each.contain(day)).orElse(false))
                .flatMap(day -> answer.proposedDay()
                        .map(proposed -> !day.isAfter(proposed.plusDays(SOON_DAYS))))
                .orElse(false);
    }

    private static Attention question(List<ReasonCode> codes) {
        if (codes.contains(ReasonCode.NO_RECENT_SCORE)) {
            return QUIET;
        }
        boolean onlySeries = codes.stream()
                .allMatch(code -> code == ReasonCode.SERIES_NOT_COMPLETE
                        || code == ReasonCode.NO_TREATMENT_YET);
        return onlySeries ? SERIES : QUESTION;
    }

    private static Attention dated(Answer answer, List<ReasonCode> codes, LocalDate today) {
        if (codes.contains(ReasonCode.OVERDUE)) {
            return OVERDUE;
        }
        LocalDate day = answer.proposedDay().orElseThrow();
        return day.isAfter(today.plusDays(SOON_DAYS)) ? LATER : SOON;
    }
}
