package org.evenkeel.clinic.access;

import java.time.ZoneId;
import java.util.UUID;

/// A clinic and its settings.
///
/// @param id its id
/// @param name its name
/// @param zone where its calendar days begin and end
/// @param protocol id of the protocol its patients are enrolled in unless told otherwise
/// @param riskLimit chance of being unwell it accepts before the next treatment, 0 to 1
/// @param synthetic whether its patients are made up
public record Clinic(
        UUID id, String name, ZoneId zone, String protocol, double riskLimit, boolean synthetic) {}
