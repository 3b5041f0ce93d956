package org.evenkeel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;

import org.evenkeel.core.protocol.ProtocolId;
import org.evenkeel.knowledge.Catalogue;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Timing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

/// The PlanDefinition as another program reads it: HAPI's parser, which refuses what R4 does not
/// have.
final class PlanDefinitionTest {
    private static final FhirContext FHIR = FhirContext.forR4();

    static List<ProtocolId> protocols() {
        return Catalogue.shipped().protocolIds();
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void everyProtocolIsValidR4AndComplete(ProtocolId id) {
        PlanDefinition plan = plan(id.value());
        assertThat(plan.getIdElement().getIdPart()).isEqualTo(id.value());
        assertThat(plan.getName()).matches("[A-Z][A-Za-z0-9_]{0,254}");
        assertThat(plan.getRelatedArtifact()).isNotEmpty();
        ActivityDefinition treatment = (ActivityDefinition) plan.getContained().getFirst();
        assertThat(treatment.getDosageFirstRep().getDoseAndRate()).hasSize(1);
        int visits = Catalogue.shipped().protocol(id).orElseThrow().series().stream()
                .mapToInt(series -> series.days().size())
                .sum();
        assertThat(plan.getAction().stream()
                        .flatMap(phase -> phase.getAction().stream())
                        .map(PlanDefinitionActionComponent::getDefinition)
                        .map(Object::toString))
                .hasSize(visits)
                .allMatch(definition -> definition.contains("#treatment"));
    }

    @Test
    void maintenanceFollowsTheLastVisitWithinTheBounds() {
        PlanDefinitionActionComponent maintenance =
                plan("ketamine-iv.messer2010").getAction().getLast();
        assertThat(maintenance.getTitle()).isEqualTo("maintenance");
        assertThat(maintenance.getRelatedActionFirstRep().getActionId()).isEqualTo("visit-6");
        Range offset = (Range) maintenance.getRelatedActionFirstRep().getOffset();
        assertThat(offset.getLow().getValue()).isEqualByComparingTo("18");
        assertThat(offset.getHigh().getValue()).isEqualByComparingTo("24");
        Timing timing = (Timing) maintenance.getTiming();
        assertThat(timing.getRepeat().getPeriod()).isEqualByComparingTo("21");
        assertThat(maintenance.getDocumentationFirstRep().getLabel()).isEqualTo("K");
    }

    private static PlanDefinition plan(String id) {
        Call call = Call.of("plan", "--protocol", id, "--format", "fhir");
        return FHIR.newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .parseResource(PlanDefinition.class, call.out());
    }
}
