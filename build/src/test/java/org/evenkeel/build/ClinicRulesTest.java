package org.evenkeel.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Rules of the clinic's code that no compiler knows: what works without being asked, what is
/// written to disk, what stands in a page unescaped.
class ClinicRulesTest {
    private static final String CLINIC = "org.evenkeel.clinic.";
    private static final String ACTING = CLINIC + "access.Acting";

    private static final JavaClasses CLASSES =
            new ClassFileImporter().importPaths(House.ROOT.resolve("clinic/target/classes"));

    /// What works without a request, and how far it reaches: `clinic` says so by `Acting`, one
    /// clinic at a time; `sign-in` says nothing, so that it reaches no patient; `none` asks no
    /// database.
    private static final Map<String, String> JOBS = Map.of(
            "access.internal.SealingJob", "clinic",
            "forecasting.ShadowJob", "clinic",
            "oversight.internal.TellByMail", "clinic",
            "access.internal.ClockWatch", "clinic",
            "identity.internal.SettlingJob", "sign-in",
            "identity.internal.OpenPages", "sign-in",
            "database.internal.PostgresServer", "none",
            "start.Running", "none");

    private static final Set<String> STARTS_THREADS = Set.of(
            "java.lang.Thread.ofVirtual",
            "java.lang.Thread.ofPlatform",
            "java.lang.Thread.startVirtualThread",
            "java.lang.Thread.<init>",
            "java.util.Timer.<init>",
            "java.util.concurrent.CompletableFuture.runAsync",
            "java.util.concurrent.CompletableFuture.supplyAsync");

    /// What brings bytes to a file without forcing them to disk.
    private static final Set<String> WRITES = Set.of(
            "java.nio.file.Files.write",
            "java.nio.file.Files.writeString",
            "java.nio.file.Files.newBufferedWriter",
            "java.nio.file.Files.newOutputStream",
            "java.nio.file.Files.newByteChannel",
            "java.nio.file.Files.copy",
            "java.io.FileOutputStream.<init>",
            "java.io.FileWriter.<init>",
            "java.io.RandomAccessFile.<init>");

    private static final Set<String> FORCES = Set.of(
            "java.nio.channels.FileChannel.force",
            CLINIC + "database.SafeFile.force",
            CLINIC + "database.SafeFile.write");

    @Test
    void everyJobIsListedWithHowFarItReaches() {
        Map<String, String> found = new TreeMap<>();
        for (JavaClass type : CLASSES) {
            if (isJob(type)) {
                String name = name(type);
                String listed = JOBS.getOrDefault(name, "not listed");
                found.put(name, isAs(listed, type) ? listed : "other than listed");
            }
        }
        assertThat(found).isEqualTo(new TreeMap<>(JOBS));
    }

    @Test
    void filesOfOursAreForcedToDiskByWhoWritesThem() {
        Set<String> unforced = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            Set<String> calls = calls(type);
            if (calls.stream().anyMatch(WRITES::contains)
                    && calls.stream().noneMatch(FORCES::contains)) {
                unforced.add(name(type));
            }
            if (calls.contains("java.nio.file.Files.move")
                    && !name(type).equals("database.SafeFile")) {
                unforced.add(name(type) + " renames without forcing the folder");
            }
        }
        assertThat(unforced).isEmpty();
    }

    /// Both are JSON in which no `<` is left.
    @Test
    void twoPlacesStandUnescapedInPages() {
        Pattern unescaped = Pattern.compile("\\$unsafe\\{[^}]*}");
        Set<String> found = new TreeSet<>();
        for (Path file : House.files()) {
            if (file.toString().endsWith(".jte")) {
                unescaped
                        .matcher(House.text(file))
                        .results()
                        .forEach(each -> found.add(file.getFileName() + " " + each.group()));
            }
        }
        assertThat(found)
                .isEqualTo(Set.of(
                        "patient.jte $unsafe{page.picture()}", "waiting.jte $unsafe{page.band()}"));
    }

    private static boolean isJob(JavaClass type) {
        boolean scheduled = type.getMethods().stream().anyMatch(ClinicRulesTest::isScheduled);
        return scheduled
                || type.isAssignableTo("org.springframework.context.Lifecycle")
                || type.isAssignableTo("org.springframework.context.SmartLifecycle")
                || type.isAssignableTo("org.springframework.boot.ApplicationRunner")
                || type.isAssignableTo("org.springframework.boot.CommandLineRunner")
                || calls(type).stream()
                        .anyMatch(call -> STARTS_THREADS.contains(call)
                                || call.startsWith("java.util.concurrent.Executors.new"));
    }

    private static boolean isScheduled(JavaMethod method) {
        return List.of("Scheduled", "Schedules", "Async").stream()
                .anyMatch(each -> method.isAnnotatedWith(
                        "org.springframework.scheduling.annotation." + each));
    }

    /// Whether a job does what the list says of it.
    private static boolean isAs(String listed, JavaClass type) {
        Set<String> calls = calls(type);
        boolean names = calls.stream().anyMatch(call -> call.startsWith(ACTING + "."));
        return switch (listed) {
            case "clinic" -> calls.contains(ACTING + ".inClinic");
            case "sign-in", "none" -> !names;
            default -> false;
        };
    }

    private static Set<String> calls(JavaClass type) {
        Set<String> found = new HashSet<>();
        for (JavaCodeUnitAccess<?> access : type.getCodeUnitAccessesFromSelf()) {
            found.add(access.getTarget().getOwner().getName() + "."
                    + access.getTarget().getName());
        }
        return found;
    }

    private static String name(JavaClass type) {
        return type.getName().substring(CLINIC.length());
    }
}
