package org.evenkeel.clinic.treatment.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.evenkeel.clinic.access.Acting;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.SignedIn;
import org.evenkeel.clinic.treatment.ConfirmLimits;
import org.evenkeel.clinic.web.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Tells those who treat, on every page, that the clinic's limits await a prescriber.
@Configuration(proxyBeanMethods = false)
class LimitsNotice implements WebMvcConfigurer, HandlerInterceptor {
    private final ConfirmLimits confirm;

    LimitsNotice(ConfirmLimits confirm) {
        this.confirm = confirm;
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
        if (view != null
                && SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn one
                && one.person().may(Permission.SEE_COURSES)
                && isWaiting(one.person())) {
            request.setAttribute(
                    Frame.REMINDER, new Frame.Reminder("/limits", ConfirmLimits.WAITING));
        }
    }

    private boolean isWaiting(Person person) {
        return Acting.as(person, Acting.Span.CLINIC).call(() -> confirm.isWaiting(person.clinic()));
    }
}
