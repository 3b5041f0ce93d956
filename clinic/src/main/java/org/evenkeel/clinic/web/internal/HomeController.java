package org.evenkeel.clinic.web.internal;

import org.evenkeel.clinic.access.OpenToAll;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.web.Frame;
import org.evenkeel.clinic.web.Notice;
import org.evenkeel.clinic.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The address without a path.
@Controller
class HomeController {
    @GetMapping("/")
    @OpenToAll("says how to sign in, and sends those who have to their first page")
    View home(@AuthenticationPrincipal @Nullable Person person) {
        if (person == null) {
            return Page.of(
                    "web/notice",
                    new Notice(
                            "Please sign in",
                            "Open one of the sign-in links that were printed when this clinic was"
                                    + " started. Each link works once."));
        }
        return new RedirectView(Frame.home(person));
    }
}
