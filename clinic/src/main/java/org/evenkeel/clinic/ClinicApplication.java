package org.evenkeel.clinic;

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
            case "demo" -> DemoStart.main(ClinicApplication.class, words.subList(1, words.size()));
            default -> {
                System.err.println(
                        "Say what to do: evenkeel demo, serve, audit, backup or restore.");
                System.exit(2);
            }
        }
    }
}
