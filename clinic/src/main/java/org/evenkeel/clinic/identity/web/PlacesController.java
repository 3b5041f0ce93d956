package org.evenkeel.clinic.identity.web;

import jakarta.servlet.http.HttpServletRequest;

import org.evenkeel.clinic.access.Acting;
import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.identity.Session;
import org.evenkeel.clinic.identity.Sessions;
import org.evenkeel.clinic.identity.internal.Door;
import org.evenkeel.clinic.web.Page;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lets somebody who works in several clinics or roles choose where they work now. A session that
/// began where one factor is enough does not lead on to where two are needed.
@Controller
class PlacesController {
    private final People people;
    private final Sessions sessions;

    PlacesController(People people, Sessions sessions) {
        this.people = people;
        this.sessions = sessions;
    }

    @GetMapping("/account/places")
    @Needs(value = Permission.USE_OWN_ACCOUNT, act = "places-view", of = Needs.Subject.SELF)
    View places(@AuthenticationPrincipal Person person) {
        return Page.of("identity/places", page(person));
    }

    @PostMapping("/account/places")
    @Needs(value = Permission.USE_OWN_ACCOUNT, act = "membership-change", of = Needs.Subject.SELF)
    View go(
            @AuthenticationPrincipal Person person,
            @RequestParam(name = "place", defaultValue = "") String place,
            HttpServletRequest request) {
        Session session = sessions.current(request).orElseThrow(NotThere::new);
        Optional<Person> there =
                of(person).stream().filter(each -> key(each).equals(place)).findFirst();
        if (there.isEmpty()) {
            return Page.refused("identity/places", page(person));
        }
        boolean oneFactor = !Door.needsTwo(person) && !session.proof().hasSecond();
        if (oneFactor && Door.needsTwo(there.get())) {
            return new RedirectView("/confirm?to=/account/places");
        }
        sessions.move(session, there.get());
        return new RedirectView("/");
    }

    /// Names a place whatever becomes of the others.
    private static String key(Person place) {
        return place.clinicId() + " " + place.role().words();
    }

    private PlacesPage page(Person person) {
        List<PlacesPage.Place> places = new ArrayList<>();
        for (Person each : of(person)) {
            places.add(new PlacesPage.Place(
                    key(each),
                    each.clinic().name() + ", " + each.role().words(),
                    each.clinicId().equals(person.clinicId()) && each.role() == person.role()));
        }
        return new PlacesPage(places);
    }

    /// Memberships of other clinics are seen as when signing in: by nobody's clinic.
    private List<Person> of(Person person) {
        return Acting.as(person, Acting.Span.SIGN_IN).call(() -> people.memberships(person.id()));
    }
}
