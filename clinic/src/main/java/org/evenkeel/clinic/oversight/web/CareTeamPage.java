package org.evenkeel.clinic.oversight.web;

import java.util.List;
import java.util.UUID;

/// Who looks after a patient.
///
/// @param patientId whose care team
/// @param name their name
/// @param members who is in it
/// @param others staff of the clinic who could join
public record CareTeamPage(UUID patientId, String name, List<Member> members, List<Member> others) {

    /// Somebody of the clinic.
    public record Member(UUID id, String name, String role) {}
}
