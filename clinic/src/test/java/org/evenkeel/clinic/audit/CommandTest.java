package org.evenkeel.clinic.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

class CommandTest {
    private static final UUID KEY = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Map<String, String> FORM = Map.of(
            "key", KEY.toString(), "_csrf", "one", "code", "123456", "dose", "50", "reason", "");

    @Test
    void whatProvesWhoSendsMayDifferAndWhatIsWantedMayNot() {
        for (String field : new String[] {"_csrf", "code", "password", "pin"}) {
            assertThat(with(field, "another")).as(field).isEqualTo(Command.of(KEY, FORM));
        }
        assertThat(with("dose", " 50 ")).isEqualTo(Command.of(KEY, FORM));
        assertThat(with("dose", "35")).isNotEqualTo(Command.of(KEY, FORM));
        assertThat(with("more", "")).isNotEqualTo(Command.of(KEY, FORM));
    }

    @Test
    void noTwoListsOfFieldsMakeOneTextAndEqualFormsDoNotShow() {
        assertThat(Command.of(KEY, Map.of("a", "b 1:c 1:d")))
                .isNotEqualTo(Command.of(KEY, Map.of("a", "b", "c", "d")));
        assertThat(Command.of(UUID.randomUUID(), FORM).said())
                .isNotEqualTo(Command.of(KEY, FORM).said());
    }

    @Test
    void whereOneIsNotKnownTheyCountAsTheSame() {
        Command sent = Command.of(KEY, FORM);
        assertThat(sent.isSame(Optional.empty())).isTrue();
        assertThat(Command.of(KEY).isSame(sent.said())).isTrue();
        assertThat(sent.isSame(with("dose", "35").said())).isFalse();
    }

    private static Command with(String field, String value) {
        Map<String, String> fields = new HashMap<>(FORM);
        fields.put(field, value);
        return Command.of(KEY, fields);
    }
}
