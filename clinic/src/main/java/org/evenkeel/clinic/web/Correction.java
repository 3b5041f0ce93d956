package org.evenkeel.clinic.web;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/// What a row corrects or takes back, and why.
///
/// @param of the row that is no longer right
/// @param reason why
public record Correction(UUID of, String reason) {
    /// Field with the row that is corrected; empty where nothing is.
    public static final String CORRECTS = "corrects";

    /// Field with why it is corrected.
    public static final String REASON = "reason";

    /// Field that is set where a row is only taken back.
    public static final String TAKE_BACK = "take-back";

    private static final int MOST_REASON = 500;

    /// Reads what a form corrects, or notes in the form what is wrong. Empty where the form
    /// corrects nothing, or something is wrong.
    ///
    /// @param standing rows that may be corrected: one that somebody has corrected meanwhile is
    ///     not among them
    public static Optional<Correction> read(FormState form, Collection<UUID> standing) {
        String corrects = form.value(CORRECTS);
        if (corrects.isEmpty()) {
            if (isTakenBack(form)) {
                form.reject(CORRECTS, "Choose what to take back.");
            }
            return Optional.empty();
        }
        Optional<UUID> of = standing.stream()
                .filter(each -> each.toString().equals(corrects))
                .findFirst();
        if (of.isEmpty()) {
            form.reject(CORRECTS, "Somebody has corrected this in the meantime: look at it again.");
        }
        String reason = form.value(REASON);
        if (reason.isEmpty() || reason.length() > MOST_REASON) {
            form.reject(
                    REASON, "Say why it is corrected, in up to " + MOST_REASON + " characters.");
        }
        return form.isRight() ? of.map(row -> new Correction(row, reason)) : Optional.empty();
    }

    /// Whether a form only takes something back.
    public static boolean isTakenBack(FormState form) {
        return !form.value(TAKE_BACK).isEmpty();
    }
}
