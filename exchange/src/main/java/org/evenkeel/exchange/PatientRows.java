package org.evenkeel.exchange;

import org.evenkeel.core.units.Cm;
import org.evenkeel.core.units.Kg;
import org.evenkeel.core.units.Sex;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// The rows of `patients.csv`, read after the files that make patients known.
final class PatientRows implements CsvTable.Rows {
    private static final String SEX = "sex";
    private static final String BIRTH_YEAR = "birth_year";
    private static final String FAILED_TRIALS = "failed_trials";
    private static final Set<String> KNOWN = Set.of(
            PatientKey.COLUMN,
            SEX,
            BIRTH_YEAR,
            Amount.WEIGHT_KG.column(),
            Amount.HEIGHT_CM.column(),
            "antidepressant",
            "psychotherapy",
            "benzodiazepine",
            FAILED_TRIALS);

    private record Seen(Covariates covariates, Place place) {}

    private final CohortDraft draft;
    private final Findings findings;
    private final Map<String, Seen> seen = new HashMap<>();

    PatientRows(CohortDraft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
    }

    @Override
    public Set<String> known() {
        return KNOWN;
    }

    @Override
    public boolean accept(CsvTable.Header header) {
        if (!header.has(PatientKey.COLUMN)) {
            findings.add(header.missing(PatientKey.COLUMN));
            return false;
        }
        return true;
    }

    @Override
    public void accept(CsvTable.Row row) {
        Optional<String> patient = PatientKey.of(row, findings);
        var covariates = new Covariates(
                sex(row),
                whole(row, BIRTH_YEAR, 1880, 2199),
                Amount.WEIGHT_KG.of(row, findings).map(Kg::new),
                Amount.HEIGHT_CM.of(row, findings).map(Cm::new),
                yesOrNo(row, "antidepressant"),
                yesOrNo(row, "psychotherapy"),
                yesOrNo(row, "benzodiazepine"),
                whole(row, FAILED_TRIALS, 0, 99));
        patient.ifPresent(key -> set(key, covariates, row));
    }

    private void set(String patient, Covariates covariates, CsvTable.Row row) {
        Place place = row.place(PatientKey.COLUMN);
        Seen before = seen.putIfAbsent(patient, new Seen(covariates, place));
        if (before == null) {
            if (!draft.set(patient, covariates)) {
                findings.count(place.file(), "patients without scores and treatments left out");
            }
        } else if (!before.covariates.equals(covariates)) {
            findings.add(place.problem(
                    "a second row for a patient", "one row a patient, " + before.place));
        }
    }

    private Optional<Sex> sex(CsvTable.Row row) {
        return switch (row.cell(SEX).toLowerCase(Locale.ROOT)) {
            case "", "unknown", "other" -> Optional.empty();
            case "f", "female" -> Optional.of(Sex.FEMALE);
            case "m", "male" -> Optional.of(Sex.MALE);
            default -> {
                findings.add(row.problem(SEX, "female, male, other, unknown or empty"));
                yield Optional.empty();
            }
        };
    }

    private Optional<Boolean> yesOrNo(CsvTable.Row row, String column) {
        return switch (row.cell(column).toLowerCase(Locale.ROOT)) {
            case "" -> Optional.empty();
            case "yes" -> Optional.of(true);
            case "no" -> Optional.of(false);
            default -> {
                findings.add(row.problem(column, "yes, no or empty"));
                yield Optional.empty();
            }
        };
    }

    private OptionalInt whole(CsvTable.Row row, String column, int least, int most) {
        String cell = row.cell(column);
        if (cell.isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalInt value = Cells.integer(cell);
        if (value.isPresent() && least <= value.getAsInt() && value.getAsInt() <= most) {
            return value;
        }
        findings.add(
                row.problem(column, "a whole number from " + least + " to " + most + " or empty"));
        return OptionalInt.empty();
    }
}
