package org.evenkeel.clinic.forecasting.web;

import org.evenkeel.clinic.web.FormState;

import java.util.List;
import java.util.Optional;

/// The part of a patient's page about what is agreed.
///
/// @param seen digest of what the page shows
/// @param form what stands in the fields and what is wrong with it
/// @param current what is agreed now, where something is
/// @param interval what is said to the interval's field; empty where no interval can be
///     tried
/// @param stoppingAsked whether the proposal asks about stopping
/// @param watch how a time without treatment is watched
/// @param past what was agreed before and closed, latest first
public record AgreementPanel(
        String seen,
        FormState form,
        Optional<Current> current,
        String interval,
        boolean stoppingAsked,
        String watch,
        List<Past> past) {

    /// What is agreed now.
    ///
    /// @param title in a few words
    /// @param state `running`, `met` or `over`
    /// @param stands where it stands
    /// @param terms what was agreed, line by line
    /// @param by who agreed it and when
    /// @param reason why
    public record Current(
            String title,
            String state,
            String stands,
            List<String> terms,
            String by,
            String reason) {}

    /// What was agreed before.
    public record Past(String title, String days, String reason, String closed, String why) {}

    /// Whether there is anything to show to those who may only look.
    public boolean isEmpty() {
        return current.isEmpty() && past.isEmpty();
    }
}
