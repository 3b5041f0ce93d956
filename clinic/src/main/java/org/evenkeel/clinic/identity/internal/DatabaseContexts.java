package org.evenkeel.clinic.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.evenkeel.clinic.access.SignedIn;
import org.evenkeel.clinic.identity.Session;
import org.evenkeel.clinic.identity.Sessions;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

import java.util.Optional;

/// Who asks, from the table of sessions; looked up when somebody wants to know, and once a request.
/// In a locked session nobody asks.
@Component
class DatabaseContexts implements SecurityContextRepository {
    private final Sessions sessions;
    private final SessionCookie cookie;

    DatabaseContexts(Sessions sessions, SessionCookie cookie) {
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new WhenAsked(request);
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public void saveContext(
            SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        sessions.leave(request);
        if (context.getAuthentication() instanceof SignedIn someone) {
            String token = cookie.renew(request, response);
            sessions.open(someone.person(), someone.proof(), token, cookie.device(request));
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return open(request).isPresent();
    }

    private Optional<Session> open(HttpServletRequest request) {
        return sessions.current(request).filter(session -> session.state() == Session.State.OPEN);
    }

    private final class WhenAsked implements DeferredSecurityContext {
        private final HttpServletRequest request;
        private Optional<SecurityContext> known = Optional.empty();

        WhenAsked(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            SecurityContext context = known.orElseGet(this::look);
            known = Optional.of(context);
            return context;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }

        private SecurityContext look() {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            open(request).ifPresent(session -> {
                sessions.see(session);
                context.setAuthentication(new SignedIn(session.person(), session.proof()));
            });
            return context;
        }
    }
}
