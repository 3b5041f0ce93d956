package org.evenkeel.clinic.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Audit;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Service;

/// The one door through which every way of signing in goes: a method proves who someone is, this
/// gives them a session with a new id and form token and leaves a mark in the audit.
@Service
public class SignIn {
    private final SecurityContextRepository contexts;
    private final SessionAuthenticationStrategy formTokens;
    private final Audit audit;

    SignIn(
            SecurityContextRepository contexts,
            SessionAuthenticationStrategy formTokens,
            Audit audit) {
        this.contexts = contexts;
        this.formTokens = formTokens;
        this.audit = audit;
    }

    /// Signs a person in; a program has a token and never a session.
    public void establish(
            Person person, Proof proof, HttpServletRequest request, HttpServletResponse response) {
        if (person.role() == Role.MACHINE) {
            throw new NotThere();
        }
        Acting.as(person, Acting.Span.SIGN_IN)
                .run(() -> audit.done(
                        person.actor(),
                        new Act("sign-in-" + proof.method(), "person", person.id())));
        SignedIn someone = new SignedIn(person, proof);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(someone);
        contexts.saveContext(context, request, response);
        SecurityContextHolder.setContext(context);
        formTokens.onAuthentication(someone, request, response);
    }
}
