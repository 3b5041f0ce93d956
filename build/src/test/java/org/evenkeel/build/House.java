package org.evenkeel.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The repository as the checks see it: its files, and the tables of ARCHITECTURE.md.
final class House {
    /// The repository's root, which the build passes in.
    static final Path ROOT = Path.of(System.getProperty("evenkeel.root", "..")).normalize();

    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".evenkeel", ".idea");

    private House() {}

    /// Every file of the repository that people wrote, in the order of their names.
    static List<Path> files() {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(path -> isOurs(ROOT.relativize(path)))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(Path relative) {
        for (Path part : relative) {
            if (NOT_OURS.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One column of a table of ARCHITECTURE.md: the words of each row's cell by the row's name.
    ///
    /// @param heading the section that holds the table, without its `#` marks
    /// @param column the header of the wanted column
    static Map<String, Set<String>> table(String heading, String column) {
        List<String> rows = rows(heading);
        int wanted = cells(rows.getFirst()).indexOf(column);
        if (wanted < 0) {
            throw new IllegalStateException(
                    "ARCHITECTURE.md, '" + heading + "': no column '" + column + "'");
        }
        Map<String, Set<String>> table = new LinkedHashMap<>();
        for (String row : rows.subList(2, rows.size())) {
            List<String> cells = cells(row);
            table.put(cells.getFirst().replace("`", ""), words(cells.get(wanted)));
        }
        return table;
    }

    private static List<String> rows(String heading) {
        List<String> rows = new ArrayList<>();
        boolean inside = false;
        for (String line : text(ROOT.resolve("ARCHITECTURE.md")).lines().toList()) {
            if (line.startsWith("#")) {
                inside = line.replace("#", "").replace("`", "").strip().equals(heading);
            } else if (inside && line.startsWith("|")) {
                rows.add(line);
            }
        }
        if (rows.size() < 3) {
            throw new IllegalStateException("ARCHITECTURE.md has no table under '" + heading + "'");
        }
        return rows;
    }

    private static List<String> cells(String row) {
        return Pattern.compile("\\|")
                .splitAsStream(row.substring(1))
                .map(String::strip)
                .toList();
    }

    private static Set<String> words(String cell) {
        Set<String> words = new LinkedHashSet<>();
        Pattern.compile(",")
                .splitAsStream(cell)
                .map(String::strip)
                .filter(word -> !word.equals("–"))
                .forEach(words::add);
        return words;
    }
}
