package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.OtherClinic.Someone;
import org.evenkeel.clinic.access.OneUseLinks;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.forecasting.Courses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/// A patient comes in by a form.
@ClinicTest
class RegistrationTest {
    private static final String PATH = "/registration";
    private static final Map<String, String> PAT = Map.of(
            "given",
            "Pat",
            "family",
            "Example",
            "born",
            "1980-02-29",
            "sex",
            "FEMALE",
            "height",
            "168,5");

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    OneUseLinks links;

    @Autowired
    Courses courses;

    private OtherClinic clinics;
    private Someone prescriber;

    @BeforeEach
    void anEmptyClinic() {
        clinics = new OtherClinic(visitors, people, links, courses);
        prescriber = clinics.prescriber();
    }

    @Test
    void theSameFormTwiceMakesOnePatientOnNoProtocol() {
        Map<String, String> form = form(prescriber.visitor(), PAT);
        String first = location(prescriber.visitor().post(PATH, form));
        String second = location(prescriber.visitor().post(PATH, form));

        assertThat(second).isEqualTo(first).endsWith("/history");
        assertThat(prescriber.patients()).singleElement().satisfies(course -> {
            assertThat(course.patient().name().full()).isEqualTo("Pat Example");
            assertThat(course.patient().heightCm())
                    .hasValueSatisfying(height -> assertThat(height).isEqualByComparingTo("168.5"));
            assertThat(course.version()).as("of a protocol").isEmpty();
        });
    }

    @Test
    void whoMayBeThereAlreadyIsAskedAbout() {
        register(prescriber, PAT);
        Map<String, String> again = new HashMap<>(PAT);
        again.put("given", "PAT");

        HttpResponse<String> asked = register(prescriber, again);
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("This is somebody else of the same name");
        assertThat(prescriber.patients()).hasSize(1);

        again.put("other", "on");
        assertThat(register(prescriber, again).statusCode()).isEqualTo(302);
        assertThat(prescriber.patients()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "given, '', Enter the name",
        "born, 2026-11-22, That day has not come yet",
        "born, 1880-01-01, Nobody is that old",
        "born, 1980-02-30, Choose a day that exists",
        "sex, NONE, Choose one of the list",
        "height, 17, Outside 100 to 250 cm",
        "height, tall, Enter a number above 0"
    })
    void whatIsWrongIsToldAndNothingIsSaved(String field, String value, String told) {
        Map<String, String> wrong = new HashMap<>(PAT);
        wrong.put(field, value);

        HttpResponse<String> answer = register(prescriber, wrong);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(told);
        assertThat(prescriber.patients()).isEmpty();
    }

    @Test
    void theFrontDeskRegistersAndSeesNoRecord() {
        Someone desk = clinics.someone(prescriber.person().clinic(), Role.FRONT_DESK);

        String next = location(register(desk, PAT));

        assertThat(next).endsWith("/registration?done=yes");
        assertThat(desk.visitor().get(next).body()).contains("The patient is registered.");
        assertThat(prescriber.patients()).hasSize(1);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static HttpResponse<String> register(Someone someone, Map<String, String> typed) {
        return someone.visitor().post(PATH, form(someone.visitor(), typed));
    }

    private static Map<String, String> form(Visitor visitor, Map<String, String> typed) {
        Map<String, String> form = Visitor.hidden(visitor.get(PATH), PATH);
        form.putAll(typed);
        return form;
    }
}
