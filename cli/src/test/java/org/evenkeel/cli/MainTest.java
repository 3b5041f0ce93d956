package org.evenkeel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The door: exit codes and words for calls that name no task.
final class MainTest {
    @Test
    void listsTheCommands() {
        Call call = Call.of("--help");
        assertThat(call.exitCode()).isZero();
        for (CommandName name : CommandName.values()) {
            assertThat(call.out()).contains("\n  " + name.call() + " ");
        }
    }

    @Test
    void refusesACallWithoutACommand() {
        Call call = Call.of();
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.out()).isEmpty();
        assertThat(call.err()).startsWith("a command is missing\n");
    }

    @Test
    void refusesAnUnknownCommand() {
        Call call = Call.of("plam");
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).startsWith("'plam' is not a command of evenkeel\n");
    }

    @Test
    void everyCommandHasHelpWithAnExampleAndAVersion() {
        for (CommandName name : CommandName.values()) {
            Call help = Call.of((name.call() + " --help").split(" "));
            assertThat(help.exitCode()).isZero();
            assertThat(help.out()).contains("\nExample:\n  evenkeel " + name.call());
            assertThat(Call.of((name.call() + " --version").split(" ")).out())
                    .startsWith("evenkeel ");
        }
    }

    @Test
    void tellsAllWrongWordsAtOnce() {
        Call call = Call.of("check", "--colour", "--size=3", "--out=x");
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).startsWith("""
                        unknown option --colour; there are --help --version
                        unknown option --size; there are --help --version
                        """);
    }

    @Test
    void aSwitchTakesNoValue() {
        Call call = Call.of("propose", "--explain=no");
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).contains("--explain takes no value\n");
    }

    @Test
    void wordsThatBelongToNoOption() {
        assertThat(Call.of("propose", "blue").err()).contains("'blue' belongs to no option\n");
    }
}
