package org.evenkeel.clinic.oversight.internal;

import org.evenkeel.clinic.access.BreakGlass;
import org.evenkeel.clinic.access.People;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// Sends by a mail server the test names; the clinic under test has none.
@TestComponent
public class MailForTests {
    private final BreakGlass glass;
    private final People people;

    MailForTests(BreakGlass glass, People people) {
        this.glass = glass;
        this.people = people;
    }

    /// One round to the server on that port of this machine.
    public void tell(int port) {
        JavaMailSenderImpl mail = new JavaMailSenderImpl();
        mail.setHost("127.0.0.1");
        mail.setPort(port);
        new TellByMail(
                        glass,
                        people,
                        mail,
                        "evenkeel@clinic.example",
                        "privacy@clinic.example",
                        "https://clinic.example")
                .tell();
    }
}
