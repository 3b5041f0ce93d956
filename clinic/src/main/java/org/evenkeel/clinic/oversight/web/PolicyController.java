package org.evenkeel.clinic.oversight.web;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.access.Policy;
import org.evenkeel.clinic.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// Shows who may do what.
@Controller
class PolicyController {
    @GetMapping("/policy")
    @Needs(value = Permission.SEE_POLICY, act = "policy-view", of = Needs.Subject.CLINIC)
    View policy() {
        return Page.of("oversight/policy", PolicyPage.of(Policy.current()));
    }
}
