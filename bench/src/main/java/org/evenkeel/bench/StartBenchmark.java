package org.evenkeel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How long a call takes that has little to do: the median of many, launcher and all.
final class StartBenchmark {
    private static final int WARM_UP = 3;
    private static final int CALLS = 21;

    private StartBenchmark() {}

    static void run(Program program) throws IOException {
        Path examples = program.root().resolve("docs/examples");
        Path out = Files.createTempFile("evenkeel", ".csv");
        Map<String, List<String>> calls = new LinkedHashMap<>();
        calls.put("plan --help", List.of("plan", "--help"));
        calls.put("plan --list", List.of("plan", "--list"));
        calls.put(
                "forecast, two patients",
                List.of(
                        "forecast",
                        "--scores",
                        examples.resolve("scores.csv").toString(),
                        "--treatments",
                        examples.resolve("treatments.csv").toString(),
                        "--as-of",
                        "110",
                        "--at",
                        "117,124,138",
                        "--out",
                        out.toString()));
        for (Map.Entry<String, List<String>> call : calls.entrySet()) {
            List<Double> millis = new ArrayList<>();
            for (int i = 0; i < WARM_UP + CALLS; i++) {
                millis.add(program.run(call.getValue()).seconds() * 1000);
            }
            List<Double> counted =
                    millis.subList(WARM_UP, millis.size()).stream().sorted().toList();
            System.out.printf(
                    "start      %-24s median %4.0f ms, least %4.0f ms, of %d calls%n",
                    call.getKey(), counted.get(CALLS / 2), counted.getFirst(), CALLS);
        }
        Files.delete(out);
    }
}
