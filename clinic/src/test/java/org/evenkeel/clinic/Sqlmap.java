package org.evenkeel.clinic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Debian's sqlmap, over many requests in one run.
///
/// @param untouched how many starred places it tested and could not get at
/// @param findings a line for each parameter that it got at
record Sqlmap(long untouched, List<String> findings) {
    private static final Pattern SAFE =
            Pattern.compile("parameter '[^']*#\\d+\\*' does not seem to be injectable");

    /// What it took for a finding and then saw was none, such as a sign-in that is slowed down
    /// halfway.
    private static final String TAKEN_BACK = "false positive or unexploitable";

    /// How much is tried: sqlmap's level and the letters of its techniques.
    record Depth(int level, String techniques) {}

    /// Tests each starred place of the requests.
    ///
    /// @param requests as they are logged
    static Sqlmap over(Path folder, Depth depth, List<String> requests)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path log = Files.writeString(folder.resolve("requests.log"), String.join("", requests));
        Path results = folder.resolve("results.csv");
        String output = ScannerRun.of(
                folder,
                Map.of(),
                List.of(
                        "sqlmap",
                        "-l",
                        log.toString(),
                        "--batch",
                        "--ignore-stdin",
                        "--answers=further tests involving it=N",
                        "--flush-session",
                        "--output-dir=" + folder.resolve("out"),
                        "--tmp-dir=" + Files.createDirectories(folder.resolve("tmp")),
                        "--results-file=" + results,
                        "--disable-coloring",
                        "--dbms=PostgreSQL",
                        "--level=" + depth.level(),
                        "--risk=1",
                        "--technique=" + depth.techniques(),
                        "--time-sec=2",
                        "--union-cols=1-4",
                        "--threads=1",
                        "--keep-alive",
                        "--skip-waf",
                        "--ignore-proxy",
                        "--ignore-redirects",
                        "--ignore-code=*"));
        List<String> findings = Files.readAllLines(results).stream()
                .skip(1)
                .filter(line -> !line.isBlank() && !line.contains(TAKEN_BACK))
                .toList();
        return new Sqlmap(SAFE.matcher(output).results().count(), findings);
    }
}
