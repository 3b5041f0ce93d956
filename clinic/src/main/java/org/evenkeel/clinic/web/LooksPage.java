package org.evenkeel.clinic.web;

import java.util.List;

/// Who looked at a patient's record, as the patient is shown it.
///
/// @param zone the zone times are given in
/// @param rows the latest first
/// @param older the address of the next page; empty on the last
public record LooksPage(String zone, List<Row> rows, String older) {

    /// What somebody did in one go.
    public record Row(String at, String who, String role, String what) {}
}
