package org.evenkeel.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.course.Course;
import org.evenkeel.evidence.Claim;
import org.evenkeel.evidence.Ledger;
import org.evenkeel.evidence.Section;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// EV-113: Synthea, run as a program of its own, makes 20 patients by our module; both forms of its
/// export are read whole and say the same.
@EnabledIfSystemProperty(named = "evenkeel.all", matches = "true")
class SyntheaEvidenceTest {
    private static final Path ROOT = Path.of(System.getProperty("evenkeel.root", ".."));
    private static final int PATIENTS = 20;
    private static final String SEED = "20260101";

    @TempDir
    static Path folder;

    private static String classPath = "";

    @BeforeAll
    static void findSynthea() throws IOException, InterruptedException {
        Path file = folder.resolve("class-path");
        run(List.of(
                "mvn",
                "-q",
                "-B",
                "-f",
                ROOT.resolve("evidence/synthea/pom.xml").toString(),
                "dependency:build-classpath",
                "-Dmdep.outputFile=" + file));
        classPath = Files.readString(file);
    }

    @Test
    void bothFormsOfTheExportSayTheSame() throws IOException, InterruptedException {
        Map<String, Course> bundles = courses(generate("bundles", false));
        Map<String, Course> ndjson = courses(generate("ndjson", true));
        assertThat(bundles).hasSizeGreaterThanOrEqualTo(PATIENTS).isEqualTo(ndjson);
        assertThat(bundles.values().stream()
                        .filter(SyntheaEvidenceTest::isTreated)
                        .toList())
                .hasSizeGreaterThanOrEqualTo(PATIENTS);
        long treated =
                bundles.values().stream().filter(SyntheaEvidenceTest::isTreated).count();
        Ledger.here()
                .keepOfLongRun(Claim.of(
                                "EV-113",
                                Section.CONTENT,
                                "Patients that another program made are read whole from FHIR, and"
                                        + " the same from a Bundle and from NDJSON.",
                                "SyntheaEvidenceTest#bothFormsOfTheExportSayTheSame")
                        .from("Synthea with a module of ours")
                        .seeded(SEED)
                        .with(new Claim.Table(
                                List.of("patients", "found"),
                                List.of(
                                        List.of("asked for", String.valueOf(PATIENTS)),
                                        List.of("with six treatments", String.valueOf(treated))))));
    }

    private static boolean isTreated(Course course) {
        return course.ratings().size() >= 2 && course.administrations().size() >= 6;
    }

    private static Map<String, Course> courses(Path export) {
        var courses = new TreeMap<String, Course>();
        Text.cohort(FhirCourses.read(export, Instruments.PHQ9, ZoneOffset.UTC))
                .patients()
                .forEach(patient -> courses.put(patient.patient(), patient.course()));
        return courses;
    }

    private static Path generate(String name, boolean bulk)
            throws IOException, InterruptedException {
        Path out = folder.resolve(name);
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                classPath,
                "App"));
        command.addAll(List.of("-s", SEED, "-cs", SEED, "-r", SEED, "-e", SEED));
        command.addAll(List.of("-p", String.valueOf(PATIENTS), "-a", "19-80"));
        command.addAll(
                List.of("-d", ROOT.resolve("exchange/src/test/synthea/modules").toString()));
        command.addAll(List.of("-m", "ketamine*", "--exporter.baseDirectory", out.toString()));
        command.addAll(List.of("--exporter.years_of_history", "0"));
        command.addAll(List.of("--exporter.hospital.fhir.export", "false"));
        command.addAll(List.of("--exporter.practitioner.fhir.export", "false"));
        command.addAll(List.of("--exporter.fhir.bulk_data", String.valueOf(bulk)));
        command.add("Massachusetts");
        run(command);
        return out.resolve("fhir");
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Path log = Files.createTempFile(folder, "log", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).as("ended in time").isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    }
}
