package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.net.http.HttpResponse;
import java.util.Map;

@ClinicTest
class SignInTest {
    @Autowired
    Visitors visitors;

    @Test
    void aLinkWorksOnce() {
        String link = visitors.link(Role.NURSE);
        Visitor first = visitors.stranger();

        assertThat(first.get(link).statusCode()).isEqualTo(302);
        assertThat(first.get("/worklist").statusCode()).isEqualTo(200);

        Visitor second = visitors.stranger();
        assertThat(second.get(link).statusCode()).isEqualTo(410);
        assertThat(second.get("/worklist").statusCode()).isEqualTo(302);
    }

    @Test
    void aPreviewDoesNotUseALinkUp() {
        String link = visitors.link(Role.NURSE);

        Visitor preview = visitors.stranger();
        preview.head(link);
        assertThat(preview.get("/worklist").statusCode()).isEqualTo(302);

        Visitor nurse = visitors.stranger();
        nurse.get(link);
        assertThat(nurse.get("/worklist").statusCode()).isEqualTo(200);
    }

    @Test
    void leavingEndsTheSession() {
        Visitor nurse = visitors.stranger();
        nurse.get(visitors.link(Role.NURSE));
        Map<String, String> token = Visitor.hidden(nurse.get("/worklist"), "/leave");

        assertThat(nurse.post("/leave", token).statusCode()).isEqualTo(302);
        assertThat(nurse.get("/worklist").statusCode()).isEqualTo(302);
    }

    /// HZ-09.
    @Test
    void aFormWithoutItsTokenIsRefusedAndLeavesAMark() {
        Visitor nurse = visitors.as(Role.NURSE);

        assertThat(nurse.post("/leave", Map.of()).statusCode()).isEqualTo(403);
        assertThat(nurse.get("/worklist").statusCode()).isEqualTo(200);
        assertThat(visitors.as(Role.AUDITOR).get("/audit").body())
                .contains("sent a form that no page of theirs had made");
    }

    @Test
    void noPageLetsInlineScriptsRunOrItselfBeFramed() {
        HttpResponse<String> page = visitors.as(Role.NURSE).get("/worklist");
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();

        assertThat(policy).contains("script-src 'self'").doesNotContain("unsafe");
        assertThat(policy).contains("frame-ancestors 'none'");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    }

    @Test
    void titlesNameNobody() {
        String name = visitors.person(Role.PATIENT).name();
        String page = visitors.as(Role.PATIENT).get("/me").body();

        assertThat(page).contains(name);
        assertThat(page.substring(0, page.indexOf("</head>"))).doesNotContain(name);
    }
}
