package org.evenkeel.clinic.web;

import jakarta.servlet.http.HttpServletRequest;

import org.evenkeel.clinic.access.Person;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Something a person should look into, told at the top of every page of theirs.
///
/// @param path where
/// @param words a sentence
public record Reminder(String path, String words) {
    private static final String ALL = "evenkeel.reminders";

    /// Knows of one kind of them.
    public interface Source {
        /// What there is for somebody, asked while their page is made.
        Optional<Reminder> of(Person person);
    }

    /// Keeps what the frame of a request's page tells.
    public static void keep(HttpServletRequest request, List<Reminder> reminders) {
        request.setAttribute(ALL, reminders);
    }

    static List<Reminder> all(HttpServletRequest request) {
        return request.getAttribute(ALL) instanceof List<?> kept
                ? kept.stream().flatMap(Reminder::one).toList()
                : List.of();
    }

    private static Stream<Reminder> one(Object kept) {
        return kept instanceof Reminder reminder ? Stream.of(reminder) : Stream.empty();
    }
}
