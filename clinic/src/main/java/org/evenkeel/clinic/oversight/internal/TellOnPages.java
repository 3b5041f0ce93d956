package org.evenkeel.clinic.oversight.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.evenkeel.clinic.access.Acting;
import org.evenkeel.clinic.access.BreakGlass;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.web.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.util.Optional;

/// Tells those who see the audit, on every page of theirs, what they have not looked into.
@Configuration(proxyBeanMethods = false)
class TellOnPages implements WebMvcConfigurer, HandlerInterceptor {
    private final BreakGlass glass;

    TellOnPages(BreakGlass glass) {
        this.glass = glass;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable ModelAndView view) {
        if (view == null) {
            return;
        }
        auditor().ifPresent(person -> {
            int open = Acting.as(person, Acting.Span.CLINIC)
                    .call(() -> glass.unreviewed(person.clinicId()));
            if (open > 0) {
                request.setAttribute(
                        Frame.REMINDER, new Frame.Reminder("/emergencies", sentence(open)));
            }
        });
    }

    private static String sentence(int open) {
        return (open == 1 ? "One record was" : open + " records were")
                + " opened in an emergency and nobody has looked into it yet.";
    }

    private static Optional<Person> auditor() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(Person.class::isInstance)
                .map(Person.class::cast)
                .filter(person -> person.may(Permission.SEE_AUDIT));
    }
}
