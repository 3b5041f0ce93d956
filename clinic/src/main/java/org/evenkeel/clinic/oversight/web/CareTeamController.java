package org.evenkeel.clinic.oversight.web;

import static java.util.stream.Collectors.partitioningBy;

import org.evenkeel.clinic.access.CareTeams;
import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Policy;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.patient.Patients;
import org.evenkeel.clinic.web.Page;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Shows and changes who looks after a patient.
@Controller
class CareTeamController {
    private static final String PATH = "/patients/{id}/care-team";
    private static final String CHANGE = "care-team-change";

    private final CareTeams teams;
    private final Patients patients;
    private final People people;
    private final Audit audit;
    private final TransactionTemplate transactions;

    CareTeamController(
            CareTeams teams,
            Patients patients,
            People people,
            Audit audit,
            TransactionTemplate transactions) {
        this.teams = teams;
        this.patients = patients;
        this.people = people;
        this.audit = audit;
        this.transactions = transactions;
    }

    @GetMapping(PATH)
    @Needs(value = Permission.CHANGE_CARE_TEAM, act = "care-team-view", of = Needs.Subject.PATIENT)
    View show(@AuthenticationPrincipal Person person, @PathVariable UUID id) {
        List<UUID> in = teams.members(person.clinicId(), id);
        Map<Boolean, List<CareTeamPage.Member>> staff =
                staff(person).stream().collect(partitioningBy(each -> in.contains(each.id())));
        return Page.of(
                "oversight/care-team",
                new CareTeamPage(
                        id,
                        patients.find(person.clinicId(), id)
                                .orElseThrow(NotThere::new)
                                .name()
                                .full(),
                        staff.getOrDefault(true, List.of()),
                        staff.getOrDefault(false, List.of())));
    }

    @PostMapping(PATH)
    @Needs(value = Permission.CHANGE_CARE_TEAM, act = CHANGE, of = Needs.Subject.PATIENT)
    View change(
            @AuthenticationPrincipal Person person,
            @PathVariable UUID id,
            @RequestParam("person") UUID member,
            @RequestParam("is") String is) {
        if (staff(person).stream().noneMatch(each -> each.id().equals(member))) {
            throw new NotThere();
        }
        transactions.executeWithoutResult(_ -> {
            switch (is) {
                case "in" -> teams.join(person.actor(), member, List.of(id));
                case "out" -> teams.leave(person.actor(), member, id);
                default -> throw new NotThere();
            }
            audit.done(person.actor(), Act.onPatient(CHANGE, id));
        });
        return new RedirectView("/patients/" + id + "/care-team");
    }

    /// Those of the clinic whom a care team lets in: for the others it changes nothing.
    private List<CareTeamPage.Member> staff(Person person) {
        return people.staff(person.clinicId()).stream()
                .filter(each -> Policy.current()
                                .cell(each.role(), Permission.SEE_COURSES)
                                .reach()
                        != Policy.Reach.NEVER)
                .map(each -> new CareTeamPage.Member(
                        each.id(), each.name(), each.role().words()))
                .distinct()
                .toList();
    }
}
