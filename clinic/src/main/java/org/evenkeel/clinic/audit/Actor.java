package org.evenkeel.clinic.audit;

import java.util.UUID;

/// Who acts, as far as the audit needs to know.
///
/// @param clinicId the clinic acted in
/// @param personId the person
/// @param role the role they act in
public record Actor(UUID clinicId, UUID personId, String role) {}
