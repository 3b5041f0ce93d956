package org.evenkeel.clinic.forecasting.web;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Person;
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

    CalibrationController(Shadow shadow) {
        this.shadow = shadow;
    }

    @GetMapping("/calibration")
    @Needs(value = Permission.SEE_CALIBRATION, act = "calibration-view", of = Needs.Subject.CLINIC)
    View calibration(@AuthenticationPrincipal Person person) {
        return Page.of(
                "forecasting/calibration", CalibrationView.page(shadow.scored(person.clinicId())));
    }
}
