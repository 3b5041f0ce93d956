package org.evenkeel.clinic.web.internal;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.web.AuditPage;
import org.evenkeel.clinic.web.Page;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// The audit list.
@Controller
class AuditController {
    private final Audit audit;
    private final People people;

    AuditController(Audit audit, People people) {
        this.audit = audit;
        this.people = people;
    }

    @GetMapping("/audit")
    @Needs(value = Permission.SEE_AUDIT, act = "audit-view", of = Needs.Subject.CLINIC)
    View list(@AuthenticationPrincipal Person person) {
        return Page.of(
                "web/audit",
                AuditPage.of(
                        audit.latest(person.clinicId()),
                        people.names(person.clinicId()),
                        person.clinic().zone()));
    }
}
