package org.evenkeel.clinic.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.evenkeel.clinic.access.SignedIn;
import org.evenkeel.clinic.web.Reminder;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.util.List;
import java.util.Optional;

/// Asks everybody who knows of reminders, for each page that is shown.
@Configuration(proxyBeanMethods = false)
class RemindersOnPages implements WebMvcConfigurer, HandlerInterceptor {
    private final List<Reminder.Source> sources;

    RemindersOnPages(List<Reminder.Source> sources) {
        this.sources = sources;
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
            @Nullable ModelAndView page) {
        if (page != null) {
            SignedIn.current()
                    .ifPresent(person -> Reminder.keep(
                            request,
                            sources.stream()
                                    .map(source -> source.of(person))
                                    .flatMap(Optional::stream)
                                    .toList()));
        }
    }
}
