package org.evenkeel.exchange.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;

import org.evenkeel.core.condition.Condition;
import org.evenkeel.core.eligibility.Rule;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.exchange.cql.RandomCharts;
import org.evenkeel.exchange.cql.ReferenceEngine;
import org.evenkeel.exchange.fhir.ProtocolFhir.Form;
import org.evenkeel.knowledge.Catalogue;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.UUID;

/// HAPI's validator finds no error in what we write. One validator serves all: it takes long to
/// start and much memory.
@EnabledIfSystemProperty(named = "evenkeel.all", matches = "true")
final class ValidatorTest {
    private static final int CHARTS = 50;
    private static final FhirValidator VALIDATOR = validator();

    private static FhirValidator validator() {
        FhirContext fhir = ReferenceEngine.FHIR;
        ValidationSupportChain support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(fhir),
                new CommonCodeSystemsTerminologyService(fhir),
                new InMemoryTerminologyServerValidationSupport(fhir));
        FhirValidator validator = fhir.newValidator();
        validator.registerValidatorModule(new FhirInstanceValidator(support));
        return validator;
    }

    @Test
    void everyProtocolInEitherForm() throws IOException {
        for (Protocol protocol : Protocols.SHIPPED) {
            for (Form form : Form.values()) {
                assertThat(errors(Protocols.written(protocol, form)))
                        .as(protocol.id() + " " + form)
                        .isEmpty();
            }
        }
    }

    @Test
    void chartsDrawnByChance() throws IOException {
        List<Condition> conditions = Catalogue.shipped().rulePacks().stream()
                .flatMap(pack -> pack.rules().stream())
                .map(Rule::condition)
                .toList();
        for (int i = 0; i < CHARTS; i++) {
            StringWriter out = new StringWriter();
            new ChartBundle(Protocols.CODES)
                    .write(new UUID(1, 0), RandomCharts.near(conditions, i), out);
            assertThat(errors(out.toString())).isEmpty();
        }
    }

    private static List<String> errors(String json) {
        return VALIDATOR.validateWithResult(json).getMessages().stream()
                .filter(message ->
                        message.getSeverity().ordinal() >= ResultSeverityEnum.ERROR.ordinal())
                .map(message -> message.getLocationString() + ": " + message.getMessage())
                .toList();
    }
}
