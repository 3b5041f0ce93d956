package org.evenkeel.clinic.access;

import jakarta.servlet.http.HttpServletRequest;

import java.util.Locale;
import java.util.Optional;

/// What a person is to a patient's record.
public enum Relation {
    /// the record is theirs
    SELF,
    /// they look after the patient
    CARE_TEAM,
    /// the patient is their clinic's
    OWN_CLINIC,
    /// no other, but they opened the record in an emergency
    BREAK_GLASS,
    /// none, or there is no such record: the two are never told apart
    NONE;

    private static final String OF_REQUEST = Relation.class.getName();

    /// The relation by which a request to one patient's record was let through.
    public static Optional<Relation> of(HttpServletRequest request) {
        return request.getAttribute(OF_REQUEST) instanceof Relation known
                ? Optional.of(known)
                : Optional.empty();
    }

    /// Remembers it for the page.
    public void keep(HttpServletRequest request) {
        request.setAttribute(OF_REQUEST, this);
    }

    /// The relation as people write it.
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
