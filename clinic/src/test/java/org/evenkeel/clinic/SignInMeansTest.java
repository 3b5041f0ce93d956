package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.evenkeel.clinic.access.Acting;
import org.evenkeel.clinic.access.OneUseLinks;
import org.evenkeel.clinic.access.People;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.identity.internal.Enrolment;
import org.evenkeel.clinic.identity.internal.Passkeys;
import org.evenkeel.clinic.identity.internal.Provider;
import org.evenkeel.clinic.identity.internal.ProviderLinks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Whatever changes how somebody signs in is kept with its mark, or not at all.
@ClinicTest
class SignInMeansTest {
    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    OneUseLinks links;

    @Autowired
    Enrolment enrolment;

    @Autowired
    ProviderLinks providers;

    @Autowired
    Passkeys passkeys;

    @Autowired
    @Qualifier("owner")
    JdbcClient owner;

    private Optional<Person> added = Optional.empty();

    @BeforeEach
    void add() {
        Person person = new Person(
                UUID.randomUUID(),
                "Mia Means",
                Role.NURSE,
                visitors.person(Role.NURSE).clinic(),
                Optional.empty());
        people.add(person);
        added = Optional.of(person);
    }

    private Person somebody() {
        return added.orElseThrow();
    }

    @Test
    void aPin() {
        Visitor tablet = visitors.stranger();
        tablet.get("/enter/" + links.issue(somebody().id()));
        Map<String, String> form = Visitor.hidden(tablet.get("/account"), "/account/pin");
        form.put("pin", "271828");

        withoutMarks(() -> assertThat(tablet.post("/account/pin", form).statusCode())
                .isGreaterThanOrEqualTo(400));

        assertThat(rows("pin")).isZero();
        assertThat(tablet.post("/account/pin", form).statusCode()).isEqualTo(302);
        assertThat(rows("pin")).isOne();
    }

    @Test
    void recoveryCodes() {
        withoutMarks(() -> assertRefused(() -> enrolment.renewCodes(somebody())));

        assertThat(rows("recovery_code")).isZero();
    }

    @Test
    void aProvider() {
        Provider.Identity identity =
                new Provider.Identity("https://sign-in.example", somebody().id().toString());

        withoutMarks(() -> assertRefused(() -> providers.add(identity, somebody())));

        assertThat(rows("provider_link")).isZero();
    }

    @Test
    void theEndOfAPasskey() {
        byte[] id = somebody().id().toString().getBytes(StandardCharsets.US_ASCII);
        owner.sql("""
                        insert into identity.passkey (credential_id, person_id, public_key,
                            attestation, signature_count, is_backup_eligible, is_backed_up,
                            transports, label, added_at, used_at)
                        values (:id, :person, :id, :id, 0, false, false, '', 'Passkey', now(),
                                now())
                        """).param("id", id).param("person", somebody().id()).update();
        String name = Base64.getUrlEncoder().withoutPadding().encodeToString(id);

        withoutMarks(() -> assertRefused(() -> {
            passkeys.end(somebody(), name);
            return true;
        }));

        assertThat(passkeys.of(somebody().id())).hasSize(1);
        inClinic(() -> {
            passkeys.end(somebody(), name);
            return true;
        });
        assertThat(passkeys.of(somebody().id())).isEmpty();
    }

    private void assertRefused(Supplier<?> work) {
        assertThatThrownBy(() -> inClinic(work)).isInstanceOf(DataAccessException.class);
    }

    private void inClinic(Supplier<?> work) {
        Acting.inClinic(somebody().clinicId()).call(work);
    }

    /// While the audit takes no mark of this person.
    private void withoutMarks(Runnable work) {
        owner.sql("alter table audit.event add constraint no_mark check (actor_id <> '"
                        + somebody().id() + "') not valid")
                .update();
        try {
            work.run();
        } finally {
            owner.sql("alter table audit.event drop constraint no_mark").update();
        }
    }

    private int rows(String table) {
        return owner.sql("select count(*) from identity." + table + " where person_id = :person")
                .param("person", somebody().id())
                .query(Integer.class)
                .single();
    }
}
