package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.access.Acting;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.forecasting.Agreed;
import org.evenkeel.clinic.forecasting.Agreements;
import org.evenkeel.clinic.forecasting.Answer;
import org.evenkeel.clinic.forecasting.Courses;
import org.evenkeel.clinic.forecasting.Engine;
import org.evenkeel.clinic.forecasting.Snapshot;
import org.evenkeel.clinic.prom.Response;
import org.evenkeel.clinic.prom.Responses;
import org.evenkeel.core.booster.Agreement;
import org.evenkeel.core.booster.AgreementState;
import org.evenkeel.core.booster.StopRule;
import org.evenkeel.core.course.Rating;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

@ClinicTest
class AgreementTest {
    /// Each test agrees with a patient nobody has agreed anything with.
    private static final Set<UUID> TAKEN = new HashSet<>();

    @Autowired
    Visitors visitors;

    @Autowired
    Courses courses;

    @Autowired
    Engine engine;

    @Autowired
    Agreements agreements;

    @Autowired
    Responses responses;

    @Autowired
    InstantSource clock;

    @Autowired
    @Qualifier("owner")
    JdbcClient database;

    @Test
    void aStretchIsRecordedWithItsRuleAndMovesNoDate() {
        Snapshot patient = patient();
        Optional<LocalDate> proposed = answer(patient).proposedDay();
        int last = patient.responses().getLast().rating().score();

        assertThat(agree(patient, stretch("28", "10")).statusCode()).isEqualTo(302);

        Agreed agreed = open(patient).orElseThrow();
        Agreement.Stretch what = (Agreement.Stretch) agreed.what();
        assertThat(what.triedDays()).isEqualTo(28);
        assertThat(what.rule().baseline()).isEqualTo(last);
        assertThat(what.rule().rise()).isEqualTo(6);
        assertThat(agreed.by()).isEqualTo(visitors.person(Role.PRESCRIBER).id());
        assertThat(answer(now(patient)).proposedDay()).isEqualTo(proposed);
        assertThat(page(patient)).contains("Trying 28 days", "stretch is being tried");
        assertThat(acts(patient)).contains("agreement-stretch");
    }

    @Test
    void outsideTheProtocolsBoundsNothingIsAgreed() {
        Snapshot patient = patient();

        HttpResponse<String> answer = agree(patient, stretch("85", "10"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Enter a whole number from 7 to 84", "Nothing was saved yet")
                .contains("value=\"85\"");
        assertThat(open(patient)).isEmpty();
    }

    @Test
    void aRuleThatIsAlreadyMetIsRefused() {
        Snapshot patient = patient();
        int last = patient.responses().getLast().rating().score();

        HttpResponse<String> answer = agree(patient, stretch("28", Integer.toString(last)));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("has reached that line already");
    }

    @Test
    void itNeedsAReason() {
        Snapshot patient = patient();
        Map<String, String> form = stretch("28", "10");
        form.put("stretch-reason", " ");

        assertThat(agree(patient, form).body()).contains("Say why, in a few words");
        assertThat(open(patient)).isEmpty();
    }

    @Test
    void theSameFormTwiceAgreesOnce() {
        Snapshot patient = patient();
        Map<String, String> form = hidden(patient, "");
        form.putAll(stretch("28", "10"));

        assertThat(post(patient, "", form).statusCode()).isEqualTo(302);
        assertThat(post(patient, "", form).statusCode()).isEqualTo(302);

        assertThat(Visitors.inClinic(
                        clinic(),
                        () -> agreements.of(clinic(), patient.patient().id())))
                .hasSize(1);
    }

    @Test
    void aPageOthersHaveOvertakenAgreesNothing() {
        Snapshot patient = patient();
        Map<String, String> stale = hidden(patient, "");
        stale.putAll(free());
        agree(patient, stretch("28", "10"));

        HttpResponse<String> answer = post(patient, "", stale);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Something changed on this page");
        assertThat(Visitors.inClinic(
                        clinic(),
                        () -> agreements.of(clinic(), patient.patient().id())))
                .hasSize(1);
    }

    @Test
    void aScoreThatMeetsTheRuleBecomesAQuestionOnTheWorklist() {
        Snapshot patient = patient(0, 3);
        begunBefore(
                patient, rule -> new Agreement.Stretch(today() - 5, today() + 50, 21, 28, rule));
        answered(patient, today() - 2, 15);

        Answer answer = answer(now(patient));

        assertThat(answer.agreed()).get().isInstanceOf(AgreementState.Met.class);
        assertThat(answer.kind()).isEqualTo(Answer.Kind.ASK);
        assertThat(answer.reasonCodes()).startsWith("stretch-stop");
        assertThat(visitors.as(Role.NURSE).get("/worklist?show=agreed").body())
                .contains(patient.patient().name().listed())
                .contains("meets the rule set to stop it");
    }

    @Test
    void aTimeWithoutTreatmentHoldsTheDateBackAndIsClosedWithAReason() {
        Snapshot patient = patient();
        assertThat(agree(patient, free()).statusCode()).isEqualTo(302);

        Answer held = answer(now(patient));
        assertThat(held.reasonCodes()).startsWith("treatment-free");
        assertThat(held.proposedDay()).isEmpty();
        assertThat(page(patient)).contains("None for now", "next questionnaire is due in 14 days");
        assertThat(visitors.as(Role.PRESCRIBER).get("/worklist?show=free").body())
                .contains(patient.patient().name().listed());

        assertThat(close(patient, "").statusCode()).isEqualTo(422);
        assertThat(close(patient, "Wants to go back to four weeks").statusCode())
                .isEqualTo(302);
        assertThat(open(patient)).isEmpty();
        assertThat(answer(now(patient)).kind()).isEqualTo(Answer.Kind.BOOK);
        assertThat(acts(patient)).contains("agreement-treatment-free", "agreement-close");
        assertThat(page(patient)).contains("Agreed before (1)", "Wants to go back to four weeks");
    }

    @Test
    void twoScoresAtTheLineBringTheDateBack() {
        Snapshot patient = patient(20, 9);
        begunBefore(
                patient,
                rule -> new Agreement.TreatmentFree(
                        today() - 20, today() + 100, new Agreement.Watch(14, 7, 0.99), rule));
        answered(patient, today() - 8, 12);
        answered(patient, today() - 1, 13);

        Answer answer = answer(now(patient));

        assertThat(answer.kind()).isEqualTo(Answer.Kind.BOOK);
        assertThat(answer.reasonCodes()).startsWith("treatment-free-return");
    }

    @Test
    void aPatientSeesWhatWasAgreedAndNothingOfItsRule() {
        Person person = visitors.person(Role.PATIENT);
        UUID id = person.patientId().orElseThrow();
        Snapshot own = visitors.courses(person, id).orElseThrow();
        TAKEN.add(id);
        own.agreement().ifPresent(this::ended);
        // Other tests may have recorded anything of this patient: agreed beside the form.
        begunBefore(own, rule -> new Agreement.Stretch(today() - 5, today() + 50, 21, 28, rule));

        assertThat(visitors.as(Role.PATIENT).get("/me").body())
                .contains("What you agreed with your clinic", "28 days apart")
                .doesNotContain("reaches", "chance", "Stops if");
    }

    @Test
    void theDatabaseKeepsASecondOpenAgreementOut() {
        Snapshot patient = patient();
        List<Optional<Throwable>> both = Stream.generate(() -> CompletableFuture.runAsync(
                        () -> begunBefore(patient, AgreementTest::stretchNow)))
                .limit(2)
                .toList()
                .stream()
                .map(each -> each.handle((_, failure) -> Optional.ofNullable(failure))
                        .join())
                .toList();

        assertThat(both.stream().flatMap(Optional::stream))
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure).rootCause().hasMessageContaining("another agreement"));
        ended(open(patient).orElseThrow());
        begunBefore(patient, AgreementTest::stretchNow);
        assertThat(open(patient)).isPresent();
    }

    @Test
    void ofTwoThatAnOlderVersionLeftOpenTheLatestCounts() {
        Snapshot patient = patient();
        begunBefore(patient, AgreementTest::stretchNow);
        Agreed first = open(patient).orElseThrow();
        Agreed later = new Agreed(
                UUID.randomUUID(),
                first.patientId(),
                first.at().minusSeconds(3600), // the clock was set back meanwhile
                first.by(),
                first.what(),
                "the later one",
                Optional.empty());
        String trigger = " trigger at_most_one_is_open";
        Owner.update("alter table forecasting.agreement disable" + trigger);
        try {
            append(later);
        } finally {
            Owner.update("alter table forecasting.agreement enable" + trigger);
        }

        assertThat(open(patient)).contains(later);
        assertThat(Visitors.inClinic(clinic(), () -> agreements.open(clinic())))
                .containsEntry(first.patientId(), later);
        assertThat(visitors.as(Role.NURSE).get("/worklist").statusCode()).isEqualTo(200);
        ended(later);
        assertThat(open(patient)).contains(first);
        ended(first);
    }

    @Test
    void whoMayNotDecideMayLookButNotAgree() {
        Snapshot patient = patient();
        agree(patient, stretch("28", "10"));
        Visitor nurse = visitors.as(Role.NURSE);
        String page = nurse.get("/patients/" + patient.patient().id()).body();

        assertThat(page).contains("Trying 28 days").doesNotContain("/agreements");
        Map<String, String> token = Visitor.hidden(nurse.get("/worklist"), "/leave");
        assertThat(nurse.post(path(patient, "/close"), token).statusCode()).isEqualTo(404);
    }

    private static Map<String, String> stretch(String days, String reach) {
        return new java.util.HashMap<>(Map.of(
                "kind", "stretch",
                "stretch-days", days,
                "stretch-until", "2027-02-01",
                "stretch-rise", "6",
                "stretch-reach", reach,
                "stretch-reason", "well for months"));
    }

    private static Map<String, String> free() {
        return Map.of(
                "kind", "free",
                "free-until", "2027-04-01",
                "free-rise", "6",
                "free-reach", "10",
                "free-reason", "wants to do without");
    }

    private void begunBefore(
            Snapshot patient, java.util.function.Function<StopRule, Agreement> what) {
        append(new Agreed(
                UUID.randomUUID(),
                patient.patient().id(),
                clock.instant(),
                visitors.person(Role.PRESCRIBER).id(),
                what.apply(new StopRule(4, OptionalInt.of(0), 6, 10)),
                "test",
                Optional.empty()));
    }

    private void append(Agreed agreed) {
        Acting.inClinic(clinic())
                .run(() -> agreements.append(
                        visitors.person(Role.PRESCRIBER).actor(), agreed, "test"));
    }

    private static Agreement stretchNow(StopRule rule) {
        int today = (int) LocalDate.ofInstant(TestClock.NOW, ZoneOffset.UTC).toEpochDay();
        return new Agreement.Stretch(today - 5, today + 50, 21, 28, rule);
    }

    private void ended(Agreed open) {
        Person prescriber = visitors.person(Role.PRESCRIBER);
        Agreed.End end = new Agreed.End(clock.instant(), prescriber.id(), "test");
        Acting.inClinic(clinic())
                .run(() -> agreements.close(prescriber.actor(), open, end, "test"));
    }

    private void answered(Snapshot patient, int day, int score) {
        Response last = patient.responses().getLast();
        Acting.inClinic(clinic())
                .run(() -> responses.append(
                        visitors.person(Role.NURSE).actor(),
                        List.of(new Response(
                                last.patientId(),
                                last.instrument(),
                                last.version(),
                                LocalDate.ofEpochDay(day),
                                new Rating(day, score, OptionalInt.of(0)),
                                List.of()))));
    }

    private Snapshot patient() {
        return patient(0, 0);
    }

    /// A patient with a date proposed, well at the last score, not free of all, treated and asked
    /// so long ago.
    private Snapshot patient(int treated, int asked) {
        Snapshot found = visitors.courses(visitors.person(Role.PRESCRIBER)).stream()
                .filter(each -> !TAKEN.contains(each.patient().id()))
                .filter(each -> each.agreement().isEmpty() && each.decision().isEmpty())
                .filter(each -> each.treatments().size() > 8
                        && each.treatments().getLast().on().toEpochDay() <= today() - treated)
                .filter(each -> each.responses().getLast().rating().score() > 0
                        && each.responses().getLast().rating().score() < 9
                        && each.responses().getLast().on().toEpochDay() <= today() - asked)
                .filter(each -> answer(each).kind() == Answer.Kind.BOOK)
                .findFirst()
                .orElseThrow();
        TAKEN.add(found.patient().id());
        return found;
    }

    private Answer answer(Snapshot snapshot) {
        Person person = visitors.person(Role.PRESCRIBER);
        return engine.answer(snapshot, person.clinic(), person.today(clock));
    }

    private int today() {
        return (int) visitors.person(Role.PRESCRIBER).today(clock).toEpochDay();
    }

    private UUID clinic() {
        return visitors.person(Role.PRESCRIBER).clinicId();
    }

    private Snapshot now(Snapshot patient) {
        return visitors.courses(
                        visitors.person(Role.PRESCRIBER), patient.patient().id())
                .orElseThrow();
    }

    private Optional<Agreed> open(Snapshot patient) {
        return Visitors.inClinic(
                clinic(), () -> agreements.open(clinic(), patient.patient().id()));
    }

    private String page(Snapshot patient) {
        return visitors.as(Role.PRESCRIBER)
                .get("/patients/" + patient.patient().id())
                .body();
    }

    private HttpResponse<String> agree(Snapshot patient, Map<String, String> fields) {
        Map<String, String> form = hidden(patient, "");
        form.putAll(fields);
        return post(patient, "", form);
    }

    private HttpResponse<String> close(Snapshot patient, String reason) {
        Map<String, String> form = hidden(patient, "/close");
        form.put("close-reason", reason);
        return post(patient, "/close", form);
    }

    private Map<String, String> hidden(Snapshot patient, String then) {
        HttpResponse<String> page = visitors.as(Role.PRESCRIBER)
                .get("/patients/" + patient.patient().id());
        return Visitor.hidden(page, path(patient, then));
    }

    private HttpResponse<String> post(Snapshot patient, String then, Map<String, String> form) {
        return visitors.as(Role.PRESCRIBER).post(path(patient, then), form);
    }

    private static String path(Snapshot patient, String then) {
        return "/patients/" + patient.patient().id() + "/agreements" + then;
    }

    private List<String> acts(Snapshot patient) {
        return database.sql("select action from audit.event where object_id = :id")
                .param("id", patient.patient().id())
                .query(String.class)
                .list();
    }
}
