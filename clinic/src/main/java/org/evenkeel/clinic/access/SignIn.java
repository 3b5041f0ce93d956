package org.evenkeel.clinic.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Audit;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Service;

/// The one door through which every way of signing in goes: a method proves who someone is, this
/// gives them a session with a new id and leaves a mark in the audit.
@Service
public class SignIn {
    private final SecurityContextRepository contexts;
    private final SessionAuthenticationStrategy sessions;
    private final Audit audit;

    SignIn(
            SecurityContextRepository contexts,
            SessionAuthenticationStrategy sessions,
            Audit audit) {
        this.contexts = contexts;
        this.sessions = sessions;
        this.audit = audit;
    }

    /// Signs a person in.
    ///
    /// @param method how they proved who they are, for the audit, for example `one-use-link`
    public void establish(
            Person person,
            String method,
            HttpServletRequest request,
            HttpServletResponse response) {
        audit.done(person.actor(), new Act("sign-in-" + method, "person", person.id()));
        Authentication authentication = UsernamePasswordAuthenticationToken.authenticated(
                person, "", AuthorityUtils.NO_AUTHORITIES);
        sessions.onAuthentication(authentication, request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
