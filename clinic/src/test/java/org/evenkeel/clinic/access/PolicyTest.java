package org.evenkeel.clinic.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

class PolicyTest {
    private static final Path PAGE = Path.of("../docs/reference/access.md");
    private static final String FROM = "<!-- policy -->\n";
    private static final String TO = "<!-- end of policy -->\n";

    @Test
    void theReferencePageShowsTheTable() throws IOException {
        String page = Files.readString(PAGE);
        String shown = page.substring(0, page.indexOf(FROM) + FROM.length()) + "\n" + table() + "\n"
                + page.substring(page.indexOf(TO));
        if (Boolean.getBoolean("evenkeel.update")) {
            Files.writeString(PAGE, shown);
        }
        assertThat(Files.readString(PAGE)).as("run ./evenkeel test --update").isEqualTo(shown);
    }

    @Test
    void patientsReachThemselvesAndProgramsFilesOnly() {
        for (Permission permission : Permission.values()) {
            assertThat(Policy.current().cell(Role.PATIENT, permission).reach())
                    .as(permission.words())
                    .isIn(Policy.Reach.SELF, Policy.Reach.NEVER);
            assertThat(Policy.current().cell(Role.MACHINE, permission).reach())
                    .as(permission.words())
                    .isEqualTo(
                            permission == Permission.IMPORT || permission == Permission.EXPORT
                                    ? Policy.Reach.CLINIC
                                    : Policy.Reach.NEVER);
        }
    }

    @Test
    void anEmergencyOpensARecordToLookAtAndNothingElse() {
        for (Role role : Role.values()) {
            for (Permission permission : Permission.values()) {
                assertThat(Policy.current().cell(role, permission).breakGlass())
                        .as(role + " " + permission)
                        .isEqualTo(permission == Permission.SEE_COURSES
                                && Policy.current()
                                                .cell(role, Permission.BREAK_GLASS)
                                                .reach()
                                        == Policy.Reach.SELF);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'decide,clinic', 'decide,everywhere', is none of",
        "'decide,clinic', 'decide,clinic,clinic', cells",
        "'decide,clinic', 'decree,clinic', is no permission",
        "'decide,clinic', 'import,clinic', must stand once",
        "'machine\n', 'robot\n', ROBOT",
    })
    void aPolicyThatCannotBeRightIsRefused(String now, String then, String why) {
        String wrong = text().replace(now, then);
        assertThat(wrong).isNotEqualTo(text());
        assertThatThrownBy(() -> Policy.read(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void aMissingPermissionIsRefused() {
        String wrong = text().lines()
                .filter(line -> !line.startsWith("export,"))
                .collect(Collectors.joining("\n"));
        assertThatThrownBy(() -> Policy.read(wrong)).hasMessageContaining("missing");
    }

    private static String table() {
        StringBuilder table = new StringBuilder("| may |");
        for (Role role : Role.values()) {
            table.append(' ').append(role.words()).append(" |");
        }
        table.append("\n|").append(" --- |".repeat(Role.values().length + 1)).append('\n');
        for (Permission permission : Permission.values()) {
            table.append("| ").append(permission.words().replace('-', ' ')).append(" | ");
            table.append(Arrays.stream(Role.values())
                    .map(role -> Policy.current().cell(role, permission).words())
                    .collect(Collectors.joining(" | ")));
            table.append(" |\n");
        }
        return table.toString();
    }

    private static String text() {
        try (InputStream file = Policy.class.getResourceAsStream("/access/policy.csv")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
