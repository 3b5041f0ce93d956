package org.evenkeel.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Every library of a program has a licence that build/licences.txt allows.
@EnabledIfSystemProperty(named = "evenkeel.all", matches = "true")
class LicencesTest {
    private static final Path ALLOWED = House.ROOT.resolve("build/licences.txt");

    @Test
    void everyLibraryHasALicenceWeMayUse() throws IOException {
        Set<String> allowed = Files.readAllLines(ALLOWED).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(Collectors.toSet());
        List<String> others = new ArrayList<>();
        int libraries = 0;
        for (String program : List.of("cli", "clinic")) {
            JsonNode bill = JsonMapper.shared()
                    .readTree(House.ROOT.resolve(program).resolve("target/bom.json"));
            for (JsonNode library : bill.path("components")) {
                libraries++;
                List<String> licences = licences(library);
                if (licences.stream().noneMatch(allowed::contains)) {
                    others.add(program + ": " + library.path("name").asString() + " "
                            + library.path("version").asString() + " has " + licences);
                }
            }
        }
        assertThat(others).isEmpty();
        assertThat(libraries).isGreaterThan(80);
    }

    private static List<String> licences(JsonNode library) {
        List<String> all = new ArrayList<>();
        for (JsonNode each : library.path("licenses")) {
            for (JsonNode word : List.of(
                    each.path("license").path("id"),
                    each.path("license").path("name"),
                    each.path("expression"))) {
                if (word.isString()) {
                    all.add(word.asString());
                }
            }
        }
        return all;
    }
}
