package org.evenkeel.clinic.protocols.web;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.protocols.Difference;
import org.evenkeel.clinic.protocols.Edition;
import org.evenkeel.clinic.protocols.Life;
import org.evenkeel.clinic.protocols.Protocols;
import org.evenkeel.clinic.protocols.Supervised;
import org.evenkeel.clinic.web.Page;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.Optional;
import java.util.UUID;

/// Shows what differs between two versions, or between two protocols.
@Controller
class CompareController {
    private final Protocols protocols;

    CompareController(Protocols protocols) {
        this.protocols = protocols;
    }

    @GetMapping("/protocols/{id}/compare")
    @Needs(value = Permission.SEE_PROTOCOLS, act = "protocol-compare", of = Needs.Subject.THING)
    View compare(
            @AuthenticationPrincipal Person person,
            @PathVariable UUID id,
            @RequestParam(name = "with", defaultValue = "") String with) {
        Edition to = protocols.edition(person.clinicId(), id).orElseThrow(NotThere::new);
        Optional<Edition> from =
                uuid(with).flatMap(other -> protocols.edition(person.clinicId(), other));
        return Page.of(
                "protocols/compare",
                new ComparePage(
                        side(to),
                        from.map(this::side),
                        from.map(other -> Difference.between(
                                Supervised.written(Texts.tree(other)),
                                Supervised.written(Texts.tree(to)))),
                        protocols.editions(person.clinicId()).stream()
                                .filter(each -> each.life() != Life.DISCARDED)
                                .filter(each -> !each.id().equals(id))
                                .map(each -> new ComparePage.Choice(each.id(), name(each)))
                                .toList()));
    }

    private ComparePage.Side side(Edition edition) {
        return new ComparePage.Side(
                edition.id(),
                new Facts(Texts.tree(edition)).title(),
                ProtocolState.words(edition),
                protocols.protocol(edition).map(Timeline::of));
    }

    private static String name(Edition edition) {
        return new Facts(Texts.tree(edition)).title() + " · " + ProtocolState.words(edition);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
