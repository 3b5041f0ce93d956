package org.evenkeel.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.hl7.fhir.r4.model.Bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;

/// Out and in is the same record, and another library reads what goes out.
class FhirExportPropertyTest {
    private static final FhirContext HAPI = FhirContext.forR4();

    @Property(tries = 300)
    void outAndInIsTheSameCohort(@ForAll("cohorts") Cohort cohort) {
        Reading reading = FhirCourses.read(
                Text.source("bundle.json", bytes(cohort)), Instruments.PHQ9, ZoneOffset.UTC);
        if (cohort.patients().isEmpty()) {
            assertThat(Text.problems(reading))
                    .containsExactly("bundle.json: got no Patient;"
                            + " allowed is at least one Patient resource");
        } else {
            assertThat(Text.cohort(reading)).isEqualTo(cohort);
        }
    }

    @Property(tries = 50)
    void aStrictParserTakesIt(@ForAll("cohorts") Cohort cohort) {
        IParser parser = HAPI.newJsonParser().setParserErrorHandler(new StrictErrorHandler());
        Bundle bundle = parser.parseResource(
                Bundle.class, new String(bytes(cohort), StandardCharsets.UTF_8));
        int facts = cohort.patients().stream()
                .mapToInt(patient -> 1
                        + patient.course().ratings().size()
                        + patient.course().administrations().size())
                .sum();
        assertThat(bundle.getType()).isEqualTo(Bundle.BundleType.COLLECTION);
        assertThat(bundle.getEntry()).hasSize(facts);
        assertThat(bundle.getEntry())
                .extracting(Bundle.BundleEntryComponent::getFullUrl)
                .doesNotHaveDuplicates();
    }

    @Property(tries = 50)
    void theSameCohortGivesTheSameBytes(@ForAll("cohorts") Cohort cohort) {
        assertThat(bytes(cohort)).isEqualTo(bytes(cohort));
    }

    @Example
    void studyDaysAreRefused() {
        var cohort = new Cohort(DayKind.STUDY_DAY, List.of());
        assertThatThrownBy(() ->
                        FhirExport.write(cohort, Instruments.PHQ9, new ByteArrayOutputStream()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("FHIR needs calendar dates, got study days");
    }

    @Provide
    Arbitrary<Cohort> cohorts() {
        return Cohorts.forFhir();
    }

    private static byte[] bytes(Cohort cohort) {
        var out = new ByteArrayOutputStream();
        try {
            FhirExport.write(cohort, Instruments.PHQ9, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
