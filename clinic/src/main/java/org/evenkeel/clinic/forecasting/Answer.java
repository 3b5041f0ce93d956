package org.evenkeel.clinic.forecasting;

import org.evenkeel.core.booster.AgreementState;
import org.evenkeel.core.booster.BoosterProposal;
import org.evenkeel.core.booster.BoosterProposal.AskClinician;
import org.evenkeel.core.booster.BoosterProposal.Book;
import org.evenkeel.core.booster.BoosterProposal.Withhold;
import org.evenkeel.core.booster.Content;
import org.evenkeel.core.forecast.Fitted;
import org.evenkeel.core.forecast.Posterior;
import org.evenkeel.core.safety.Finding;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the engine says about one patient on one day.
///
/// @param asOf the day
/// @param content what it rests on
/// @param posterior what is believed
/// @param proposal what is proposed
/// @param agreed where an agreement about the coming weeks stands; the proposal heeds it
/// @param findings what bears on the next treatment
/// @param bounds days the protocol allows for the next treatment, where it says so
/// @param inputHash digest of all that went in
public record Answer(
        LocalDate asOf,
        Content content,
        Posterior posterior,
        BoosterProposal proposal,
        Optional<AgreementState> agreed,
        List<Finding> findings,
        Optional<Bounds> bounds,
        String inputHash) {

    public Answer {
        findings = List.copyOf(findings);
    }

    /// The three outcomes of a proposal.
    public enum Kind {
        BOOK,
        WITHHOLD,
        ASK;

        /// As it is stored.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// First and last day the protocol allows for the next treatment, not before tomorrow.
    public record Bounds(LocalDate earliest, LocalDate latest) {
        /// Whether a day lies within.
        public boolean contain(LocalDate day) {
            return !day.isBefore(earliest) && !day.isAfter(latest);
        }
    }

    /// Which outcome.
    public Kind kind() {
        return switch (proposal) {
            case Book _ -> Kind.BOOK;
            case Withhold _ -> Kind.WITHHOLD;
            case AskClinician _ -> Kind.ASK;
        };
    }

    /// The beliefs, where there are any.
    public Optional<Fitted> fitted() {
        return posterior instanceof Fitted fitted ? Optional.of(fitted) : Optional.empty();
    }

    /// The day proposed, where one is.
    public Optional<LocalDate> proposedDay() {
        return book().map(book -> LocalDate.ofEpochDay(book.day()));
    }

    /// The chance of being unwell on the day proposed.
    public Optional<Double> proposedUnwell() {
        return book().map(Book::unwell);
    }

    /// The proposal, where it is a date.
    public Optional<Book> book() {
        return proposal instanceof Book book ? Optional.of(book) : Optional.empty();
    }

    /// Codes of the reasons, for storing.
    public String reasonCodes() {
        return proposal.reasons().stream()
                .map(reason -> reason.code().code())
                .collect(Collectors.joining(";"));
    }
}
