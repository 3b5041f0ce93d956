package org.evenkeel.clinic.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.evenkeel.clinic.access.Factor;
import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.OneUseLinks;
import org.evenkeel.clinic.access.OpenToAll;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Proof;
import org.evenkeel.clinic.access.SignIn;
import org.evenkeel.clinic.web.Notice;
import org.evenkeel.clinic.web.Page;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/// Signs in by a one-use link. It exists in the demo only and answers this machine only.
@Controller
@ConditionalOnProperty("evenkeel.demo")
class OneUseLinkController {
    private static final Notice USED = new Notice(
            "This link does not work any more",
            "Each sign-in link works once. Use another one, or start the demo again for new ones.");

    private final OneUseLinks links;
    private final People people;
    private final SignIn signIn;

    OneUseLinkController(OneUseLinks links, People people, SignIn signIn) {
        this.links = links;
        this.people = people;
        this.signIn = signIn;
    }

    @GetMapping("/enter/{token}")
    @OpenToAll("the token in it is the proof of who asks")
    View enter(@PathVariable String token, HttpServletRequest request, HttpServletResponse response)
            throws UnknownHostException {
        if (!InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()) {
            throw new NotThere();
        }
        // A link preview asks with HEAD; that must not use the link up.
        if (!request.getMethod().equals("GET")) {
            throw new NotThere();
        }
        Optional<Person> person = links.use(token).flatMap(people::find);
        if (person.isEmpty()) {
            return new Page("web/notice", USED, HttpStatus.GONE);
        }
        signIn.establish(person.get(), Proof.of("one-use-link", Factor.LINK), request, response);
        return new RedirectView("/");
    }
}
