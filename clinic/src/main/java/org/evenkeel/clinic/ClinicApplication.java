package org.evenkeel.clinic;

import org.evenkeel.clinic.demo.DemoOptions;
import org.evenkeel.clinic.demo.DemoStart;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The program: reads its command and runs it.
@SpringBootApplication
public class ClinicApplication {

    /// Exit codes: 0 done, 1 refused or failed, 2 wrong usage.
    public static void main(String[] args) {
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
