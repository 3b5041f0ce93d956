package org.evenkeel.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// Files of a size that must not matter.
class LargeFilesTest {
    private static final int MEBIBYTE = 1 << 20;

    @Test
    void anUploadedBundleIsRefusedAtItsLimit() throws IOException {
        try (InputStream large = BigBundle.of(100)) {
            Source source = Source.of("upload.json", large, MEBIBYTE);
            assertThat(Text.problems(FhirCourses.read(source, Instruments.PHQ9, ZoneOffset.UTC)))
                    .containsExactly(
                            "upload.json: got more; allowed is a file of at most 1048576 bytes");
        }
    }

    @Test
    void tenThousandPatientsOfCsvAreReadWhole() {
        Cohort cohort = Text.cohort(Text.read(CsvFiles.of(
                source("scores.csv", "patient,date,score\n", ",%s,%d\n", 20),
                Optional.of(source(
                        "treatments.csv",
                        "patient,date,route,dose_mgkg\n",
                        ",%s,iv,0.%d\n",
                        12)))));
        assertThat(cohort.patients()).hasSize(10_000);
        assertThat(cohort.patients()).allSatisfy(patient -> {
            assertThat(patient.course().ratings()).hasSize(20);
            assertThat(patient.course().administrations()).hasSize(12);
        });
    }

    /// 6,000 patients make 310 MB of JSON; the reader gets 200 MB of heap for all it does.
    @Test
    @EnabledIfSystemProperty(named = "evenkeel.all", matches = "true")
    void aBundleLargerThanTheMemoryStreams() throws IOException, InterruptedException {
        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx200m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BigBundle.class.getName(),
                        "6000")
                .redirectErrorStream(true)
                .start();
        String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(reader.waitFor()).as(said).isZero();
        assertThat(said.strip()).isEqualTo("6000 patients, 192000 facts");
    }

    private static Source source(String name, String header, String row, int rows) {
        var text = new StringBuilder(header);
        LocalDate start = LocalDate.of(2025, 1, 1);
        for (int patient = 0; patient < 10_000; patient++) {
            for (int i = 0; i < rows; i++) {
                text.append('P').append(patient);
                text.append(row.formatted(start.plusDays(7L * i), 1 + i % 9));
            }
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return Source.of(name, new ByteArrayInputStream(bytes), Long.MAX_VALUE);
    }
}
