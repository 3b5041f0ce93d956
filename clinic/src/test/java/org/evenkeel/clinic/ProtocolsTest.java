package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.evenkeel.clinic.access.Clinic;
import org.evenkeel.clinic.access.Factor;
import org.evenkeel.clinic.access.OneUseLinks;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Proof;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.audit.Command;
import org.evenkeel.clinic.forecasting.Courses;
import org.evenkeel.clinic.protocols.Difference;
import org.evenkeel.clinic.protocols.Drafts;
import org.evenkeel.clinic.protocols.Edition;
import org.evenkeel.clinic.protocols.Life;
import org.evenkeel.clinic.protocols.Life.Step;
import org.evenkeel.clinic.protocols.Protocols;
import org.evenkeel.clinic.protocols.internal.ShippedTexts;
import org.evenkeel.clinic.treatment.Departures;
import org.evenkeel.clinic.treatment.Hold;
import org.evenkeel.clinic.treatment.Holds;
import org.evenkeel.clinic.treatment.MoveProtocol;
import org.evenkeel.core.course.Deviation;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.ProtocolId;
import org.evenkeel.knowledge.Content;
import org.evenkeel.knowledge.ContentText;
import org.evenkeel.knowledge.Part;
import org.evenkeel.knowledge.ProtocolText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/// What always holds of protocols: a published text never changes, a retired one and one for
/// reference put nobody on treatment, a reviewer did not write what they review, and one clinic's
/// protocols are nobody else's.
@ClinicTest
class ProtocolsTest {
    private static final ProtocolId MESSER = new ProtocolId("ketamine-iv.messer2010");
    private static final Proof TWO_FACTORS = Proof.of("test", Factor.LINK, Factor.CODE);
    private static final long SEED = Long.getLong("evenkeel.seed", 20_261_128);

    @Autowired
    Protocols protocols;

    @Autowired
    ShippedTexts texts;

    @Autowired
    Drafts drafts;

    @Autowired
    MoveProtocol move;

    @Autowired
    Departures departures;

    @Autowired
    Holds holds;

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    OneUseLinks links;

    @Autowired
    Courses courses;

    @Autowired
    @Qualifier("owner")
    JdbcClient database;

    private OtherClinic.Someone author;
    private OtherClinic.Someone second;
    private UUID clinic;

    @BeforeEach
    void aClinicOfItsOwn() {
        OtherClinic other = new OtherClinic(visitors, people, links, courses);
        author = other.prescriber();
        Clinic here = author.person().clinic();
        second = other.someone(here, Role.PRESCRIBER);
        clinic = here.id();
    }

    @Test
    void aCopyIsADraftOfItsOwnAndBecomesTheNextVersion() {
        UUID first = copy();
        assertThat(edition(first).protocol().value()).isEqualTo("own.ketamine-iv.messer2010");
        assertThat(edition(first).version()).isEqualTo("1");
        assertThat(edition(first).life()).isEqualTo(Life.DRAFT);

        UUID key = UUID.randomUUID();
        UUID next =
                in(() -> drafts.begin(author.person(), tree(edition(first)), "1", Command.of(key)));
        UUID again =
                in(() -> drafts.begin(author.person(), tree(edition(first)), "1", Command.of(key)));

        assertThat(again).isEqualTo(next);
        assertThat(edition(next).version()).isEqualTo("2");
    }

    @Test
    void whatPatientsBeganOnHoldsWhereAProgramBringsAnotherTextUnderTheSameVersion() {
        ProtocolId id = new ProtocolId("ketamine-sl.hull2022");
        Edition shipped = protocols.edition(clinic, id, "1").orElseThrow();
        String first = "# As it was when patients began on it.\n" + shipped.text();
        try {
            keep(id, first);
            assertThat(protocols.edition(clinic, id, "1").map(Edition::text)).hasValue(first);
            assertThat(protocols.edition(clinic, shipped.id()).map(Edition::text))
                    .hasValue(first);
            assertThat(in(() -> protocols.editions(clinic)))
                    .extracting(Edition::text)
                    .contains(first)
                    .doesNotContain(shipped.text());
        } finally {
            keep(id, shipped.text());
        }
        assertThat(protocols.edition(clinic, id, "1")).hasValue(shipped);
    }

    /// As if this clinic had first had another text, before the program started.
    private void keep(ProtocolId id, String text) {
        database.sql("""
                        update protocols.shipped
                        set content = :text, sha256 = sha256(convert_to(:text, 'UTF8'))
                        where protocol = :id
                        """).param("text", text).param("id", id.value()).update();
        texts.afterSingletonsInstantiated();
    }

    @Test
    void whoWroteItCannotReviewItAndNobodySignsWithoutTwoFactors() {
        UUID draft = copy();
        assertThat(step(author, draft, Step.REVIEW, ""))
                .contains("You wrote part of it: somebody else must review it.");
        assertThat(step(second, draft, Step.REVIEW, "")).isEmpty();
        assertThatThrownBy(() -> in(() -> drafts.step(
                        second.person(),
                        Proof.of("test", Factor.LINK),
                        new Drafts.Wanted(draft, Step.SIGN, edition(draft).sha256(), ""))))
                .hasMessageContaining("second factor");
        assertThat(edition(draft).life()).isEqualTo(Life.REVIEWED);
    }

    @Test
    void onlyWhatIsPublishedEnrolsAndNothingChangesItAfterwards() {
        UUID draft = copy();
        assertThat(enrolling()).doesNotContain("own.ketamine-iv.messer2010");
        publish(draft);
        Edition published = edition(draft);
        assertThat(enrolling()).contains("own.ketamine-iv.messer2010");

        assertThat(save(draft, 1, tree(published).with("title", new Part.Word("x", false))))
                .isInstanceOf(Drafts.Outcome.NoDraft.class);
        assertThatThrownBy(() -> database.sql("""
                        insert into protocols.saved (edition_id, number, clinic_id, content, sha256,
                                                     saved_by, saved_at)
                        select edition_id, number + 1, clinic_id, content, sha256, saved_by,
                               saved_at
                        from protocols.saved where edition_id = :id
                        """).param("id", draft).update())
                .isInstanceOf(DataAccessException.class);
        assertThat(edition(draft)).isEqualTo(published);

        assertThat(step(second, draft, Step.RETIRE, ""))
                .contains("Say why, in up to 1000" + " characters.");
        assertThat(step(second, draft, Step.RETIRE, "a better one")).isEmpty();
        assertThat(enrolling()).doesNotContain("own.ketamine-iv.messer2010");
        assertThat(in(() -> protocols.find(clinic, published.protocol(), "1"))).isPresent();
    }

    @Test
    void whatIsForReferenceNeverEnrolsHoweverFarItCame() {
        UUID draft = copy();
        Part text = tree(edition(draft));
        Content<Part> use = ContentText.parse(
                "use",
                "for: reference\nwhy: unsupervised\nwords: no staff\n"
                        .getBytes(StandardCharsets.UTF_8));
        save(draft, 1, text.with("use", ((Content.Loaded<Part>) use).value()));
        publish(draft);
        assertThat(edition(draft).life()).isEqualTo(Life.PUBLISHED);
        assertThat(enrolling()).doesNotContain("own.ketamine-iv.messer2010");
    }

    @Test
    void randomStepsNeverChangeWhatWasPublished() {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        UUID draft = copy();
        Optional<String> published = Optional.empty();
        for (int round = 0; round < 60; round++) {
            OtherClinic.Someone someone = random.nextBoolean() ? author : second;
            if (random.nextInt(3) == 0) {
                Edition now = edition(draft);
                save(
                        draft,
                        now.saved(),
                        tree(now).with("evidence", new Part.Word("round " + round, false)));
            } else {
                Step step = Step.values()[random.nextInt(Step.values().length - 1)];
                step(someone, draft, step, "by chance");
            }
            Edition now = edition(draft);
            if (now.life().treats() && published.isEmpty()) {
                published = Optional.of(now.text());
            }
            published.ifPresent(text -> assertThat(now.text()).isEqualTo(text));
            assertThat(enrolling().contains(now.protocol().value()))
                    .isEqualTo(now.life() == Life.PUBLISHED);
        }
    }

    @Test
    void aSaveOverSomebodyElsesShowsBothSides() {
        UUID draft = copy();
        Part text = tree(edition(draft));
        assertThat(save(draft, 1, text.with("title", new Part.Word("mine", false))))
                .isInstanceOf(Drafts.Outcome.Saved.class);
        assertThat(save(draft, 1, text.with("title", new Part.Word("theirs", false))))
                .isInstanceOfSatisfying(
                        Drafts.Outcome.Overtaken.class,
                        overtaken -> assertThat(overtaken.theirs().text()).contains("mine"));
    }

    @Test
    void anotherClinicSeesNoneOfIt() {
        UUID draft = copy();
        HttpResponse<String> answer = visitors.as(Role.PRESCRIBER).get("/protocols/" + draft);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(author.visitor().get("/protocols/" + draft).statusCode()).isEqualTo(200);
        assertThat(author.visitor().get("/protocols/" + draft + "/file").body())
                .isEqualTo(edition(draft).text());
    }

    @Test
    void aNumberThatIsChangedIsOursAndAWrongOneIsToldAtItsField() {
        UUID draft = copy();
        String path = "/protocols/" + draft + "/edit";
        Map<String, String> form = Visitor.hidden(author.visitor().get(path), path);
        form.put("tree", edition(draft).text());
        form.put("act", "save");
        form.put("dose.perKg.value", "0,4");
        form.put("maintenance.minimum.value", "many");
        assertThat(author.visitor().post(path, form).statusCode()).isEqualTo(302);

        Part saved = tree(edition(draft));
        assertThat(saved.at("dose.perKg.value")).contains(new Part.Word("0.4", true));
        assertThat(saved.at("dose.perKg.tag")).contains(new Part.Word("P", false));
        assertThat(saved.at("dose.perKg.source")).contains(new Part.Word("own", false));
        assertThat(saved.at("sources.own")).isPresent();
        assertThat(author.visitor().get(path).body())
                .contains("id=\"f-maintenance-minimum-wrong\">must be a whole number, got 'many'");
        assertThat(step(second, draft, Step.REVIEW, ""))
                .contains("The text has 1 things to put right first.");
    }

    @Test
    void aDifferenceIsToldInWordsWithItsEvidence() {
        Edition messer = in(() -> protocols.editions(clinic)).stream()
                .filter(each -> each.protocol().equals(MESSER))
                .findFirst()
                .orElseThrow();
        Part before = tree(messer);
        Part after = before.with("dose.perKg.value", new Part.Word("0.75", true))
                .with("dose.perKg.tag", new Part.Word("P", false))
                .without("maintenance.usual");

        List<Difference.Change> changes = Difference.between(before, after).changes();

        assertThat(changes).hasSize(4);
        assertThat(changes).anySatisfy(change -> {
            assertThat(change.section()).isEqualTo("Dose");
            assertThat(change.label()).isEqualTo("For each kilogram");
            assertThat(change.from().words()).isEqualTo("0.5 mg/kg");
            assertThat(change.to().words()).isEqualTo("0.75 mg/kg");
            assertThat(change.to().unverified()).isTrue();
        });
        assertThat(Difference.between(before, before).isEmpty()).isTrue();
    }

    /// Out as FHIR and in again is the same protocol under the next version; a foreign plan is
    /// refused with its element named, and nothing is kept of it.
    @Test
    void asFhirItGoesOutAndComesInTheSame() {
        UUID draft = copy();
        String path = "/protocols/" + draft + "/fhir";
        String out = author.visitor().get(path).body();
        assertThat(out).contains("\"ActivityDefinition\"", "\"Library\"", "\"draft\"");

        UUID key = UUID.randomUUID();
        HttpResponse<String> first = bringIn(key, out);
        HttpResponse<String> again = bringIn(key, out);
        assertThat(first.statusCode()).isEqualTo(302);
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        List<Edition> own = own();
        assertThat(own).hasSize(2);
        Edition back = own.getFirst();
        assertThat(back.version()).isEqualTo("2");
        assertThat(said(back)).isEqualTo(said(edition(draft)));

        String foreign = """
                {"resourceType": "PlanDefinition", "status": "active", "goal": [{}]}""";
        HttpResponse<String> refused = bringIn(UUID.randomUUID(), foreign);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Nothing was saved", "plan.json, PlanDefinition.goal: got");
        assertThat(bringIn(UUID.randomUUID(), "x".repeat(3 * 1024 * 1024)).statusCode())
                .isEqualTo(422);
        assertThat(own()).hasSize(2);
    }

    private HttpResponse<String> bringIn(UUID key, String json) {
        Map<String, String> form =
                Visitor.hidden(author.visitor().get("/protocols/new"), "/protocols/fhir");
        form.put("key", key.toString());
        return author.visitor()
                .upload("/protocols/fhir", FormWithFiles.of(form).file("fhir", "plan.json", json));
    }

    private List<Edition> own() {
        return in(() -> protocols.editions(clinic)).stream()
                .filter(Edition::isOwn)
                .sorted(Comparator.comparing(Edition::version).reversed())
                .toList();
    }

    /// All that a protocol says beside its version.
    private String said(Edition edition) {
        return ProtocolText.of(protocols.protocol(edition).orElseThrow())
                .replaceFirst("(?m)^version:.*$", "");
    }

    @Test
    void aPatientStaysUntilAPrescriberMovesThemAndIsAskedForConsentThereToo() {
        author.confirm(author.sendCsv("patient,date,score\none,2026-11-01,12\n"));
        UUID patient = author.patients().getFirst().patient().id();
        UUID draft = copy();
        Optional<UUID> from = in(() -> protocols.edition(
                        clinic,
                        author.patients().getFirst().protocol(),
                        author.patients().getFirst().version()))
                .map(Edition::id);
        MoveProtocol.Wanted wanted =
                new MoveProtocol.Wanted(from, draft, "fewer visits", Command.of(UUID.randomUUID()));
        assertThat(in(() -> move.move(second.person(), TWO_FACTORS, patient, wanted)))
                .contains("Choose a published protocol that patients may be put on.");
        publish(draft);
        MoveProtocol.Wanted stale = new MoveProtocol.Wanted(
                Optional.of(draft), draft, "fewer visits", Command.of(UUID.randomUUID()));
        assertThat(in(() -> move.move(second.person(), TWO_FACTORS, patient, stale)))
                .contains("The patient was put on another protocol meanwhile: look at what changes"
                        + " again.");
        assertThat(author.patients().getFirst().protocol().value())
                .isEqualTo("ketamine-iv.adaptive");
        theClockIsSetBack("treatment.enrolment", patient);

        assertThat(in(() -> move.move(second.person(), TWO_FACTORS, patient, wanted)))
                .isEmpty();
        assertThat(in(() -> move.move(second.person(), TWO_FACTORS, patient, wanted)))
                .isEmpty();

        assertThat(author.patients().getFirst().protocol().value())
                .isEqualTo("own.ketamine-iv.messer2010");
        assertThat(author.patients().getFirst().version()).isEqualTo("1");
        assertThat(database.sql("select count(*) from treatment.enrolment where patient_id = :id")
                        .param("id", patient)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(in(() -> holds.of(clinic, patient, LocalDate.of(2026, 11, 28))))
                .extracting(Hold::code)
                .anyMatch(code -> code.startsWith("consent-"));
        assertThat(author.visitor().get("/patients/" + patient + "/protocol").body())
                .contains("own.ketamine-iv.messer2010");
        assertThat(author.visitor().get("/deviations").statusCode()).isEqualTo(200);
    }

    @Test
    void ofTwoReasonsForOneDepartureTheLastOneHolds() {
        author.confirm(author.sendCsv(
                "patient,date,score\none,2026-11-01,12\n",
                "patient,date,drug,route,dose_mg,weight_kg\none,2026-11-03,ketamine,IV,20,70\n"));
        UUID patient = author.patients().getFirst().patient().id();
        Deviation departed =
                in(() -> departures.of(author.person(), patient)).getFirst().deviation();

        explain(patient, departed, "the first");
        theClockIsSetBack("treatment.deviation_reason", patient);
        explain(patient, departed, "the last");

        assertThat(in(() -> departures.of(author.person(), patient)).getFirst().reason())
                .isEqualTo("the last");
    }

    @Test
    void theHigherVersionIsTheLatestThoughTheClockWasSetBack() {
        UUID first = copy();
        publish(first);
        Owner.update("update protocols.edition set begun_at = '2026-12-01' where id = ?", first);
        publish(copy());

        ProtocolId own = edition(first).protocol();
        assertThat(in(() -> protocols.latest(clinic, own)).orElseThrow().version())
                .isEqualTo("2");
    }

    private void explain(UUID patient, Deviation departed, String reason) {
        Departures.Said said = new Departures.Said(
                LocalDate.ofEpochDay(departed.day()),
                Departures.kind(departed),
                reason,
                Command.of(UUID.randomUUID()));
        assertThat(in(() -> departures.explain(author.person(), patient, said))).isEmpty();
    }

    /// By an hour, after what a table holds of a patient was written.
    private void theClockIsSetBack(String table, UUID patient) {
        database.sql("update " + table + " set at = at + interval '1 hour' where patient_id = :id")
                .param("id", patient)
                .update();
    }

    private UUID copy() {
        return in(() -> drafts.begin(
                author.person(),
                tree(protocols.editions(clinic).stream()
                        .filter(each -> each.protocol().equals(MESSER))
                        .findFirst()
                        .orElseThrow()),
                "messer",
                Command.of(UUID.randomUUID())));
    }

    private void publish(UUID draft) {
        assertThat(step(second, draft, Step.REVIEW, "")).isEmpty();
        assertThat(step(second, draft, Step.SIGN, "")).isEmpty();
        assertThat(step(second, draft, Step.PUBLISH, "")).isEmpty();
    }

    private Optional<String> step(
            OtherClinic.Someone someone, UUID draft, Step step, String reason) {
        String seen = edition(draft).sha256();
        Person person = someone.person();
        return in(() ->
                drafts.step(person, TWO_FACTORS, new Drafts.Wanted(draft, step, seen, reason)));
    }

    private Drafts.Outcome save(UUID draft, int seen, Part text) {
        return in(() -> drafts.save(
                author.person(),
                new Drafts.Change(draft, seen, Command.of(UUID.randomUUID())),
                text));
    }

    private Edition edition(UUID id) {
        return in(() -> protocols.edition(clinic, id)).orElseThrow();
    }

    private List<String> enrolling() {
        return in(() -> protocols.enrolling(clinic)).stream()
                .map(Protocol::id)
                .map(ProtocolId::value)
                .toList();
    }

    private <T> T in(Supplier<T> work) {
        return Visitors.inClinic(clinic, work);
    }

    private static Part tree(Edition edition) {
        return ((Content.Loaded<Part>)
                        ContentText.parse("test", edition.text().getBytes(StandardCharsets.UTF_8)))
                .value();
    }
}
