package org.evenkeel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The launcher at the repository's root offers the commands this program has, and no others.
class LauncherCommandsTest {
    /// Those it does itself, or with the clinic.
    private static final Set<String> NOT_OURS =
            Set.of("demo", "serve", "test", "bench", "audit", "backup", "restore");

    private static final Pattern HELP_LINE = Pattern.compile("(?m)^  ([a-z]+) ");

    private static final Pattern DISPATCH =
            Pattern.compile("(?m)^    ([a-z| ]+)\\) run cli \"\\$@\" ;;$");

    private static final Set<String> OURS = Arrays.stream(CommandName.values())
            .map(name -> name.words().getFirst())
            .collect(Collectors.toCollection(TreeSet::new));

    @Test
    void itsHelpListsThem() throws IOException {
        String launcher = launcher();
        String help = launcher.substring(launcher.indexOf("usage()"), launcher.indexOf("\nEND\n"));
        Set<String> listed = new TreeSet<>();
        Matcher line = HELP_LINE.matcher(help);
        while (line.find()) {
            listed.add(line.group(1));
        }
        listed.removeAll(NOT_OURS);
        assertThat(listed).as("commands in the help of ./evenkeel").isEqualTo(OURS);
    }

    @Test
    void itPassesThemOn() throws IOException {
        Matcher dispatch = DISPATCH.matcher(launcher());
        assertThat(dispatch.find()).isTrue();
        assertThat(dispatch.group(1).split(" \\| "))
                .as("commands that ./evenkeel runs with the command line")
                .containsExactlyInAnyOrderElementsOf(OURS);
    }

    private static String launcher() throws IOException {
        return Files.readString(Path.of(System.getProperty("evenkeel.root"), "evenkeel"));
    }
}
