package org.evenkeel.clinic.oversight.web;

import java.util.List;
import java.util.UUID;

/// Records of a clinic that were opened in an emergency.
///
/// @param told whether somebody is told by mail
/// @param rows the latest first
public record EmergenciesPage(boolean told, List<Row> rows) {

    /// One opening.
    ///
    /// @param id of the opening
    /// @param patientId whose record
    /// @param when from and until when, in the clinic's zone
    /// @param who who opened it and in which role
    /// @param reason why, in their words
    /// @param reviewed when it was looked into; empty where it was not yet
    public record Row(
            UUID id, UUID patientId, String when, String who, String reason, String reviewed) {}
}
