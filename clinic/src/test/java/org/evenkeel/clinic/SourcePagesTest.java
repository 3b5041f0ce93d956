package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The pages of what stands behind figures and rules.
@ClinicTest
class SourcePagesTest {
    @Autowired
    Visitors visitors;

    @ParameterizedTest
    @EnumSource(names = {"PRESCRIBER", "NURSE", "THERAPIST", "FRONT_DESK", "MANAGER", "AUDITOR"})
    void everyoneWhoWorksHereMaySeeThem(Role role) {
        assertThat(visitors.as(role).get("/sources").statusCode()).isEqualTo(200);
    }

    @Test
    void theMaintenancePaperShowsItsOnePatient() {
        String page = visitors.as(Role.NURSE).get("/sources/messer2010").body();

        assertThat(page)
                .contains("case report", "N = 1<", "very weak", "ONE patient")
                .contains("What rests on it here", "21 days <span class=\"tag \">unverified</span>")
                .contains("href=\"/sources/sakurai2020\"");
    }

    @Test
    void theListIsNarrowedByTopicGradeAndUse() {
        Visitor nurse = visitors.as(Role.NURSE);

        assertThat(nurse.get("/sources?topic=other-conditions").body())
                .contains("/sources/feder2021", "/sources/abdallah2022")
                .doesNotContain("/sources/murrough2013");
        assertThat(nurse.get("/sources?grade=very-weak&used=yes").body())
                .contains("/sources/messer2010")
                .doesNotContain("/sources/noppers2011");
        assertThat(nurse.get("/sources?topic=safety&grade=no-evidence").body())
                .contains("No source fits.");
    }

    @Test
    void aFigureOfTheLimitsLeadsToItsSource() {
        assertThat(visitors.as(Role.NURSE).get("/limits").body())
                .contains("href=\"/sources/ours\"", "unverified, our default");
    }

    @Test
    void whatIsNotThereIsNotThere() {
        assertThat(visitors.as(Role.NURSE).get("/sources/nobody1999").statusCode())
                .isEqualTo(404);
        assertThat(visitors.as(Role.PATIENT).get("/sources/murrough2013").statusCode())
                .isEqualTo(404);
    }
}
