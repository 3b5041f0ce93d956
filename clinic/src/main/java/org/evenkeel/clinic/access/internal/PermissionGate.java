package org.evenkeel.clinic.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.evenkeel.clinic.access.Acting;
import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.OpenToAll;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Policy;
import org.evenkeel.clinic.access.Relation;
import org.evenkeel.clinic.access.SecondFactor;
import org.evenkeel.clinic.access.SignedIn;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Actor;
import org.evenkeel.clinic.audit.Audit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Lets a request through to a route only where the route's own declaration and the policy allow
/// it, says for whom the route works, and leaves the mark: a look is recorded before anything is
/// shown, so that no page can forget it; what a form did is recorded by the act itself, and what
/// was refused here.
@Component
final class PermissionGate implements HandlerInterceptor {
    /// Methods that only look.
    static final Set<String> LOOKS = Set.of("GET", "HEAD");
    private static final String CONFIRM = "/confirm?to=";
    /// Of this status and above a request was not carried out.
    private static final int REFUSED = 400;

    private static final Logger LOG = LoggerFactory.getLogger(PermissionGate.class);

    private final Relations relations;
    private final Emergency emergency;
    private final SecondFactor secondFactor;
    private final Audit audit;

    PermissionGate(
            Relations relations, Emergency emergency, SecondFactor secondFactor, Audit audit) {
        this.relations = relations;
        this.emergency = emergency;
        this.secondFactor = secondFactor;
        this.audit = audit;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (handler instanceof ResourceHttpRequestHandler) {
            // Files of the program, the same for everybody.
            return true;
        }
        if (!(handler instanceof HandlerMethod route)) {
            // It cannot say whom it is for.
            throw new NotThere();
        }
        if (route.hasMethodAnnotation(OpenToAll.class)) {
            return true;
        }
        Person person = SignedIn.current().orElseThrow(NotThere::new);
        Needs needs = route.getMethodAnnotation(Needs.class);
        if (needs == null) {
            throw new NotThere();
        }
        boolean through = false;
        try {
            through = isLetThrough(person, needs, request, response);
            return through;
        } finally {
            // Spring tells of the end of those only that were let through.
            if (!through) {
                Acting.end();
            }
        }
    }

    private boolean isLetThrough(
            Person person, Needs needs, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<Allowed> allowed = decide(person, needs, request);
        allowed.map(Allowed::acting)
                .orElseGet(() -> Acting.as(person, Acting.Span.SIGN_IN))
                .begin();
        if (allowed.isEmpty()) {
            audit.denied(person.actor(), act(person, needs, request));
            throw new NotThere();
        }
        if (needs.fresh() && !secondFactor.isFresh(request)) {
            response.sendRedirect(CONFIRM + request.getRequestURI() + asked(request));
            return false;
        }
        Person acting = allowed.get().person();
        if (LOOKS.contains(request.getMethod())) {
            audit.done(acting.actor(), act(acting, needs, request));
        }
        return true;
    }

    /// What a page was asked for with, so that confirming leads back to the same page.
    private static String asked(HttpServletRequest request) {
        return request.getQueryString() == null
                ? ""
                : URLEncoder.encode("?" + request.getQueryString(), StandardCharsets.UTF_8);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception failure) {
        try {
            if (handler instanceof HandlerMethod route
                    && !LOOKS.contains(request.getMethod())
                    && response.getStatus() >= REFUSED) {
                Needs needs = route.getMethodAnnotation(Needs.class);
                Optional<Person> person = SignedIn.current();
                if (needs != null && person.isPresent()) {
                    refused(person.get().actor(), act(person.get(), needs, request));
                }
            }
        } finally {
            Acting.end();
        }
    }

    /// The answer is made by now; where it tells that the database is away, no mark can be left.
    private void refused(Actor actor, Act act) {
        try {
            audit.refused(actor, act);
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("a refusal left no mark: {}", away.getClass().getSimpleName());
        }
    }

    /// A route that may be used.
    ///
    /// @param person as whom
    /// @param acting how far it reaches
    private record Allowed(Person person, Acting acting) {}

    /// How far the route reaches for this person, or nothing where they may not use it.
    private Optional<Allowed> decide(Person person, Needs needs, HttpServletRequest request) {
        Policy.Cell cell = SignedIn.mayUse(needs)
                ? Policy.current().cell(person.role(), needs.value())
                : Policy.Cell.NOTHING;
        return switch (needs.of()) {
            case PATIENT ->
                cell.reach() == Policy.Reach.NEVER
                        ? Optional.empty()
                        : id(request).flatMap(patient -> onPatient(person, patient, cell, request));
            case CLINIC, THING ->
                switch (cell.reach()) {
                    case CLINIC -> allowed(person, Acting.as(person, Acting.Span.CLINIC));
                    case CARE_TEAM -> allowed(person, Acting.as(person, Acting.Span.CARE_TEAM));
                    case SELF, NEVER -> Optional.empty();
                };
            case SELF ->
                cell.reach() == Policy.Reach.NEVER
                        ? Optional.empty()
                        : allowed(
                                person,
                                person.patientId()
                                        .map(patient -> Acting.onPatient(person, patient))
                                        .orElse(Acting.as(person, Acting.Span.SIGN_IN)));
        };
    }

    private static Optional<Allowed> allowed(Person person, Acting acting) {
        return Optional.of(new Allowed(person, acting));
    }

    private Optional<Allowed> onPatient(
            Person person, UUID patient, Policy.Cell cell, HttpServletRequest request) {
        Relation relation = relations.of(person, patient);
        if (cell.allows(relation)) {
            relation.keep(request);
            return allowed(person, Acting.onPatient(person, patient));
        }
        return Optional.of(person)
                .filter(_ -> cell.allows(Relation.BREAK_GLASS))
                .flatMap(each -> emergency.at(each, patient))
                .map(there -> {
                    Relation.BREAK_GLASS.keep(request);
                    Emergency.become(there);
                    return new Allowed(there, Acting.onPatient(there, patient));
                });
    }

    private static Act act(Person person, Needs needs, HttpServletRequest request) {
        return switch (needs.of()) {
            case PATIENT ->
                id(request)
                        .map(patient -> Act.onPatient(needs.act(), patient))
                        .orElse(new Act(needs.act(), "person", person.id()));
            case CLINIC -> new Act(needs.act(), "clinic", person.clinicId());
            case THING -> new Act(needs.act(), "thing", id(request).orElse(person.clinicId()));
            case SELF ->
                person.patientId()
                        .map(patient -> Act.onPatient(needs.act(), patient))
                        .orElse(new Act(needs.act(), "person", person.id()));
        };
    }

    private static Optional<UUID> id(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        if (!(variables instanceof Map<?, ?> map) || !(map.get("id") instanceof String text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
