package org.evenkeel.clinic.web;

import jakarta.servlet.http.HttpServletRequest;

import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Policy;
import org.evenkeel.clinic.access.Relation;
import org.evenkeel.clinic.access.SignedIn;
import org.springframework.security.web.csrf.CsrfToken;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What surrounds every page.
///
/// @param person who is signed in
/// @param relation what they are to the patient shown, where one is
/// @param reminders what this person should look into
/// @param stay the session the page belongs to
/// @param path the path shown now, to mark its entry in the navigation
/// @param csrfName name of the hidden form field
/// @param csrfToken its value
public record Frame(
        Optional<Person> person,
        Optional<Relation> relation,
        List<Reminder> reminders,
        Stay stay,
        String path,
        String csrfName,
        String csrfToken) {

    /// What a page has to know of its session to watch it.
    ///
    /// @param session its id; empty where there is none
    /// @param idle how long nobody may do anything; no time at all where nobody knows
    public record Stay(String session, Duration idle) {
        private static final Stay NONE = new Stay("", Duration.ZERO);
    }

    /// An entry of the navigation.
    public record Entry(String path, String words, Permission needs) {}

    private static final List<Entry> ENTRIES = List.of(
            new Entry("/worklist", "Worklist", Permission.SEE_COURSES),
            new Entry("/appointments", "Appointments", Permission.SEE_APPOINTMENTS),
            new Entry("/figures", "Figures", Permission.SEE_FIGURES),
            new Entry("/calibration", "Forecast check", Permission.SEE_CALIBRATION),
            new Entry("/import", "Import", Permission.IMPORT),
            new Entry("/audit", "Audit", Permission.SEE_AUDIT),
            new Entry("/emergencies", "Emergencies", Permission.SEE_AUDIT),
            new Entry("/protocols", "Protocols", Permission.SEE_PROTOCOLS),
            new Entry("/people", "People", Permission.MANAGE_PEOPLE),
            new Entry("/me", "My record", Permission.SEE_OWN_RECORD));

    /// At the foot of every page: what is needed seldom.
    private static final List<Entry> SELDOM = List.of(
            new Entry("/emergency", "Open a record in an emergency", Permission.BREAK_GLASS),
            new Entry("/rules", "Rules of eligibility", Permission.SEE_RULE_CHANGES),
            new Entry("/limits", "Limits", Permission.SEE_POLICY),
            new Entry("/policy", "Who may do what", Permission.SEE_POLICY),
            new Entry("/sources", "Sources", Permission.SEE_SOURCES));

    private static final String STAY = "evenkeel.stay";

    /// Keeps for the page of a request the session it belongs to.
    public static void keepStay(HttpServletRequest request, Stay stay) {
        request.setAttribute(STAY, stay);
    }

    /// The frame for a request.
    static Frame of(HttpServletRequest request) {
        Optional<Person> person = SignedIn.current();
        Optional<CsrfToken> csrf =
                Optional.ofNullable((CsrfToken) request.getAttribute(CsrfToken.class.getName()));
        return new Frame(
                person,
                Relation.of(request),
                Reminder.all(request),
                request.getAttribute(STAY) instanceof Stay stay ? stay : Stay.NONE,
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

    /// The entries at the foot that this person may use.
    public List<Entry> seldom() {
        return person.stream()
                .flatMap(someone -> SELDOM.stream().filter(entry -> someone.may(entry.needs())))
                .toList();
    }

    /// Whether an entry leads to where the person is.
    public boolean isHere(Entry entry) {
        return path.startsWith(entry.path());
    }

    /// Whether the signed-in person may do something here: to the patient shown, where one is.
    public boolean may(Permission permission) {
        return person.map(someone -> relation.map(known -> Policy.current()
                                .cell(someone.role(), permission)
                                .allows(known))
                        .orElse(someone.may(permission)))
                .orElse(false);
    }

    /// Whether the record shown was opened in an emergency.
    public boolean isEmergency() {
        return relation.equals(Optional.of(Relation.BREAK_GLASS));
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
}
