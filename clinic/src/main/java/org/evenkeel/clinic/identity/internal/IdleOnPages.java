package org.evenkeel.clinic.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.evenkeel.clinic.identity.Session;
import org.evenkeel.clinic.identity.SessionLimits;
import org.evenkeel.clinic.identity.Sessions;
import org.evenkeel.clinic.web.Frame;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Tells each page whose session it is and how long it may be left alone: without a connection it
/// has to know by itself.
@Configuration(proxyBeanMethods = false)
class IdleOnPages implements WebMvcConfigurer, HandlerInterceptor {
    private final Sessions sessions;
    private final SessionLimits limits;

    IdleOnPages(Sessions sessions, SessionLimits limits) {
        this.sessions = sessions;
        this.limits = limits;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .excludePathPatterns("/assets/**", "/webjars/**", "/sign-in/session");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        // Asked of the table, not of who is signed in: that would count as being there.
        sessions.current(request)
                .filter(session -> session.state() == Session.State.OPEN)
                .map(session ->
                        new Frame.Stay(session.id().toString(), limits.idle(session.person())))
                .ifPresent(stay -> Frame.keepStay(request, stay));
        return true;
    }
}
