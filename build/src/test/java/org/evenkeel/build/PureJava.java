package org.evenkeel.build;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;

import java.util.Set;

/// What code that only decides may use of the JDK: the parts that neither read nor change the
/// world.
final class PureJava {
    private static final Set<String> PACKAGES = Set.of(
            "java.lang",
            "java.lang.annotation",
            "java.lang.invoke",
            "java.lang.runtime",
            "java.math",
            "java.time",
            "java.time.format",
            "java.time.temporal",
            "java.util",
            "java.util.function",
            "java.util.random",
            "java.util.regex",
            "java.util.stream",
            "org.jspecify.annotations");

    /// Of those packages, what does touch the world.
    private static final Set<String> TYPES = Set.of(
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.ProcessHandle",
            "java.lang.Runtime",
            "java.lang.Thread",
            "java.lang.ThreadLocal",
            "java.lang.InheritableThreadLocal",
            "java.lang.ScopedValue",
            "java.time.Clock",
            "java.time.InstantSource",
            "java.util.Scanner",
            "java.util.Timer",
            "java.util.UUID");

    private PureJava() {}

    static boolean allows(JavaClass type) {
        JavaClass element = type.getBaseComponentType();
        String home = element.getPackageName();
        if (element.isPrimitive()
                || home.startsWith("org.evenkeel.")
                || home.startsWith("org.hipparchus.")) {
            return true;
        }
        return PACKAGES.contains(home) && !TYPES.contains(element.getName());
    }

    /// A call that reads the machine's clock for a date: `now()` without a clock to ask, and what
    /// makes or is such a clock. Spans may be measured: `System.nanoTime` tells no date.
    static boolean asksForTime(CodeUnitAccessTarget target) {
        String name = target.getName();
        boolean bare = target.getRawParameterTypes().isEmpty();
        return switch (target.getOwner().getName()) {
            case "java.lang.System" -> name.equals("currentTimeMillis");
            case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
            case "java.time.InstantSource" -> name.equals("system");
            case "java.util.Date", "java.util.GregorianCalendar" -> name.equals("<init>") && bare;
            case "java.util.Calendar" -> name.equals("getInstance");
            default ->
                target.getOwner().getPackageName().startsWith("java.time")
                        && name.equals("now")
                        && bare;
        };
    }

    /// A call for chance that no seed decides.
    static boolean asksForChance(CodeUnitAccessTarget target) {
        String name = target.getName();
        boolean bare = target.getRawParameterTypes().isEmpty();
        return switch (target.getOwner().getName()) {
            case "java.lang.Math" -> name.equals("random");
            case "java.util.Random", "java.util.SplittableRandom" -> name.equals("<init>") && bare;
            case "java.util.random.RandomGenerator" ->
                name.equals("getDefault") || name.equals("of");
            case "java.util.random.RandomGeneratorFactory" -> name.equals("create") && bare;
            case "java.util.Collections" ->
                name.equals("shuffle") && target.getRawParameterTypes().size() == 1;
            case "java.util.UUID" -> name.equals("randomUUID");
            case "java.util.concurrent.ThreadLocalRandom", "java.security.SecureRandom" -> true;
            default -> false;
        };
    }

    /// A call to something that is pure otherwise, for the machine's settings or its threads.
    static boolean asksTheMachine(CodeUnitAccessTarget target) {
        String name = target.getName();
        return switch (target.getOwner().getName()) {
            case "java.lang.System" -> !name.equals("arraycopy");
            case "java.lang.Class" -> name.startsWith("forName") || name.startsWith("getDeclared");
            case "java.util.Locale" -> name.equals("getDefault");
            case "java.util.TimeZone", "java.time.ZoneId" ->
                name.equals("getDefault") || name.equals("systemDefault");
            default ->
                name.equals("parallelStream")
                        || (name.equals("parallel")
                                && target.getRawParameterTypes().isEmpty());
        };
    }
}
