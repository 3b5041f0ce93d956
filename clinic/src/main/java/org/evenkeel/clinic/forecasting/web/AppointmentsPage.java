package org.evenkeel.clinic.forecasting.web;

import java.util.List;

/// The days booked, soonest first.
public record AppointmentsPage(List<Row> rows) {

    /// One booked day.
    public record Row(String day, String distance, String name) {}
}
