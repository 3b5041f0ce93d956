package org.evenkeel.clinic.treatment.web;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.SignedIn;
import org.evenkeel.clinic.patient.Patients;
import org.evenkeel.clinic.signature.Meaning;
import org.evenkeel.clinic.signature.SignatureView;
import org.evenkeel.clinic.treatment.Recorded;
import org.evenkeel.clinic.treatment.TreatmentGiven;
import org.evenkeel.clinic.treatment.VerifyDose;
import org.evenkeel.clinic.web.Page;
import org.evenkeel.clinic.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// Shows the doses of the last weeks and takes the signature of a second person.
@Controller
class DosesController {
    private static final String PATH = "/patients/{id}/doses";

    private final VerifyDose verify;
    private final Patients patients;
    private final People people;

    DosesController(VerifyDose verify, Patients patients, People people) {
        this.verify = verify;
        this.patients = patients;
        this.people = people;
    }

    @GetMapping(PATH)
    @Needs(
            value = Permission.VERIFY_DOSE,
            act = "doses-view",
            of = Needs.Subject.PATIENT,
            fresh = true)
    View doses(SignedIn someone, @PathVariable UUID id) {
        return Page.of("treatment/doses", page(someone.person(), id, ""));
    }

    @PostMapping(PATH)
    @Needs(
            value = Permission.VERIFY_DOSE,
            act = "sign-dose-verified",
            of = Needs.Subject.PATIENT,
            fresh = true)
    View sign(
            SignedIn someone,
            @PathVariable UUID id,
            @RequestParam(name = "dose", defaultValue = "") String dose) {
        return switch (verify.sign(someone.person(), someone.proof(), id, uuid(dose))) {
            case SIGNED -> new RedirectView("/patients/" + id + "/doses");
            case OWN_RECORD ->
                refused(someone, id, "You recorded this dose: somebody else must verify it.");
            case UNKNOWN -> refused(someone, id, "Choose one of the doses below.");
        };
    }

    private Page refused(SignedIn someone, UUID id, String problem) {
        return Page.refused("treatment/doses", page(someone.person(), id, problem));
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            return new UUID(0, 0);
        }
    }

    private DosesPage page(Person person, UUID id, String problem) {
        Map<UUID, String> names = people.names(person.clinicId());
        return new DosesPage(
                id,
                patients.find(person.clinicId(), id)
                        .orElseThrow(NotThere::new)
                        .name()
                        .full(),
                Meaning.DOSE_VERIFIED.sentence(),
                person.name() + ", " + person.role().words(),
                problem,
                verify.recent(person, id).stream()
                        .map(dose -> dose(dose, person, names))
                        .toList());
    }

    private static DosesPage.Dose dose(
            VerifyDose.Dose dose, Person person, Map<UUID, String> names) {
        Recorded recorded = dose.recorded();
        return new DosesPage.Dose(
                recorded.id(),
                words(recorded.given()),
                names.getOrDefault(recorded.by(), "a file"),
                recorded.by().equals(person.id()),
                dose.isVerified(),
                dose.signed().stream()
                        .map(signed -> SignatureView.of(signed)
                                .doubted(
                                        dose.isStandingFor(signed),
                                        "It is not about the dose as it is recorded now."))
                        .toList());
    }

    private static String words(TreatmentGiven given) {
        String drug = given.what().drug().name().toLowerCase(Locale.ROOT) + " "
                + given.what().route();
        return Words.day(given.on()) + ": " + drug
                + given.what()
                        .dose()
                        .map(dose -> ", " + Words.amount(dose.value()) + " mg")
                        .orElse("")
                + given.what()
                        .weight()
                        .map(weight -> ", at " + Words.amount(weight.value()) + " kg")
                        .orElse("")
                + given.minutes().map(minutes -> ", over " + minutes + " min").orElse("");
    }
}
