package org.evenkeel.clinic.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.ClinicTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;

import java.util.UUID;
import java.util.stream.IntStream;

@ClinicTest
class TryLimitsTest {
    @Autowired
    TryLimits limits;

    @Autowired
    JdbcClient database;

    @Autowired
    @Qualifier("owner")
    JdbcClient owner;

    private final String account = UUID.randomUUID() + "@clinic.example";
    private final MockHttpServletRequest here = from("2001:db8:" + digits() + ":1::7");

    @Test
    void aRestartAndASecondServerGiveNothingBack() {
        assertThat(takeUntilRefused(limits, here)).isEqualTo(8);
        TryLimits afterRestart = new TryLimits(database);
        assertThat(afterRestart.take(account, here)).isFalse();
        assertThat(afterRestart.take(account, from("2001:db8:" + digits() + ":1::8")))
                .as("from elsewhere there are tries left")
                .isTrue();
        assertThat(afterRestart.takeKnown(account, "the person's own phone")).isTrue();
    }

    @Test
    void triesComeBackWithTimeAndAtOnceForWhoGotIn() {
        assertThat(takeUntilRefused(limits, here)).isEqualTo(8);
        owner.sql("update identity.tries set full_at = full_at - interval '10 seconds'")
                .update();
        assertThat(takeUntilRefused(limits, here)).isOne();

        limits.forget(account, here);
        assertThat(takeUntilRefused(limits, here)).isEqualTo(8);
    }

    @Test
    void whatIsFullAgainIsForgottenAndNothingElse() {
        takeUntilRefused(limits, here);
        String full = UUID.randomUUID().toString();
        limits.takeKnown(full, "device");
        byte[] bucket = Secret.hash("device " + full + " device");
        owner.sql("update identity.tries set full_at = now() - interval '1 s' where bucket = ?")
                .param(bucket)
                .update();
        int before = count();
        database.sql("select identity.forget_full_buckets()::text")
                .query(String.class)
                .list();
        assertThat(count()).isLessThan(before);
        assertThat(limits.take(account, here)).isFalse();
    }

    private int count() {
        return owner.sql("select count(*) from identity.tries")
                .query(Integer.class)
                .single();
    }

    private int takeUntilRefused(TryLimits any, MockHttpServletRequest request) {
        return (int) IntStream.range(0, 50)
                .takeWhile(_ -> any.take(account, request))
                .count();
    }

    private static MockHttpServletRequest from(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return request;
    }

    private static String digits() {
        return UUID.randomUUID().toString().substring(0, 4);
    }
}
