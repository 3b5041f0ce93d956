package org.evenkeel.exchange.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.parser.StrictErrorHandler;

import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.exchange.cql.ReferenceEngine;
import org.evenkeel.exchange.fhir.ProtocolFhir.Form;
import org.evenkeel.exchange.fhir.ProtocolFhir.Reading;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Random;

/// Protocols go out to FHIR and come back the same; what a protocol cannot say is refused by name.
final class ProtocolFhirTest {
    private static final boolean ALL = Boolean.getBoolean("evenkeel.all");
    private static final int RANDOM = ALL ? 2_000 : 30;

    @Test
    void everyShippedProtocolComesBackTheSame() throws IOException {
        for (Protocol protocol : Protocols.SHIPPED) {
            for (Form form : Form.values()) {
                assertThat(Protocols.read(Protocols.written(protocol, form)))
                        .isEqualTo(new Reading.Read(protocol));
            }
        }
    }

    @Test
    void protocolsDrawnByChanceComeBackTheSame() throws IOException {
        Random random = new Random(20_261_128);
        for (int i = 0; i < RANDOM; i++) {
            Protocol protocol = Protocols.random(random);
            Form form = Form.values()[i % 2];
            assertThat(Protocols.read(Protocols.written(protocol, form)))
                    .isEqualTo(new Reading.Read(protocol));
        }
    }

    @Test
    void everyResourceIsR4ToAStrictParser() throws IOException {
        for (Protocol protocol : Protocols.SHIPPED) {
            parsed(PlanDefinition.class, Protocols.written(protocol, Form.PLAN_DEFINITION));
            Bundle bundle = parsed(Bundle.class, Protocols.written(protocol, Form.BUNDLE));
            assertThat(bundle.getEntry())
                    .extracting(entry -> entry.getResource().fhirType())
                    .contains("PlanDefinition", "ActivityDefinition");
        }
    }

    /// Another program keeps what we wrote, in its own order of members.
    @Test
    void whatAnotherParserWroteAgainComesBackTheSame() throws IOException {
        for (Protocol protocol : Protocols.SHIPPED) {
            IBaseResource plan =
                    parsed(PlanDefinition.class, Protocols.written(protocol, Form.PLAN_DEFINITION));
            String again = ReferenceEngine.FHIR.newJsonParser().encodeResourceToString(plan);

            assertThat(Protocols.read(again)).isEqualTo(new Reading.Read(protocol));
        }
    }

    private static <T extends IBaseResource> T parsed(Class<T> type, String json) {
        return ReferenceEngine.FHIR
                .newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .parseResource(type, json);
    }
}
