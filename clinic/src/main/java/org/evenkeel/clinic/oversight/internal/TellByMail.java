package org.evenkeel.clinic.oversight.internal;

import org.evenkeel.clinic.access.Acting;
import org.evenkeel.clinic.access.BreakGlass;
import org.evenkeel.clinic.access.Clinic;
import org.evenkeel.clinic.access.People;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import java.time.format.DateTimeFormatter;

/// Tells the privacy officer by mail that a record was opened in an emergency, within a minute. The
/// mail names neither patient nor reason: they stand behind signing in.
@Component
@ConditionalOnProperty("evenkeel.mail.privacy")
class TellByMail {
    private static final Logger LOG = LoggerFactory.getLogger(TellByMail.class);
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm");

    private final BreakGlass glass;
    private final People people;
    private final JavaMailSender mail;
    private final String from;
    private final String to;
    private final String address;

    TellByMail(
            BreakGlass glass,
            People people,
            JavaMailSender mail,
            @Value("${evenkeel.mail.from}") String from,
            @Value("${evenkeel.mail.privacy}") String to,
            @Value("${evenkeel.address}") String address) {
        this.glass = glass;
        this.people = people;
        this.mail = mail;
        this.from = from;
        this.to = to;
        this.address = address;
    }

    /// What one round does not tell, the next one does. A mail that left and could not be noted
    /// leaves twice.
    @Scheduled(fixedDelayString = "${evenkeel.mail.every:PT10S}")
    void tell() {
        try {
            people.clinics().stream()
                    .flatMap(id -> people.clinic(id).stream())
                    .forEach(clinic -> Acting.inClinic(clinic.id()).run(() -> tell(clinic)));
        } catch (MailException | DataAccessException | TransactionException e) {
            LOG.warn(
                    "the privacy officer could not be told by mail, the next round tries again: {}",
                    e.getClass().getSimpleName());
        }
    }

    private void tell(Clinic clinic) {
        for (BreakGlass.Opened opened : glass.untold(clinic.id())) {
            SimpleMailMessage message = new SimpleMailMessage();
            message.setFrom(from);
            message.setTo(to);
            message.setSubject("A record was opened in an emergency");
            message.setText("On " + WHEN.withZone(clinic.zone()).format(opened.at()) + " ("
                    + clinic.zone() + ") somebody opened a record of " + clinic.name()
                    + " that is closed to them.\n\nWho it was and why stands under Emergencies: "
                    + address + "/emergencies\n");
            mail.send(message);
            glass.told(opened);
        }
    }
}
