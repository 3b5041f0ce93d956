package org.evenkeel.clinic.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.Optional;

class DemoOptionsTest {
    @Test
    void readsPortAndFolder() {
        assertThat(DemoOptions.parse("demo"))
                .isEqualTo(new DemoOptions.Start(8080, Optional.empty()));
        assertThat(DemoOptions.parse("demo", "--data", "here", "--port", "9000"))
                .isEqualTo(new DemoOptions.Start(9000, Optional.of(Path.of("here"))));
    }

    @Test
    void helpsWithAnExample() {
        assertThat(DemoOptions.parse("demo", "--help"))
                .isInstanceOfSatisfying(
                        DemoOptions.Help.class,
                        help -> assertThat(help.text()).contains("Example: evenkeel demo"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "serve",
                "demo --port",
                "demo --port 0",
                "demo --port 65536",
                "demo --port x",
                "demo --colour red"
            })
    void saysWhatIsWrong(String line) {
        assertThat(DemoOptions.parse(line.split(" "))).isInstanceOf(DemoOptions.Wrong.class);
    }
}
