package org.evenkeel.exchange.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.exchange.fhir.ProtocolFhir.Form;
import org.evenkeel.exchange.fhir.ProtocolFhir.Reading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.StringWriter;

/// What a protocol cannot say, or says otherwise, is refused with its element named.
final class ProtocolRefusalTest {
    private static final Protocol PROTOCOL = Protocols.SHIPPED.getFirst();

    private String plan = "";

    @BeforeEach
    void write() throws IOException {
        plan = Protocols.written(PROTOCOL, Form.PLAN_DEFINITION);
    }

    @Test
    void anElementThatSaysSomethingElseThanTheContentFile() {
        String changed = plan.replaceFirst("\"duration\" : \\d+", "\"duration\" : 7");

        assertThat(Protocols.problems(changed))
                .containsExactly("plan.json, PlanDefinition.contained[0].dosage[0].timing.repeat"
                        + ".duration: got 7; allowed is 40");
    }

    @Test
    void anElementThatHasNoPlace() {
        String changed = plan.replaceFirst(
                "\"status\"",
                "\"publisher\" : \"somebody\", \"subjectCanonical\": \"x\", \"status\"");

        assertThat(Protocols.problems(changed))
                .anyMatch(words -> words.contains("subjectCanonical: got x; allowed is nothing"))
                .anyMatch(words -> words.contains("publisher: got somebody; allowed is nothing"));
    }

    @Test
    void anElementThatIsMissing() {
        String changed = plan.replaceFirst("\"title\" : \"[^\"]*\",", "");

        assertThat(Protocols.problems(changed))
                .containsExactly("plan.json, PlanDefinition.title: got nothing; allowed is "
                        + PROTOCOL.title());
    }

    @Test
    void whatServersAddIsNoDifference() {
        String changed = plan.replaceFirst(
                "\"id\" : \"[^\"]*\",",
                "\"id\" : \"17\", \"meta\" : { \"versionId\" : \"3\" }, \"text\" : { \"status\" :"
                        + " \"generated\", \"div\" : \"<div/>\" },");

        assertThat(Protocols.read(changed)).isEqualTo(new Reading.Read(PROTOCOL));
    }

    @Test
    void aDraftSaysSoInEveryResource() throws IOException {
        StringWriter out = new StringWriter();
        Protocols.FHIR.write(PROTOCOL, Form.BUNDLE, ProtocolFhir.Status.DRAFT, out);
        String draft = out.toString();

        assertThat(draft).contains("\"draft\"").doesNotContain("\"active\"");
        assertThat(Protocols.read(draft)).isEqualTo(new Reading.Read(PROTOCOL));
        assertThat(Protocols.problems(draft.replaceFirst("\"draft\"", "\"unknown\"")))
                .isNotEmpty()
                .allMatch(words -> words.contains(".status: got "));
    }

    @Test
    void aPlanBySomebodyElse() {
        String foreign = """
                {"resourceType": "PlanDefinition", "id": "p", "status": "draft", "goal": [{}],
                 "action": [{"title": "a", "prefix": "1",
                   "action": [{"dynamicValue": [{"path": "x"}]}]}]}
                """;

        assertThat(Protocols.problems(foreign))
                .satisfiesExactlyInAnyOrder(
                        words -> assertThat(words)
                                .startsWith("plan.json, PlanDefinition.extension: got nothing; "
                                        + "allowed is the extension urn:evenkeel:content-file"),
                        words -> assertThat(words).contains("PlanDefinition.goal: got a list of 1"),
                        words -> assertThat(words)
                                .contains("PlanDefinition.action[0].prefix: got 1"),
                        words -> assertThat(words)
                                .contains("PlanDefinition.action[0].action[0].dynamicValue: got"));
    }

    @Test
    void aContentFileWithAProblem() {
        String changed = plan.replaceFirst("unit: min,", "");

        assertThat(Protocols.problems(changed)).hasSize(1).first().asString().contains("unit");
    }

    @Test
    void whatIsNoPlanAtAll() {
        assertThat(Protocols.problems("{")).first().asString().contains("what is not JSON");
        assertThat(Protocols.problems("[]")).first().asString().contains("what is not JSON");
        assertThat(Protocols.problems("{\"a\": 1, \"a\": 2}")).hasSize(1);
        assertThat(Protocols.problems("{\"resourceType\": \"Patient\"}"))
                .first()
                .asString()
                .contains("resourceType: got Patient; allowed is one FHIR R4 resource");
        assertThat(Protocols.problems("{\"resourceType\": \"Bundle\"}"))
                .first()
                .asString()
                .contains("Bundle.entry: got 0 of type PlanDefinition");
        assertThat(Protocols.problems("x".repeat(ProtocolFhir.MAX_BYTES + 1))).hasSize(1);
    }
}
