package org.evenkeel.exchange;

import org.evenkeel.core.course.Rating;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.InstrumentId;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// The rows of `scores.csv`.
final class ScoreRows implements CsvTable.Rows {
    static final String INSTRUMENT = "instrument";
    static final String SCORE = "score";
    static final String RISK_ITEM = "risk_item";
    private static final InstrumentId WITHOUT_COLUMN = new InstrumentId("phq-9");
    private static final Set<String> KNOWN =
            Set.of(PatientKey.COLUMN, "day", "date", INSTRUMENT, SCORE, RISK_ITEM);

    private final WantedInstrument wanted;
    private final DayColumn days;
    private final CohortDraft draft;
    private final Findings findings;
    private final Map<String, Optional<Instrument>> byText = new HashMap<>();

    ScoreRows(WantedInstrument wanted, DayColumn days, CohortDraft draft, Findings findings) {
        this.wanted = wanted;
        this.days = days;
        this.draft = draft;
        this.findings = findings;
    }

    @Override
    public Set<String> known() {
        return KNOWN;
    }

    @Override
    public boolean accept(CsvTable.Header header) {
        boolean complete = days.accept(header, findings);
        for (String column : new String[] {PatientKey.COLUMN, SCORE}) {
            if (!header.has(column)) {
                findings.add(header.missing(column));
                complete = false;
            }
        }
        return complete;
    }

    @Override
    public void accept(CsvTable.Row row) {
        Optional<String> patient = PatientKey.of(row, findings);
        OptionalInt day = days.day(row, findings);
        Optional<Instrument> instrument = instrument(row);
        if (instrument.isEmpty()) {
            return;
        }
        OptionalInt score = score(row, instrument.get());
        OptionalInt risk = riskItem(row, instrument.get());
        if (patient.isEmpty() || day.isEmpty() || score.isEmpty()) {
            return;
        }
        draft.add(patient.get());
        if (instrument.get().id().equals(wanted.instrument().id())) {
            draft.add(
                    patient.get(),
                    new Rating(day.getAsInt(), score.getAsInt(), risk),
                    row.place(SCORE));
        } else {
            findings.count(
                    row.header().file(),
                    "rows of " + instrument.get().id() + " left out, "
                            + wanted.instrument().id() + " was asked for");
        }
    }

    private Optional<Instrument> instrument(CsvTable.Row row) {
        Optional<Instrument> instrument =
                byText.computeIfAbsent(row.cell(INSTRUMENT), this::instrument);
        if (instrument.isEmpty()) {
            findings.add(row.problem(INSTRUMENT, "an instrument of the catalogue, as phq-9"));
        }
        return instrument;
    }

    private Optional<Instrument> instrument(String text) {
        return wanted.find(text.isEmpty() ? WITHOUT_COLUMN : new InstrumentId(text));
    }

    private OptionalInt score(CsvTable.Row row, Instrument instrument) {
        OptionalInt score = Cells.integer(row.cell(SCORE));
        if (score.isPresent()
                && instrument.minimum() <= score.getAsInt()
                && score.getAsInt() <= instrument.maximum()) {
            return score;
        }
        findings.add(row.problem(
                SCORE,
                "a whole number from " + instrument.minimum() + " to " + instrument.maximum()));
        return OptionalInt.empty();
    }

    /// The answer to the self-harm item, which our own export adds where it is known.
    private OptionalInt riskItem(CsvTable.Row row, Instrument instrument) {
        String text = row.cell(RISK_ITEM);
        if (text.isEmpty() || instrument.riskItem().isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalInt answer = Cells.integer(text);
        boolean known = instrument.answers().stream()
                .anyMatch(option -> answer.equals(OptionalInt.of(option.value())));
        if (!known) {
            findings.add(row.problem(RISK_ITEM, "empty, or an answer of the instrument"));
        }
        return answer;
    }
}
