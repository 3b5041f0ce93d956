package org.evenkeel.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.clinic.access.Role;
import org.evenkeel.clinic.forecasting.Courses;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.stream.IntStream;

/// What a person waits for. The limits are those the pages are meant to keep; the figures measured
/// are far below them.
@ClinicTest
class SpeedTest {
    private static final int WARM_UP = 10;
    private static final int ASKED = 21;

    @Autowired
    Visitors visitors;

    @Autowired
    Courses courses;

    @Test
    void theSliderAnswersWithinTwoTenthsOfASecond() {
        String id = visitors.courses(visitors.person(Role.PRESCRIBER)).stream()
                .filter(each -> each.responses().size() > 12)
                .findFirst()
                .orElseThrow()
                .patient()
                .id()
                .toString();

        assertThat(median(day -> "/patients/" + id + "/waiting?days=" + (day + 1)))
                .isLessThan(200);
    }

    /// Asked of another patient each time: an explanation is worked out once and then remembered.
    @Test
    void anExplanationAnswersWithinThreeTenths() {
        List<String> ids = visitors.courses(visitors.person(Role.PRESCRIBER)).stream()
                .filter(each -> each.responses().size() > 12)
                .map(each -> each.patient().id().toString())
                .toList();

        assertThat(median(i -> "/patients/" + ids.get(i % ids.size()) + "/why")).isLessThan(300);
    }

    @Test
    void theWorklistOfAHundredAndFiftyAnswersWithinThreeTenths() {
        assertThat(median(_ -> "/worklist")).isLessThan(300);
    }

    private double median(java.util.function.IntFunction<String> path) {
        Visitor visitor = visitors.as(Role.PRESCRIBER);
        IntStream.range(0, WARM_UP).forEach(i -> visitor.get(path.apply(i)));
        double[] millis = IntStream.range(0, ASKED)
                .mapToDouble(i -> {
                    long start = System.nanoTime();
                    assertThat(visitor.get(path.apply(WARM_UP + i)).statusCode())
                            .isEqualTo(200);
                    return (System.nanoTime() - start) / 1e6;
                })
                .sorted()
                .toArray();
        System.out.printf(
                "median of %s: %.0f ms%n",
                path.apply(0).replaceAll("[0-9a-f-]{36}", "…"), millis[ASKED / 2]);
        return millis[ASKED / 2];
    }
}
