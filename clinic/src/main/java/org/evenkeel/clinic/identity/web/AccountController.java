package org.evenkeel.clinic.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.Needs.Subject;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.identity.Session;
import org.evenkeel.clinic.identity.Sessions;
import org.evenkeel.clinic.identity.internal.Accounts;
import org.evenkeel.clinic.identity.internal.Enrolment;
import org.evenkeel.clinic.identity.internal.Passkeys;
import org.evenkeel.clinic.identity.internal.Pins;
import org.evenkeel.clinic.identity.internal.Provider;
import org.evenkeel.clinic.identity.internal.ProviderLinks;
import org.evenkeel.clinic.identity.internal.SecondFactors;
import org.evenkeel.clinic.identity.internal.Secret;
import org.evenkeel.clinic.identity.internal.SessionCookie;
import org.evenkeel.clinic.web.Page;
import org.evenkeel.clinic.web.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// How somebody signs in, in their own hands. Whoever has a second factor shows it before anything
/// is changed: a tablet left open gives nobody an account for good.
@Controller
class AccountController {
    private static final View CONFIRM = new RedirectView("/confirm?to=/account");

    private final Sessions sessions;
    private final SecondFactors factors;
    private final Enrolment enrolment;
    private final Passkeys passkeys;
    private final Accounts accounts;
    private final Provider provider;
    private final ProviderLinks links;
    private final Pins pins;
    private final SessionCookie cookie;
    private final Audit audit;

    AccountController(
            Sessions sessions,
            SecondFactors factors,
            Enrolment enrolment,
            Passkeys passkeys,
            Accounts accounts,
            Provider provider,
            ProviderLinks links,
            Pins pins,
            SessionCookie cookie,
            Audit audit) {
        this.sessions = sessions;
        this.factors = factors;
        this.enrolment = enrolment;
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.provider = provider;
        this.links = links;
        this.pins = pins;
        this.cookie = cookie;
        this.audit = audit;
    }

    @GetMapping("/account")
    @Needs(value = Permission.USE_OWN_ACCOUNT, act = "account-view", of = Subject.SELF)
    View account(@AuthenticationPrincipal Person person, HttpServletRequest request) {
        return Page.of("identity/account", page(person, request, Optional.empty()));
    }

    @GetMapping("/account/app")
    @Needs(value = Permission.USE_OWN_ACCOUNT, act = "app-add", of = Subject.SELF)
    View appForm(@AuthenticationPrincipal Person person, HttpServletRequest request) {
        if (enrolment.mustConfirm(person, request)) {
            return CONFIRM;
        }
        return Page.of(
                "identity/enrol", appPage(person, enrolment.beginApp(request), Optional.empty()));
    }

    @PostMapping("/account/app")
    @Needs(value = Permission.USE_OWN_ACCOUNT, act = "app-add", of = Subject.SELF)
    View app(
            @AuthenticationPrincipal Person person,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request) {
        if (enrolment.mustConfirm(person, request)) {
            return CONFIRM;
        }
        Optional<List<String>> codes = enrolment.addApp(person, code, request);
        if (codes.isPresent()) {
            return Page.of("identity/codes", new CodesPage(codes.get(), "/account"));
        }
        Optional<byte[]> secret = enrolment.waiting(request);
        return secret.<View>map(each -> Page.refused(
                        "identity/enrol",
                        appPage(person, each, Optional.of("This is not the app's code now."))))
                .orElseGet(() -> new RedirectView("/account/app"));
    }

    @PostMapping("/account/codes")
    @Needs(value = Permission.USE_OWN_ACCOUNT, act = "recovery-codes", of = Subject.SELF)
    View codes(@AuthenticationPrincipal Person person, HttpServletRequest request) {
        if (!enrolment.hasSecondFactor(person)) {
            return Page.refused(
                    "identity/account",
                    page(person, request, Optional.of("Set up an app or a passkey first.")));
        }
        if (enrolment.mustConfirm(person, request)) {
            return CONFIRM;
        }
        return Page.of("identity/codes", new CodesPage(enrolment.renewCodes(person), "/account"));
    }

    @PostMapping("/account/passkeys/end")
    @Needs(value = Permission.USE_OWN_ACCOUNT, act = "passkey-end", of = Subject.SELF)
    View endPasskey(
            @AuthenticationPrincipal Person person,
            @RequestParam(defaultValue = "") String passkey,
            HttpServletRequest request) {
        if (enrolment.mustConfirm(person, request)) {
            return CONFIRM;
        }
        passkeys.end(person, passkey);
        return new RedirectView("/account");
    }

    @PostMapping("/account/provider/end")
    @Needs(value = Permission.USE_OWN_ACCOUNT, act = "provider-end", of = Subject.SELF)
    View endLink(
            @AuthenticationPrincipal Person person,
            @RequestParam(defaultValue = "0") long link,
            HttpServletRequest request) {
        if (enrolment.mustConfirm(person, request)) {
            return CONFIRM;
        }
        links.end(person, link);
        return new RedirectView("/account");
    }

    @PostMapping("/account/sessions/end")
    @Needs(value = Permission.USE_OWN_ACCOUNT, act = "sessions-end", of = Subject.SELF)
    View endOthers(@AuthenticationPrincipal Person person, HttpServletRequest request) {
        Optional<UUID> here = sessions.current(request).map(Session::id);
        sessions.running(person).stream()
                .filter(session -> !here.equals(Optional.of(session.id())))
                .forEach(session -> sessions.end(session, "ended-elsewhere"));
        return new RedirectView("/account");
    }

    @PostMapping("/account/pin")
    @Needs(value = Permission.USE_OWN_ACCOUNT, act = "pin-set", of = Subject.SELF)
    View pin(
            @AuthenticationPrincipal Person person,
            @RequestParam(defaultValue = "") String pin,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<String> problem = Pins.problem(pin);
        Optional<Session> session = sessions.current(request);
        if (problem.isPresent() || session.isEmpty()) {
            return Page.refused("identity/account", page(person, request, problem));
        }
        if (enrolment.mustConfirm(person, request)) {
            return CONFIRM;
        }
        String device = cookie.rememberDevice(request, response);
        pins.set(Secret.hash(device), person.id(), pin, () -> {
            sessions.bind(session.get(), device);
            audit.done(person.actor(), new Act("enrol-pin", "person", person.id()));
        });
        return new RedirectView("/account");
    }

    private EnrolPage appPage(Person person, byte[] secret, Optional<String> problem) {
        return EnrolPage.of(secret, enrolment.nameOf(person), "/account/app", false, problem);
    }

    private AccountPage page(Person person, HttpServletRequest request, Optional<String> problem) {
        Optional<UUID> here = sessions.current(request).map(Session::id);
        return new AccountPage(
                accounts.nameOf(person.id()).orElse(""),
                passkeys.of(person.id()).stream()
                        .map(each -> passkey(each, person))
                        .toList(),
                factors.hasApp(person.id()),
                factors.codesLeft(person.id()),
                sessions.running(person).stream()
                        .map(each -> new AccountPage.Stay(
                                Words.time(each.startedAt(), person.clinic().zone()),
                                each.proof().method().replace('-', ' '),
                                here.equals(Optional.of(each.id()))))
                        .toList(),
                cookie.device(request)
                        .filter(device -> pins.has(Secret.hash(device), person.id()))
                        .isPresent(),
                provider.isSet(),
                links.of(person.id()).stream()
                        .map(each -> new AccountPage.Linked(
                                each.number(),
                                Words.time(each.linkedAt(), person.clinic().zone())))
                        .toList(),
                problem);
    }

    private static AccountPage.Passkey passkey(CredentialRecord passkey, Person person) {
        return new AccountPage.Passkey(
                passkey.getCredentialId().toBase64UrlString(),
                Words.time(passkey.getCreated(), person.clinic().zone()),
                Words.time(passkey.getLastUsed(), person.clinic().zone()));
    }
}
