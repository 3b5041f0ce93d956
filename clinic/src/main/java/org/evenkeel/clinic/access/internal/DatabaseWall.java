package org.evenkeel.clinic.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

import java.io.IOException;

/// Says in words that the database did not answer when the session could not be looked up. Who asks
/// is then not known, so the page shows nobody.
final class DatabaseWall extends OncePerRequestFilter {
    private final FailureAnswer errorPages;

    DatabaseWall(HandlerExceptionResolver errorPages) {
        this.errorPages = new FailureAnswer(errorPages);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (DataAccessException | TransactionException failure) {
            SecurityContextHolder.clearContext();
            errorPages.answer(request, response, failure);
        }
    }
}
