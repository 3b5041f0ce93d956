package org.evenkeel.clinic.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.evenkeel.clinic.access.SignedIn;
import org.evenkeel.clinic.identity.SessionLimits;
import org.evenkeel.clinic.web.Frame;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Tells each page how long it may be left alone: without a connection it has to know by itself.
@Configuration(proxyBeanMethods = false)
class IdleOnPages implements WebMvcConfigurer, HandlerInterceptor {
    private final SessionLimits limits;

    IdleOnPages(SessionLimits limits) {
        this.limits = limits;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        SignedIn.current().ifPresent(person -> Frame.keepIdle(request, limits.idle(person)));
        return true;
    }
}
