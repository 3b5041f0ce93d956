package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.OtherClinic.Someone;
import org.evenkeel.clinic.access.Role;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts texts of a test's own through every field that keeps a text, as people do: by the forms and
/// by imported files. It knows every field of every page into which something can be typed: one
/// that it does not know fails [#requireKnown(PageFields)].
final class TextFields {
    /// Fields that keep any text.
    static final List<String> NAMES = List.of(
            "given",
            "family",
            "identifier",
            "decline",
            "agree",
            "close",
            "agree-again",
            "emergency",
            "hold",
            "correct",
            "put-right",
            "answers-put-right",
            "move",
            "against",
            "decided",
            "typed-name",
            "interpreter",
            "withdrawn",
            "plan",
            "departed",
            "moved",
            "account",
            "program",
            "invited",
            "invited-as",
            "protocol",
            "typed",
            "sent-back",
            "retired",
            "discarded",
            "registered",
            "registered-as",
            "source");
    /// Fields that keep the name of an ingredient, without signs that would end anything.
    static final List<String> INGREDIENTS = List.of("tried", "taken");
    /// Fields whose text no page shows to all who may see the record, though all but the last are
    /// kept. The reason of a plan is shown to who drew it up, and to others once it is signed.
    static final List<String> UNSHOWN = List.of("identifier", "plan", "source");

    /// Which form sends what that is typed: all that is filled in here, and below what is kept
    /// nowhere. In a protocol's editor every part of its text is a field.
    private static final Set<String> KNOWN = Set.of(
            "/patients/{id}/decision reason",
            "/patients/{id}/agreements free-reason",
            "/patients/{id}/agreements stretch-reason",
            "/patients/{id}/agreements/close close-reason",
            "/patients/{id}/treatments hold-reason",
            "/patients/{id}/treatments reason",
            "/patients/{id}/questionnaires/phq-9 reason",
            "/patients/{id}/history reason",
            "/patients/{id}/history trial-ingredient",
            "/patients/{id}/history medicine-ingredient",
            "/patients/{id}/eligibility/decision reason",
            "/patients/{id}/eligibility/decision against-*",
            "/patients/{id}/consent/choices typed-name",
            "/patients/{id}/consent/choices interpreter",
            "/me/consent/choices typed-name",
            "/me/consent/choices interpreter",
            "/patients/{id}/plan reason",
            "/patients/{id}/protocol reason",
            "/patients/{id}/protocol/move reason",
            "/patients/{id}/account name",
            "/registration given",
            "/registration family",
            "/machines name",
            "/people person",
            "/people name",
            "/emergency given",
            "/emergency family",
            "/emergency reason",
            "/protocols/{id}/edit *",
            "/protocols/{id}/text text",
            "/protocols/new text",
            "/protocols/{id}/return reason",
            "/protocols/{id}/retire reason",
            "/protocols/{id}/discard reason",
            // a code of ICD and nothing else is taken
            "/patients/{id}/history diagnosis-code",
            // the number of a record
            "/audit patient",
            // compared, never kept
            "/sign-in name",
            "/sign-in/code code",
            "/confirm code",
            "/account/app code",
            "/sign-in/enrol code");

    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    private final Someone prescriber;
    private final Function<Role, Visitor> others;
    private final Function<String, String> text;
    private final PageFields pages = new PageFields();

    /// @param prescriber of a clinic of their own, who gave a second factor just now
    /// @param others somebody else of that clinic, of any role, with a second factor as well
    /// @param text what goes into which of [#NAMES] and [#INGREDIENTS]
    TextFields(Someone prescriber, Function<Role, Visitor> others, Function<String, String> text) {
        this.prescriber = prescriber;
        this.others = others;
        this.text = text;
    }

    /// What holds the texts.
    ///
    /// @param patient whose record holds most of them
    /// @param pages of their own that show them to the prescriber, besides the usual ones
    record Filled(UUID patient, List<String> pages) {}

    /// Fills everything in.
    Filled fill() {
        require(302, form("/limits", "/limits", Map.of()));
        RecordTexts record = new RecordTexts(this, prescriber);
        UUID patient = record.fill();
        ProtocolTexts protocols = new ProtocolTexts(this, others.apply(Role.PRESCRIBER));
        String draft = "/protocols/" + protocols.typedOver();
        String discarded = "/protocols/" + protocols.discarded();
        String retired = "/protocols/" + protocols.publishedAndRetired(record::moved);
        people("/patients/" + patient + "/account");
        requireKnown(pages);
        return new Filled(
                patient,
                List.of(
                        draft,
                        draft + "/edit",
                        draft + "/text",
                        discarded,
                        retired,
                        record.paper()));
    }

    private void people(String account) {
        require(
                302,
                form(
                        "/registration",
                        "/registration",
                        Map.of(
                                "given",
                                text("registered"),
                                "family",
                                text("registered-as"),
                                "born",
                                "1980-01-02",
                                "sex",
                                "FEMALE")));
        require(
                200,
                form(
                        account,
                        account,
                        Map.of("act", "invite", "name", text("account") + UUID.randomUUID())));
        Visitor manager = others.apply(Role.MANAGER);
        require(
                200,
                form(
                        manager,
                        "/machines",
                        "/machines",
                        Map.of("name", text("program"), "days", "30", "may-import", "yes")));
        require(
                200,
                form(
                        manager,
                        "/people",
                        "/people",
                        Map.of(
                                "person",
                                text("invited"),
                                "name",
                                text("invited-as") + UUID.randomUUID(),
                                "role",
                                "nurse")));
    }

    /// Fails where a page that was read can send a text from a field that is not known here.
    static void requireKnown(PageFields pages) {
        Set<String> unknown = new TreeSet<>();
        for (String field : pages.texts()) {
            String known = field.replaceFirst(" against-.*", " against-*")
                    .replaceFirst("(/protocols/\\{id}/edit) .*", "$1 *");
            if (!KNOWN.contains(known)) {
                unknown.add(field);
            }
        }
        assertThat(unknown)
                .as("text fields that TextFields puts nothing through")
                .isEmpty();
    }

    String text(String field) {
        return text.apply(field);
    }

    /// Sends a form with the hidden fields of its page.
    HttpResponse<String> form(String page, String action, Map<String, String> typed) {
        return form(prescriber.visitor(), page, action, typed);
    }

    HttpResponse<String> form(
            Visitor visitor, String page, String action, Map<String, String> typed) {
        Map<String, String> fields = Visitor.hidden(look(visitor, page), action);
        fields.putAll(typed);
        return visitor.post(action, fields);
    }

    HttpResponse<String> post(String action, Map<String, String> fields) {
        return prescriber.visitor().post(action, fields);
    }

    HttpResponse<String> look(String page) {
        return look(prescriber.visitor(), page);
    }

    /// Looks at a page and notes its fields.
    HttpResponse<String> look(Visitor visitor, String page) {
        HttpResponse<String> answer = visitor.get(page);
        pages.read(answer.body());
        return answer;
    }

    /// The id at the end of where an answer leads, or in it.
    static UUID led(HttpResponse<String> answer) {
        Matcher id = ID.matcher(answer.headers().firstValue("Location").orElse(""));
        assertThat(id.find()).as(answer.uri() + " " + answer.body()).isTrue();
        return UUID.fromString(id.group());
    }

    static void require(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(status);
    }
}
