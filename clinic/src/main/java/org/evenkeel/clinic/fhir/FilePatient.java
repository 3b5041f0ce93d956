package org.evenkeel.clinic.fhir;

import org.evenkeel.clinic.patient.Identifier;
import org.evenkeel.core.course.Administration;
import org.evenkeel.core.course.Rating;
import org.evenkeel.exchange.Demographics;
import org.evenkeel.exchange.Place;

import java.util.List;
import java.util.Optional;

/// One patient of a file.
///
/// @param key what the file calls them
/// @param first where they first appear
/// @param demographics who they are, where the file says so
/// @param ratings totals, oldest first, one a day
/// @param given treatments, oldest first
record FilePatient(
        String key,
        Place first,
        Optional<Demographics> demographics,
        List<Row<Rating>> ratings,
        List<Row<Administration>> given) {

    /// Whose name a key of a file is; our own exports use it too.
    static final String KEY_SYSTEM = "urn:evenkeel:patient";

    FilePatient {
        ratings = List.copyOf(ratings);
        given = List.copyOf(given);
    }

    /// What finds them again: the identifiers that name their system, else the file's key.
    List<Identifier> identifiers() {
        List<Identifier> named = demographics.stream()
                .flatMap(who -> who.identifiers().stream())
                .map(one -> new Identifier(one.system(), one.value()))
                .toList();
        return named.isEmpty() ? List.of(new Identifier(KEY_SYSTEM, key)) : named;
    }

    boolean isEmpty() {
        return ratings.isEmpty() && given.isEmpty();
    }

    int rows() {
        return ratings.size() + given.size();
    }
}
