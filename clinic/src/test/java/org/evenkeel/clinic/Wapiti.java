package org.evenkeel.clinic;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Debian's wapiti, over the pages that it finds by itself.
///
/// @param found how many addresses and forms it found to try
/// @param findings a line for each hole
record Wapiti(int found, List<String> findings) {
    private static final Pattern FOUND = Pattern.compile("found (\\d+) URLs and forms");
    /// No way out but to this machine: it asks for a list of its own on the internet otherwise.
    private static final Map<String, String> AT_HOME = Map.of(
            "http_proxy", "http://127.0.0.1:9",
            "https_proxy", "http://127.0.0.1:9",
            "no_proxy", "localhost,127.0.0.1");
    private static final String MODULES =
            "sql,xss,permanentxss,crlf,redirect,ssrf,exec:get,file:get";

    /// What a scan starts from.
    ///
    /// @param address of the site, without a path
    /// @param cookie as it is sent
    /// @param starts paths to begin with
    record Site(String address, String cookie, List<String> starts) {}

    /// Looks at a site.
    ///
    /// @param calls where it may ask whether the site called out
    static Wapiti over(Path folder, Site site, String calls)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path report = folder.resolve("report.json");
        List<String> command = new ArrayList<>(List.of(
                "wapiti",
                "-u",
                site.address() + "/",
                "--scope",
                "folder",
                "-m",
                MODULES,
                "-H",
                "Cookie: " + site.cookie(),
                "--endpoint",
                calls,
                "--skip",
                "_csrf",
                "--flush-session",
                "--no-bugreport",
                "--max-scan-time",
                "180",
                "--max-attack-time",
                "300",
                "-v",
                "1",
                "-f",
                "json",
                "-o",
                report.toString()));
        site.starts().forEach(path -> command.addAll(List.of("-s", site.address() + path)));
        String output = ScannerRun.of(folder, AT_HOME, command);
        if (output.contains("time was reached") || !Files.exists(report)) {
            throw new AssertionError("wapiti did not look at everything: "
                    + output.lines()
                            .filter(line -> line.contains("time was reached"))
                            .toList());
        }
        Matcher found = FOUND.matcher(output);
        if (!found.find()) {
            throw new AssertionError("wapiti does not say what it found: " + output);
        }
        return new Wapiti(
                Integer.parseInt(found.group(1)),
                findings(JsonMapper.shared().readTree(report.toFile())));
    }

    private static List<String> findings(JsonNode report) {
        List<String> findings = new ArrayList<>();
        report.get("vulnerabilities")
                .forEachEntry((category, all) -> all.forEach(each -> findings.add(category + ": "
                        + each.get("method").asString() + " " + each.get("path").asString() + " "
                        + each.path("parameter").asString(""))));
        return findings;
    }
}
