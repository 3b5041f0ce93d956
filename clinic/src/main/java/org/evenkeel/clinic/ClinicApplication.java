package org.evenkeel.clinic;

import org.evenkeel.clinic.demo.DemoOptions;
import org.evenkeel.clinic.demo.DemoStart;
import org.evenkeel.clinic.keeping.BackupCommand;
import org.evenkeel.clinic.keeping.RestoreCommand;
import org.evenkeel.clinic.start.AuditVerify;
import org.evenkeel.clinic.start.Serve;
import org.springframework.boot.autoconfigure.SpringBootApplication;

import java.util.List;

/// The program: reads its command and runs it.
@SpringBootApplication
public class ClinicApplication {

    /// Exit codes: 0 done, 1 refused or failed, 2 wrong usage.
    public static void main(String[] args) {
        List<String> words = List.of(args);
        switch (words.isEmpty() ? "" : words.getFirst()) {
            case "serve" -> Serve.main(ClinicApplication.class, words.subList(1, words.size()));
            case "audit" -> AuditVerify.main(words.subList(1, words.size()));
            case "backup" -> BackupCommand.main(words.subList(1, words.size()));
            case "restore" -> RestoreCommand.main(words.subList(1, words.size()));
            default -> demo(args);
        }
    }

    private static void demo(String... args) {
        switch (DemoOptions.parse(args)) {
            case DemoOptions.Start start -> new DemoStart(start).run(ClinicApplication.class);
            case DemoOptions.Help(String text) -> System.out.println(text);
            case DemoOptions.Wrong(String sentence) -> {
                System.err.println(sentence);
                System.exit(2);
            }
        }
    }
}
