package org.evenkeel.clinic.access.internal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.evenkeel.clinic.access.Acting;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.SignedIn;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Audit;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.stereotype.Component;

import java.io.IOException;

/// Leaves a mark of a form that came without the token of the sender's own pages. It is refused
/// before any route is reached, and may be somebody else's page that uses an open session.
@Component
final class FormTokenMark implements AccessDeniedHandler {
    private final AccessDeniedHandler refusal = new AccessDeniedHandlerImpl();
    private final Audit audit;

    FormTokenMark(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        SignedIn.current().ifPresent(this::mark);
        refusal.handle(request, response, denied);
    }

    private void mark(Person person) {
        Acting.as(person, Acting.Span.SIGN_IN)
                .run(() ->
                        audit.denied(person.actor(), new Act("form-token", "person", person.id())));
    }
}
