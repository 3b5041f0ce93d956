package org.evenkeel.clinic.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.OpenToAll;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Audit;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

import java.util.Optional;

/// Lets a request through to a route only where the route's own declaration allows the person.
@Component
final class PermissionGate implements HandlerInterceptor {
    private final Audit audit;

    PermissionGate(Audit audit) {
        this.audit = audit;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod route) || isOpen(route)) {
            return true;
        }
        Person person = signedIn().orElseThrow(NotThere::new);
        Needs needs = route.getMethodAnnotation(Needs.class);
        if (needs == null || !person.may(needs.value())) {
            audit.denied(
                    person.actor(), new Act(route.getMethod().getName(), "route", person.id()));
            throw new NotThere();
        }
        return true;
    }

    /// The servlet container's error page is the frame's own and shows nothing.
    private static boolean isOpen(HandlerMethod route) {
        return route.hasMethodAnnotation(OpenToAll.class);
    }

    private static Optional<Person> signedIn() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(Person.class::isInstance)
                .map(Person.class::cast);
    }
}
