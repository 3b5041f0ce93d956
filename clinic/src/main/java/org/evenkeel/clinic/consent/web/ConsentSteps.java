package org.evenkeel.clinic.consent.web;

import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.SignedIn;
import org.evenkeel.clinic.consent.Conversation.Chosen;
import org.evenkeel.clinic.consent.TakeConsent;
import org.evenkeel.clinic.consent.TakeConsent.Reading;
import org.evenkeel.clinic.web.FormState;
import org.evenkeel.clinic.web.Page;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The steps of agreeing, one after the other: read, answer, choose, sign. Who is not that far is
/// led to where they are.
@Component
class ConsentSteps {
    private static final String NOTHING_READ =
            "First read the text and answer its questions, then choose.";

    private final TakeConsent take;
    private final ConsentPages pages;

    ConsentSteps(TakeConsent take, ConsentPages pages) {
        this.take = take;
        this.pages = pages;
    }

    View read(Person person, UUID patient) {
        return take.open(person, patient)
                .<View>map(reading -> Page.of(
                        "consent/read",
                        pages.read(person, reading, false, FormState.fresh(Map.of()))))
                .orElseGet(() -> toList(person, patient));
    }

    private static View toList(Person person, UUID patient) {
        return new RedirectView(ConsentPages.base(person, patient) + "/consents");
    }

    private View refusedList(Person person, UUID patient, FormState form, String problem) {
        form.reject("consent", problem);
        return Page.refused("consent/consents", pages.consents(person, patient, form));
    }

    View answer(Person person, UUID patient, Map<String, String> sent) {
        FormState form = FormState.sent(sent);
        Optional<Reading> reading = take.open(person, patient);
        if (reading.isEmpty()) {
            return refusedList(person, patient, form, "No text waits to be read.");
        }
        return take.answer(form, person, reading.get())
                ? new RedirectView(ConsentPages.base(person, patient) + "/consent/choices")
                : Page.refused(
                        "consent/read", pages.read(person, reading.get(), true, again(form)));
    }

    /// The same answers under another key: every try is a command of its own.
    private static FormState again(FormState form) {
        Map<String, String> values = new LinkedHashMap<>(form.values());
        FormState fresh = FormState.fresh(values);
        form.wrongs().forEach(fresh::reject);
        return fresh;
    }

    private Optional<Reading> understood(Person person, UUID patient) {
        return take.open(person, patient)
                .filter(reading -> reading.conversation().understood());
    }

    View choices(Person person, UUID patient) {
        return understood(person, patient)
                .<View>map(reading -> Page.of(
                        "consent/choices",
                        pages.choices(person, reading, FormState.fresh(Map.of()))))
                .orElseGet(() -> new RedirectView(ConsentPages.base(person, patient) + "/consent"));
    }

    View choose(Person person, UUID patient, Map<String, String> sent) {
        FormState form = FormState.sent(sent);
        Optional<Reading> reading = understood(person, patient);
        if (reading.isEmpty()) {
            return refusedList(person, patient, form, NOTHING_READ);
        }
        return take.choose(form, person, reading.get())
                ? new RedirectView(ConsentPages.base(person, patient) + "/consent/sign")
                : Page.refused("consent/choices", pages.choices(person, reading.get(), form));
    }

    View toSign(Person person, UUID patient, String problem) {
        Optional<Reading> reading = understood(person, patient);
        Optional<Chosen> chosen = reading.flatMap(each -> each.conversation().chosen());
        if (reading.isEmpty() || chosen.isEmpty()) {
            return new RedirectView(ConsentPages.base(person, patient) + "/consent/choices");
        }
        SignPage page = pages.sign(person, reading.get(), chosen.get(), problem);
        return problem.isEmpty()
                ? Page.of("consent/sign", page)
                : Page.refused("consent/sign", page);
    }

    View sign(SignedIn someone, UUID patient, String seen) {
        Person person = someone.person();
        if (take.sign(person, someone.proof(), patient, seen)) {
            return toList(person, patient);
        }
        Optional<Chosen> chosen =
                understood(person, patient).flatMap(each -> each.conversation().chosen());
        return chosen.isPresent()
                ? toSign(person, patient, "The choices have changed. Please look at them again.")
                : refusedList(person, patient, FormState.fresh(Map.of()), NOTHING_READ);
    }

    View withdraw(Person person, UUID patient, Map<String, String> sent) {
        FormState form = FormState.sent(sent);
        return take.withdraw(form, person, patient)
                ? toList(person, patient)
                : Page.refused("consent/consents", pages.consents(person, patient, form));
    }

    View paper(Person person, UUID patient, String consent) {
        return pages.paper(person, patient, consent)
                .<View>map(page -> Page.of("consent/paper", page))
                .orElseGet(() -> toList(person, patient));
    }
}
