package org.evenkeel.clinic.access.internal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/// Answers a failure before any route is reached with the page that routes would answer with.
///
/// @param errorPages what routes answer failures with
record FailureAnswer(HandlerExceptionResolver errorPages) {

    void answer(HttpServletRequest request, HttpServletResponse response, Exception failure)
            throws ServletException {
        ModelAndView answer = errorPages.resolveException(request, response, null, failure);
        View page = answer == null ? null : answer.getView();
        if (answer == null || page == null) {
            throw new ServletException("no page tells of " + failure.getClass().getSimpleName());
        }
        try {
            page.render(answer.getModel(), request, response);
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
