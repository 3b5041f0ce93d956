package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.UriComponentsBuilder;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/// Signing in by an outside provider, here one on loopback.
@ClinicTest
class ProviderTest {
    private static final List<String> TWO = List.of("pwd", "mfa");

    @Autowired
    Visitors visitors;

    @Autowired
    @Qualifier("owner")
    JdbcClient owner;

    @Test
    void aLinkedPersonGetsInWithTwoFactorsAndNobodyElse() {
        assertThat(comeBack(visitors.stranger(), "subject-1", TWO).statusCode())
                .as("not linked")
                .isEqualTo(403);

        Visitor therapist = visitors.stranger();
        therapist.get(visitors.link(Role.THERAPIST));
        assertThat(comeBack(therapist, "subject-1", List.of("pwd")).statusCode())
                .as("one factor links nobody")
                .isEqualTo(403);
        assertThat(location(comeBack(therapist, "subject-1", TWO))).endsWith("/account");

        Visitor elsewhere = visitors.stranger();
        assertThat(comeBack(elsewhere, "subject-1", List.of("pwd")).statusCode())
                .as("one factor")
                .isEqualTo(403);
        assertThat(elsewhere.get("/worklist").statusCode()).isEqualTo(302);
        comeBack(elsewhere, "subject-1", TWO);
        assertThat(elsewhere.get("/worklist").statusCode()).isEqualTo(200);
        assertThat(owner.sql("select count(*) from identity.session"
                                + " where method = 'provider' and factor_at is not null")
                        .query(Integer.class)
                        .single())
                .as("when the provider asked for its factors nobody knows: no fresh one")
                .isZero();

        Visitor nurse = visitors.stranger();
        nurse.get(visitors.link(Role.NURSE));
        assertThat(comeBack(nurse, "subject-1", TWO).statusCode())
                .as("somebody else's identity")
                .isEqualTo(403);

        String end = "/account/provider/end";
        therapist.post(end, Visitor.hidden(therapist.get("/account"), end));
        assertThat(comeBack(visitors.stranger(), "subject-1", TWO).statusCode())
                .as("the link ended")
                .isEqualTo(403);
        assertThat(location(comeBack(nurse, "subject-1", TWO)))
                .as("an identity that is nobody's any more")
                .endsWith("/account");
        nurse.post(end, Visitor.hidden(nurse.get("/account"), end));
    }

    @Test
    void aWordForAnotherTryIsNotTaken() {
        Visitor first = visitors.stranger();
        String state = ask(first, "subject-2", TWO);
        Visitor second = visitors.stranger();
        ask(second, "subject-2", TWO);

        assertThat(back(second, state).statusCode())
                .as("another browser's state")
                .isEqualTo(403);
        assertThat(back(first, state).statusCode()).as("another try's nonce").isEqualTo(403);
        assertThat(back(first, state).statusCode()).as("a second time").isEqualTo(403);
    }

    private static HttpResponse<String> comeBack(
            Visitor visitor, String subject, List<String> methods) {
        return back(visitor, ask(visitor, subject, methods));
    }

    /// Goes to the provider, which will say this; answers the state.
    private static String ask(Visitor visitor, String subject, List<String> methods) {
        visitor.get("/sign-in");
        String to = location(visitor.get("/sign-in/provider"));
        assertThat(to).startsWith(LoopbackProvider.issuer() + "/authorize");
        Map<String, String> query =
                UriComponentsBuilder.fromUriString(to).build().getQueryParams().toSingleValueMap();
        assertThat(query).containsKeys("code_challenge", "nonce", "state");
        LoopbackProvider.say(subject, query.getOrDefault("nonce", ""), methods);
        return query.getOrDefault("state", "").replace("%3D", "=");
    }

    private static HttpResponse<String> back(Visitor visitor, String state) {
        return visitor.get("/sign-in/provider/back?code=any&state=" + state);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
