package org.evenkeel.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Every hazard of `docs/reference/hazards.md` has a control that is there and a test that says in
/// its comment which hazard it is about; and no test is about one that is not in the list.
class HazardsTest {
    private static final Path PAGE = House.ROOT.resolve("docs/reference/hazards.md");

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (HZ-\\d\\d) \\| (.+) \\| (.+) \\| (.+) \\|$");

    private static final Pattern NAME = Pattern.compile("`([^`]+)`");
    private static final Pattern ID = Pattern.compile("HZ-\\d\\d");

    /// A test with the comment above it.
    private static final Pattern TEST =
            Pattern.compile("((?: +///.*\\n)+)(?: +@.*\\n)+ +(?:static )?void (\\w+)\\(");

    @Test
    void everyHazardHasItsControlAndATestThatNamesIt() {
        Set<String> controls = new TreeSet<>();
        Map<String, String> tests = new HashMap<>();
        for (Path file : House.files()) {
            String name = file.getFileName().toString();
            if (file.toString().contains("/src/main/")) {
                controls.add(name.replaceFirst("\\.java$", ""));
            } else if (name.endsWith("Test.java") && !name.equals("HazardsTest.java")) {
                tests.put(name.replace(".java", ""), House.text(file));
            }
        }

        assertThat(breaches(House.text(PAGE), controls, tests)).isEmpty();
    }

    @Test
    void whatIsMissingIsNamed() {
        String page = """
                | HZ-01 | a fall | `Rail` | `RailTest#holds`, `RailTest#isHigh` |
                | HZ-01 | a slip | `Salt` | `SaltTest#melts` |
                """;
        String test = """
                class RailTest {
                    /// HZ-01. Whoever leans on it.
                    @Test
                    void holds() {}

                    /// HZ-07. Nobody climbs over it.
                    @Test
                    void isHigh() {}
                """;

        assertThat(breaches(page, Set.of("Rail"), Map.of("RailTest", test)))
                .containsExactly(
                        "HZ-01: RailTest#isHigh is missing or does not name it",
                        "HZ-01 stands twice",
                        "HZ-01: no control Salt",
                        "HZ-01: SaltTest#melts is missing or does not name it",
                        "HZ-07 is named by RailTest#isHigh, but not in its row");
    }

    private static List<String> breaches(
            String page, Set<String> controls, Map<String, String> texts) {
        List<String> breaches = new ArrayList<>();
        Map<String, Set<String>> named = named(texts);
        List<MatchResult> rows = ROW.matcher(page).results().toList();
        Set<String> seen = new TreeSet<>();
        for (MatchResult row : rows) {
            String id = row.group(1);
            if (!seen.add(id)) {
                breaches.add(id + " stands twice");
            }
            for (String control : names(row.group(3))) {
                if (!controls.contains(control)) {
                    breaches.add(id + ": no control " + control);
                }
            }
            for (String test : names(row.group(4))) {
                if (!named.getOrDefault(test, Set.of()).contains(id)) {
                    breaches.add(id + ": " + test + " is missing or does not name it");
                }
            }
        }
        new TreeMap<>(named)
                .forEach((test, ids) -> ids.stream()
                        .filter(id -> rows.stream().noneMatch(row -> isAbout(row, id, test)))
                        .forEach(id -> breaches.add(
                                id + " is named by " + test + ", but not in its row")));
        return breaches;
    }

    private static boolean isAbout(MatchResult row, String id, String test) {
        return row.group(1).equals(id) && names(row.group(4)).contains(test);
    }

    /// The hazards that each test names, by class and method.
    private static Map<String, Set<String>> named(Map<String, String> texts) {
        Map<String, Set<String>> named = new HashMap<>();
        texts.forEach((name, text) -> {
            Matcher test = TEST.matcher(text);
            while (test.find()) {
                Set<String> ids = all(ID, test.group(1));
                if (!ids.isEmpty()) {
                    named.put(name + "#" + test.group(2), ids);
                }
            }
        });
        return named;
    }

    private static Set<String> names(String cell) {
        return all(NAME, cell);
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(found.groupCount()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
