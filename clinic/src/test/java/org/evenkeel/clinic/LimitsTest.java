package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.access.OneUseLinks;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.content.ClinicContent;
import org.evenkeel.clinic.content.Limit;
import org.evenkeel.clinic.forecasting.Courses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A clinic treats nobody before a named prescriber has confirmed the figures it goes by.
@ClinicTest
class LimitsTest {
    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    OneUseLinks links;

    @Autowired
    Courses courses;

    @Autowired
    ClinicContent content;

    @Autowired
    InstantSource clock;

    @Autowired
    @Qualifier("owner")
    JdbcClient database;

    private OtherClinic.Someone prescriber;
    private String patient;

    @BeforeEach
    void aRealClinic() {
        prescriber = new OtherClinic(visitors, people, links, courses).prescriber();
        prescriber.confirm(prescriber.sendCsv("patient,date,score\none,2026-11-01,12\n"));
        UUID id = prescriber.patients().getFirst().patient().id();
        patient = "/patients/" + id;
    }

    /// HZ-21.
    @Test
    void untilThenNoTreatmentIsRecordedAndEveryPageSaysSo() {
        HttpResponse<String> refused = recordTreatment();

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Nobody is treated here before a prescriber");
        assertThat(treatments()).isZero();
        assertThat(prescriber.visitor().get("/worklist").body())
                .contains("Nobody is treated here before a prescriber");
    }

    @Test
    void aPrescriberConfirmsInTheirNameWithASecondFactor() {
        HttpResponse<String> stale = confirm(form());
        assertThat(stale.headers().firstValue("Location").orElseThrow())
                .endsWith("/confirm?to=/limits");

        fresh();
        assertThat(confirm(form()).statusCode()).isEqualTo(302);

        assertThat(prescriber.visitor().get("/limits").body()).contains("Confirmed by Ola Other");
        assertThat(database.sql("""
                                select convert_from(s.content, 'UTF8')
                                from signature.signature s
                                join treatment.limits_confirmation c on c.id = s.object_id
                                where s.clinic_id = :clinic and s.patient_id is null
                                  and s.meaning = 'limits-confirmed'
                                  and s.sha256 = sha256(s.content)
                                """)
                        .param("clinic", prescriber.person().clinicId())
                        .query(String.class)
                        .single())
                .startsWith("{\"clinic\":")
                .contains(Limit.digest(Limit.of(content)), "1.0 mg/kg", "Ola Other")
                .doesNotContain("\"patient\"");
        new ConsentFlow(prescriber.visitor(), patient)
                .agree(ConsentFlow.text(ConsentFlow.IV).use());
        assertThat(recordTreatment().statusCode()).isEqualTo(302);
        assertThat(treatments()).isOne();
        assertThat(prescriber.visitor().get("/worklist").body())
                .doesNotContain("Nobody is treated here");
    }

    @Test
    void aDoubleClickConfirmsOnce() throws Exception {
        fresh();
        Map<String, String> form = form();

        AtOnce.both(() -> confirm(form), () -> confirm(form))
                .forEach(answer -> assertThat(answer.statusCode()).isEqualTo(302));

        for (String rows : List.of("treatment.limits_confirmation", "signature.signature")) {
            assertThat(database.sql("select count(*) from " + rows + " where clinic_id = :clinic")
                            .param("clinic", prescriber.person().clinicId())
                            .query(Integer.class)
                            .single())
                    .as(rows)
                    .isOne();
        }
    }

    /// HZ-21.
    @Test
    void figuresThatWereNotShownAreNotConfirmed() {
        fresh();
        Map<String, String> form = form();
        form.put("seen", "0000");

        assertThat(confirm(form).statusCode()).isEqualTo(422);
        assertThat(recordTreatment().statusCode()).isEqualTo(422);
    }

    @Test
    void everyFigureStandsOnThePageAndAChangedOneNeedsConfirmingAnew() {
        List<Limit> limits = Limit.of(content);
        String page = visitors.as(Role.NURSE).get("/limits").body();

        assertThat(limits).hasSizeGreaterThan(30);
        assertThat(limits)
                .extracting(Limit::name)
                .contains("risk limit", "dose creep: red above", "treatment free: return risk");
        assertThat(page)
                .contains("unverified", Limit.digest(limits), ">1.0 mg/kg<")
                .doesNotContain("in my name", "[value=");
        assertThat(Limit.digest(limits.subList(1, limits.size())))
                .isNotEqualTo(Limit.digest(limits));
    }

    private Map<String, String> form() {
        return Visitor.hidden(prescriber.visitor().get("/limits"), "/limits");
    }

    private HttpResponse<String> confirm(Map<String, String> form) {
        return prescriber.visitor().post("/limits", form);
    }

    private HttpResponse<String> recordTreatment() {
        Map<String, String> form = Visitor.hidden(
                prescriber.visitor().get(patient + "/treatments/new"), patient + "/treatments");
        form.put("day", prescriber.person().today(clock).toString());
        form.put("drug", "KETAMINE");
        form.put("route", "IV");
        form.put("dose", "35");
        form.put("weight", "70");
        form.put("minutes", "40");
        form.put("hold-reason", "decided on paper");
        return prescriber.visitor().post(patient + "/treatments", form);
    }

    private void fresh() {
        database.sql("""
                        update identity.session set factor_at = :now, factors = 'code link'
                        where person_id = :person
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", prescriber.person().id())
                .update();
    }

    private int treatments() {
        return database.sql(
                        "select count(*) from treatment.administration where clinic_id = :clinic")
                .param("clinic", prescriber.person().clinicId())
                .query(Integer.class)
                .single();
    }
}
