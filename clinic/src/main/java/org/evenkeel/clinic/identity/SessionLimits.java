package org.evenkeel.clinic.identity;

import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Role;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/// How long sessions last.
///
/// @param idleStaff how long staff may do nothing
/// @param idlePatient how long patients may do nothing
/// @param absolute how long a session lasts at most
@ConfigurationProperties("evenkeel.session")
public record SessionLimits(
        @DefaultValue("10m") Duration idleStaff,
        @DefaultValue("15m") Duration idlePatient,
        @DefaultValue("12h") Duration absolute) {

    /// How long this person may do nothing.
    public Duration idle(Person person) {
        return person.role() == Role.PATIENT ? idlePatient : idleStaff;
    }
}
