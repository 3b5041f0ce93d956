package org.evenkeel.core.trial;

/// The fixed points at which the published rules set the interval anew: every four weeks, the
/// first after four weeks of maintenance.
final class Reviews {
    static final int EVERY_DAYS = 28;
    static final int FIRST = Chart.FIRST_DECISION + EVERY_DAYS;

    private Reviews() {}

    /// The latest review up to today; the start of maintenance before the first.
    static int latest(int today) {
        int since = today - Chart.FIRST_DECISION;
        return Chart.FIRST_DECISION + since / EVERY_DAYS * EVERY_DAYS;
    }
}
