package org.evenkeel.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/// Holds ARCHITECTURE.md true: its tables say who may use whom, and the class files obey.
///
/// It lives in a module of its own because only a module after all others sees every class; and it
/// reads their class folders rather than its class path, so that packaging changes nothing.
class ArchitectureTest {
    private static final String ORIGIN = "org.evenkeel.";
    private static final String CORE = ORIGIN + "core.";
    private static final String CLINIC = ORIGIN + "clinic.";

    private static final Map<String, Set<String>> MODULES = House.table("Maven modules", "may use");
    private static final Map<String, Set<String>> ROOMS =
            House.table("Rooms of core", "may import");
    private static final Map<String, Set<String>> CLINIC_MODULES =
            House.table("Modules of clinic", "may call");

    static final JavaClasses CLASSES = new ClassFileImporter()
            .importPaths(MODULES.keySet().stream()
                    .map(module -> House.ROOT.resolve(module).resolve("target/classes"))
                    .filter(Files::isDirectory)
                    .toArray(Path[]::new));

    @Test
    void everyModuleWasBuiltAndSeen() {
        Set<String> seen = new TreeSet<>();
        CLASSES.forEach(type -> seen.add(part(type.getPackageName(), ORIGIN)));
        // generated page templates have a package of their own
        seen.remove("");
        // bench is built only when it is asked for
        seen.add("bench");
        assertThat(seen).isEqualTo(MODULES.keySet());
    }

    @Test
    void modulesUseOnlyWhatTheTableAllows() {
        assertThat(breaches(ORIGIN, MODULES, (_, _) -> true)).isEmpty();
    }

    @Test
    void roomsImportOnlyWhatTheTableAllows() {
        assertThat(breaches(CORE, ROOMS, (_, _) -> true)).isEmpty();
    }

    @Test
    void modulesOfTheClinicCallOnlyWhatTheTableAllowsAndOnlyByItsRootPackage() {
        BiPredicate<String, JavaClass> byRootPackage =
                (callee, type) -> type.getPackageName().equals(CLINIC + callee);
        assertThat(breaches(CLINIC, CLINIC_MODULES, byRootPackage)).isEmpty();
    }

    @Test
    void noTableAllowsACycle() {
        for (Map<String, Set<String>> table : List.of(MODULES, ROOMS, CLINIC_MODULES)) {
            Set<String> done = new HashSet<>();
            table.keySet().forEach(row -> walk(row, table, new ArrayList<>(), done));
            assertThat(done).containsAll(table.keySet());
        }
    }

    @Test
    void hipparchusIsNamedInNumericsOnly() {
        assertThat(dependencies((from, to) -> to.getPackageName().startsWith("org.hipparchus")
                        && !from.getPackageName().startsWith(CORE + "numerics")))
                .isEmpty();
    }

    @Test
    void coreKnowsNoInputOutputClockThreadLoggerOrReflection() {
        assertThat(dependencies((from, to) ->
                        from.getPackageName().startsWith(CORE) && !PureJava.allows(to)))
                .isEmpty();
    }

    @Test
    void coreHasNoMutableGlobals() {
        List<String> globals = new ArrayList<>();
        for (JavaClass type : CLASSES) {
            for (JavaField field : type.getFields()) {
                Set<JavaModifier> modifiers = field.getModifiers();
                if (type.getPackageName().startsWith(CORE)
                        && modifiers.contains(JavaModifier.STATIC)
                        && !modifiers.contains(JavaModifier.FINAL)) {
                    globals.add(field.getFullName());
                }
            }
        }
        assertThat(globals).isEmpty();
    }

    /// One clock is made for the clinic and one stamps what was measured; all else is given it.
    @Test
    void nothingAsksTheMachineForTheTime() {
        Set<String> clocks = Set.of(
                "org.evenkeel.clinic.web.internal.ClockConfiguration.",
                "org.evenkeel.evidence.Ledger.");
        for (String module : MODULES.keySet()) {
            if (!module.equals("bench")) {
                assertThat(calls(module, PureJava::asksForTime))
                        .allMatch(call -> clocks.stream().anyMatch(call::contains));
            }
        }
        assertThat(calls("clinic", PureJava::asksForTime)).hasSize(1);
    }

    @Test
    void chanceComesFromASeedWhereAnswersAreMade() {
        for (String module : List.of("core", "knowledge", "exchange", "cli")) {
            assertThat(calls(module, PureJava::asksForChance)).isEmpty();
        }
    }

    @Test
    void coreAsksTheMachineNothing() {
        assertThat(calls("core", PureJava::asksTheMachine)).isEmpty();
    }

    @Test
    void nothingCallsOutOrReadsXmlButByTheNamedDoors() {
        List<String> found = new ArrayList<>(dependencies(Doors::isShutFor));
        for (JavaClass type : CLASSES) {
            for (JavaCodeUnitAccess<?> access : type.getCodeUnitAccessesFromSelf()) {
                if (Doors.isShutFor(type, access.getTarget())) {
                    found.add(access.getDescription());
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static List<String> calls(
            String module, Predicate<AccessTarget.CodeUnitAccessTarget> forbidden) {
        List<String> found = new ArrayList<>();
        for (JavaClass type : CLASSES) {
            for (JavaCodeUnitAccess<?> access : type.getCodeUnitAccessesFromSelf()) {
                if (part(type.getPackageName(), ORIGIN).equals(module)
                        && forbidden.test(access.getTarget())) {
                    found.add(access.getDescription());
                }
            }
        }
        return found;
    }

    /// Dependencies between the parts below `origin` that the table does not allow.
    private static Set<String> breaches(
            String origin, Map<String, Set<String>> table, BiPredicate<String, JavaClass> door) {
        return dependencies((from, to) -> {
            String user = part(from.getPackageName(), origin);
            String used = part(to.getPackageName(), origin);
            if (user.isEmpty() || used.isEmpty() || user.equals(used)) {
                return false;
            }
            Set<String> allowed = table.getOrDefault(user, Set.of());
            return !(allowed.contains(used) || allowed.contains("all")) || !door.test(used, to);
        });
    }

    private static Set<String> dependencies(BiPredicate<JavaClass, JavaClass> forbidden) {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass();
                if (forbidden.test(type, target)) {
                    found.add(type.getName() + " -> " + target.getName());
                }
            }
        }
        return found;
    }

    /// The first part of a package name below `origin`; empty when it does not lie below it.
    private static String part(String packageName, String origin) {
        if (!packageName.startsWith(origin)) {
            return "";
        }
        String below = packageName.substring(origin.length());
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }

    private static void walk(
            String row, Map<String, Set<String>> table, List<String> path, Set<String> done) {
        assertThat(path).as("a cycle in ARCHITECTURE.md").doesNotContain(row);
        if (done.contains(row)) {
            return;
        }
        path.add(row);
        for (String next : table.getOrDefault(row, Set.of())) {
            walk(next, table, path, done);
        }
        path.removeLast();
        done.add(row);
    }
}
