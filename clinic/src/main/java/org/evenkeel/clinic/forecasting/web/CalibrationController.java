package org.evenkeel.clinic.forecasting.web;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.audit.Act;
import org.evenkeel.clinic.audit.Audit;
import org.evenkeel.clinic.forecasting.Shadow;
import org.evenkeel.clinic.web.Page;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// Whether forecasts are right for this clinic's patients; no names.
@Controller
class CalibrationController {
    private final Shadow shadow;
    private final Audit audit;

    CalibrationController(Shadow shadow, Audit audit) {
        this.shadow = shadow;
        this.audit = audit;
    }

    @GetMapping("/calibration")
    @Needs(Permission.SEE_CALIBRATION)
    View calibration(@AuthenticationPrincipal Person person) {
        audit.done(person.actor(), new Act("calibration-view", "clinic", person.clinicId()));
        return Page.of(
                "forecasting/calibration", CalibrationView.page(shadow.scored(person.clinicId())));
    }
}
