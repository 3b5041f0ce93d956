package org.evenkeel.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The house rules that a compiler does not know, as one test that lists every breach at once.
class TidyTest {
    private static final int LONGEST_FILE = 500;

    /// Written by people and read as text.
    private static final Pattern TEXT = Pattern.compile(
            ".*\\.(java|md|yaml|yml|xml|sql|jte|css|js|properties|csv|json|ndjson|html|R)"
                    + "|.*/(evenkeel|NOTICE|run|\\.gitignore)");

    private static final Pattern CODE = Pattern.compile(".*\\.(java|sql|jte|css|js)|.*/evenkeel");

    /// Put together here so that this file does not break its own rule.
    private static final Pattern MARKER =
            Pattern.compile("\\b(" + "TO" + "DO|FIX" + "ME|X" + "XX|HA" + "CK)\\b");

    private static final Pattern MACHINE_PATH =
            Pattern.compile("(?<![\\w.$}/-])/(" + "wo" + "rk|ro" + "ot|ho" + "me/[a-z])/");

    /// Addresses that only a build tool needs: where packages come from is each user's setting.
    private static final Pattern PACKAGE_HOST =
            Pattern.compile("https?://(repo\\d*|registry|deb|mirrors?|nexus|artifactory)\\.");

    private static final Pattern TYPE =
            Pattern.compile("\\b(?:class|record|interface|enum) ([A-Z]\\w*)");

    private static final Set<String> LAST_WORDS = Set.of(
            "Util", "Utils", "Helper", "Helpers", "Manager", "Impl", "Data", "Info", "DTO", "Dto");

    private static final Pattern FIRST_WORD = Pattern.compile("(Base|Abstract)[A-Z].*");

    private static final Pattern TEST_NAME =
            Pattern.compile("\\w+(Test|PropertyTest|GoldenTest|EvidenceTest|Laws)");

    private static final Pattern LINK =
            Pattern.compile("(?<!`)\\[[^\\]]*\\]\\(([^)#\\s]+)(#[^)\\s]*)?\\)");

    private final List<String> breaches = new ArrayList<>();

    @Test
    void theHouseIsTidy() {
        List<Path> files = House.files();
        for (Path file : files) {
            if (TEXT.matcher(file.toString()).matches()) {
                checkText(file, House.text(file));
            }
        }
        checkPackages(files);
        checkRows("Rooms of core", "may import", "core/src/main/java/org/evenkeel/core");
        checkRows("Modules of clinic", "may call", "clinic/src/main/java/org/evenkeel/clinic");
        checkIndex("docs/adr", files);
        assertThat(breaches).as("breaches of the house rules").isEmpty();
    }

    private void checkText(Path file, String text) {
        each(MARKER, text, found -> breach(file, "a leftover marker: " + found.group()));
        each(MACHINE_PATH, text, found -> breach(file, "a path of one machine: " + found.group()));
        each(PACKAGE_HOST, text, found -> breach(file, "a package host: " + found.group()));
        String name = file.toString();
        if (CODE.matcher(name).matches() && text.lines().count() > LONGEST_FILE) {
            breach(
                    file,
                    "longer than " + LONGEST_FILE + " lines: " + text.lines().count());
        }
        if (name.endsWith(".java")) {
            each(TYPE, code(text), found -> checkName(file, found.group(1)));
            checkTestName(file, text);
        }
        if (name.endsWith(".md")) {
            each(LINK, text, found -> checkLink(file, found.group(1)));
        }
    }

    private void checkName(Path file, String type) {
        String lastWord = type.replaceFirst(".*(?<=[a-z0-9])(?=[A-Z])", "");
        if (LAST_WORDS.contains(lastWord) || FIRST_WORD.matcher(type).matches()) {
            breach(file, "a name that says nothing: " + type);
        }
    }

    private void checkTestName(Path file, String text) {
        String name = file.getFileName().toString().replace(".java", "");
        boolean hasTests = text.contains("@Test\n")
                || text.contains("@Property")
                || text.contains("@ParameterizedTest");
        if (hasTests && !TEST_NAME.matcher(name).matches()) {
            breach(file, "tests are named …Test: " + name);
        }
    }

    private void checkLink(Path file, String target) {
        Path folder = file.toAbsolutePath().getParent();
        if (!target.contains(":") && folder != null && !Files.exists(folder.resolve(target))) {
            breach(file, "a dead link: " + target);
        }
    }

    private void checkPackages(List<Path> files) {
        Set<Path> packages = new LinkedHashSet<>();
        for (Path file : files) {
            if (file.toString().contains("/src/main/java/")) {
                packages.add(file.resolveSibling("package-info.java"));
            }
        }
        for (Path description : packages) {
            if (!Files.exists(description)) {
                breach(description, "missing");
            } else if (!House.text(description).contains("\n@NullMarked\n")) {
                breach(description, "is not @NullMarked");
            } else if (!House.text(description).startsWith("///")) {
                breach(description, "does not say what the package is for");
            }
            checkPlace(description);
        }
    }

    /// Each row of a table of ARCHITECTURE.md stands for something that is there.
    private void checkRows(String heading, String column, String folder) {
        for (String row : House.table(heading, column).keySet()) {
            Path place = House.ROOT.resolve(folder).resolve(row);
            if (!Files.isDirectory(place)) {
                breach(House.ROOT.resolve("ARCHITECTURE.md"), "no package for the row " + row);
            }
        }
    }

    private void checkIndex(String folder, List<Path> files) {
        Path index = House.ROOT.resolve(folder).resolve("README.md");
        String text = House.text(index);
        for (Path page : files) {
            String name = page.getFileName().toString();
            boolean listed = page.equals(index) || text.contains("(" + name + ")");
            if (page.startsWith(House.ROOT.resolve(folder)) && !listed) {
                breach(page, "not in the index of its folder");
            }
        }
    }

    private void checkPlace(Path description) {
        String name = House.ROOT.relativize(description).toString();
        String place = name.replaceFirst(".*/src/main/java/", "").replace("/package-info.java", "");
        if (place.matches("(.*/)?(util|common|misc)(/.*)?")) {
            breach(description, "a package that says nothing: " + place);
        }
        checkRow(description, place, "org/evenkeel/core/", "Rooms of core", "may import");
        checkRow(description, place, "org/evenkeel/clinic/", "Modules of clinic", "may call");
    }

    private void checkRow(
            Path description, String place, String origin, String heading, String column) {
        if (place.startsWith(origin)) {
            String part = place.substring(origin.length()).replaceFirst("/.*", "");
            if (!House.table(heading, column).containsKey(part)) {
                breach(description, "no row in ARCHITECTURE.md, '" + heading + "': " + part);
            }
        }
    }

    /// The source without comments and text in quotes.
    private static String code(String source) {
        return source.replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("(?s)\"\"\".*?\"\"\"", "")
                .replaceAll("//[^\n]*", "")
                .replaceAll("\"(\\\\.|[^\"\\\\\n])*\"", "");
    }

    private static void each(Pattern pattern, String text, Consumer<MatchResult> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.accept(matcher);
        }
    }

    private void breach(Path file, String words) {
        breaches.add(House.ROOT.relativize(file) + ": " + words);
    }
}
