package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;

import jakarta.mail.internet.MimeMessage;

import org.evenkeel.clinic.access.Acting;
import org.evenkeel.clinic.access.BreakGlass;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.audit.Command;
import org.evenkeel.clinic.oversight.internal.MailForTests;
import org.evenkeel.clinic.patient.Patient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

import java.util.List;
import java.util.UUID;

/// A real mail server on this machine receives what the privacy officer is told.
@ClinicTest
class TellByMailTest {
    @Autowired
    Visitors visitors;

    @Autowired
    BreakGlass glass;

    @Autowired
    MailForTests mails;

    @Autowired
    ScheduledTaskHolder schedule;

    @Test
    void thePrivacyOfficerIsToldOnceAndReadsNothingOfThePatient() throws Exception {
        Person own = visitors.person(Role.PATIENT);
        Patient patient = visitors.courses(own, own.patientId().orElseThrow())
                .orElseThrow()
                .patient();
        glass.open(
                visitors.person(Role.THERAPIST),
                List.of(new BreakGlass.Chart(own.clinicId(), patient.id())),
                "overdose suspected at the gate",
                Command.of(UUID.randomUUID()));

        GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        try {
            mails.tell(server.getSmtp().getPort());
            assertThat(server.waitForIncomingEmail(10_000, 1)).isTrue();
            int told = server.getReceivedMessages().length;
            mails.tell(server.getSmtp().getPort());
            assertThat(server.getReceivedMessages()).hasSize(told);
            for (MimeMessage message : server.getReceivedMessages()) {
                String all = GreenMailUtil.getWholeMessage(message);
                assertThat(all)
                        .contains("A record was opened in an emergency", "/emergencies")
                        .doesNotContain(
                                "overdose",
                                patient.name().family(),
                                patient.id().toString());
            }
        } finally {
            server.stop();
        }
        assertThat(Acting.inClinic(own.clinicId()).call(() -> glass.untold(own.clinicId())))
                .isEmpty();
    }

    /// Jobs with a fixed delay share one thread, where the mail would wait behind them.
    @Test
    void noOtherJobKeepsTheMailWaiting() {
        assertThat(schedule.getScheduledTasks())
                .isNotEmpty()
                .map(ScheduledTask::getTask)
                .filteredOn(FixedDelayTask.class::isInstance)
                .map(Object::toString)
                .allMatch(job -> job.contains("TellByMail"));
    }

    @Test
    void aMailServerThatIsAwayIsTriedAgain() {
        Person own = visitors.person(Role.PATIENT);
        glass.open(
                visitors.person(Role.THERAPIST),
                List.of(new BreakGlass.Chart(own.clinicId(), own.patientId().orElseThrow())),
                "the server is away now",
                Command.of(UUID.randomUUID()));

        mails.tell(1);

        assertThat(Acting.inClinic(own.clinicId()).call(() -> glass.untold(own.clinicId())))
                .isNotEmpty();
        assertThat(visitors.as(Role.AUDITOR).get("/audit").body())
                .contains("opened in an emergency and nobody has looked into");
    }
}
