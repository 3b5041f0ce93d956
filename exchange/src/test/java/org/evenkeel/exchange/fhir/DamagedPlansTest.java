package org.evenkeel.exchange.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.exchange.fhir.ProtocolFhir.Form;
import org.evenkeel.exchange.fhir.ProtocolFhir.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/// Whatever the bytes are, the answer is a protocol or problems, never an exception.
final class DamagedPlansTest {
    private static final int DAMAGES = Boolean.getBoolean("evenkeel.all") ? 20_000 : 150;
    private static final Protocol PROTOCOL = Protocols.SHIPPED.getFirst();

    @Test
    void bytesChangedByChance() throws IOException {
        byte[] whole = Protocols.written(PROTOCOL, Form.BUNDLE).getBytes(StandardCharsets.UTF_8);
        Random random = new Random(20_261_128);
        int refused = 0;
        for (int i = 0; i < DAMAGES; i++) {
            byte[] damaged = whole.clone();
            for (int times = random.nextInt(3); times >= 0; times--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(128);
            }
            if (Protocols.FHIR.read("plan.json", damaged) instanceof Reading.Refused) {
                refused++;
            }
        }
        // A comment in the content file may change; hardly anything else may.
        assertThat(refused).isGreaterThan(DAMAGES * 9 / 10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e999999999", "1e99999999999", "-1", "null", "[]", "{}", "true", "\"\""})
    void aValueNobodyExpects(String value) throws IOException {
        String plan = Protocols.written(PROTOCOL, Form.PLAN_DEFINITION);

        assertThat(Protocols.problems(
                        plan.replaceFirst("\"duration\" : \\d+", "\"duration\" : " + value)))
                .isNotEmpty();
        assertThat(Protocols.problems(plan.replaceFirst(
                        "\"contained\" : ", "\"contained\" : [" + value + "], \"x\" : ")))
                .isNotEmpty();
    }

    @Test
    void nestingWithoutEnd() {
        assertThat(Protocols.problems(
                        "{\"resourceType\": \"PlanDefinition\", \"action\": " + "[".repeat(10_000)))
                .hasSize(1);
    }
}
