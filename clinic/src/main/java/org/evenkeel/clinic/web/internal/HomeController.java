package org.evenkeel.clinic.web.internal;

import org.evenkeel.clinic.access.OpenToAll;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.web.Frame;
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
    @OpenToAll("sends people to where they sign in, or to their first page")
    View home(@AuthenticationPrincipal @Nullable Person person) {
        if (person == null) {
            return new RedirectView("/sign-in");
        }
        return new RedirectView(Frame.home(person));
    }
}
