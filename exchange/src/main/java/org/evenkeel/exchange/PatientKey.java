package org.evenkeel.exchange;

import java.util.Optional;

/// The key a file uses for a patient: text, kept as it is but for surrounding spaces.
///
/// A problem never repeats the key: in some clinics it is a name.
final class PatientKey {
    static final String COLUMN = "patient";
    private static final int LENGTH = 100;
    private static final String ALLOWED = "1 to " + LENGTH + " characters on one line";

    private PatientKey() {}

    /// The key of a row; adds what is wrong with it to the findings.
    static Optional<String> of(CsvTable.Row row, Findings findings) {
        String key = row.cell(COLUMN);
        if (isAllowed(key)) {
            return Optional.of(key);
        }
        String what = key.isEmpty() ? "" : key.length() + " characters";
        findings.add(row.place(COLUMN).problem(what, ALLOWED));
        return Optional.empty();
    }

    static boolean isAllowed(String key) {
        if (key.isEmpty() || key.length() > LENGTH) {
            return false;
        }
        for (int i = 0; i < key.length(); i++) {
            if (Character.isISOControl(key.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
