package org.evenkeel.clinic.access;

import org.evenkeel.clinic.audit.Actor;

import java.security.Principal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// Someone signed in.
///
/// @param id their id
/// @param name their name, for the page frame
/// @param role what they are
/// @param clinic where
/// @param patientId whose record is theirs, for a patient
public record Person(UUID id, String name, Role role, Clinic clinic, Optional<UUID> patientId)
        implements Principal {

    @Override
    public String getName() {
        return id.toString();
    }

    /// Whether they may do something, be it to few records only.
    public boolean may(Permission permission) {
        return Policy.current().cell(role, permission).reach() != Policy.Reach.NEVER;
    }

    /// The same person at work in another clinic.
    public Person in(Clinic other) {
        return new Person(id, name, role, other, Optional.empty());
    }

    /// The id of their clinic.
    public UUID clinicId() {
        return clinic.id();
    }

    /// As the audit knows them.
    public Actor actor() {
        return new Actor(clinic.id(), id, role.words());
    }

    /// The calendar day it is in their clinic.
    public LocalDate today(InstantSource clock) {
        return LocalDate.ofInstant(clock.instant(), clinic.zone());
    }

    @Override
    public String toString() {
        return role.words() + " " + id;
    }
}
