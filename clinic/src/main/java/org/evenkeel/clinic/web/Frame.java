package org.evenkeel.clinic.web;

import jakarta.servlet.http.HttpServletRequest;

import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What surrounds every page.
///
/// @param person who is signed in
/// @param path the path shown now, to mark its entry in the navigation
/// @param csrfName name of the hidden form field
/// @param csrfToken its value
public record Frame(Optional<Person> person, String path, String csrfName, String csrfToken) {

    /// An entry of the navigation.
    public record Entry(String path, String words, Permission needs) {}

    private static final List<Entry> ENTRIES = List.of(
            new Entry("/worklist", "Worklist", Permission.SEE_COURSES),
            new Entry("/appointments", "Appointments", Permission.SEE_APPOINTMENTS),
            new Entry("/figures", "Figures", Permission.SEE_FIGURES),
            new Entry("/calibration", "Forecast check", Permission.SEE_CALIBRATION),
            new Entry("/import", "Import", Permission.IMPORT),
            new Entry("/audit", "Audit", Permission.SEE_AUDIT),
            new Entry("/me", "My record", Permission.SEE_OWN_RECORD));

    /// The frame for a request.
    static Frame of(HttpServletRequest request) {
        Optional<Person> person = signedIn();
        // Asking for the token makes a session; someone who has not signed in needs neither.
        Optional<CsrfToken> csrf =
                person.map(_ -> (CsrfToken) request.getAttribute(CsrfToken.class.getName()));
        return new Frame(
                person,
                request.getRequestURI(),
                csrf.map(CsrfToken::getParameterName).orElse(""),
                csrf.map(CsrfToken::getToken).orElse(""));
    }

    /// The entries this person may use.
    public List<Entry> entries() {
        return person.stream()
                .flatMap(someone -> ENTRIES.stream().filter(entry -> someone.may(entry.needs())))
                .toList();
    }

    /// Whether an entry leads to where the person is.
    public boolean isHere(Entry entry) {
        return path.startsWith(entry.path());
    }

    /// Whether the signed-in person may do something.
    public boolean may(Permission permission) {
        return person.map(someone -> someone.may(permission)).orElse(false);
    }

    /// The first page of someone who has just signed in.
    public static String home(Person person) {
        return Stream.concat(
                        ENTRIES.stream().filter(entry -> person.may(entry.needs())),
                        Stream.of(ENTRIES.getFirst()))
                .findFirst()
                .orElseThrow()
                .path();
    }

    private static Optional<Person> signedIn() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(Person.class::isInstance)
                .map(Person.class::cast);
    }
}
