package org.evenkeel.clinic.forecasting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.evenkeel.clinic.prom.RecordedResponse;
import org.evenkeel.clinic.prom.Response;
import org.evenkeel.clinic.web.Correction;
import org.evenkeel.core.course.Rating;
import org.evenkeel.core.instrument.InstrumentId;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

class ChangedRowTest {
    private static final UUID PATIENT = UUID.randomUUID();
    private static final UUID NURSE = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 14);
    private static final Instant AT = Instant.parse("2026-11-15T09:00:00Z");

    @Test
    void whatWasTakenBackIsOnlyNamedToThePatientForItMayBeAnothers() {
        RecordedResponse first = answered(18, Optional.empty(), false);
        RecordedResponse second = answered(17, by(first), false);
        RecordedResponse gone = answered(17, by(second), true);

        assertThat(ChangedRow.toPatient(ever(first, second, gone)))
                .extracting(ChangedRow::before, ChangedRow::now)
                .containsOnly(
                        tuple("PHQ-9 of 14 Nov 2026", "PHQ-9 of 14 Nov 2026"),
                        tuple("PHQ-9 of 14 Nov 2026", ""));
        assertThat(ChangedRow.of(ever(first, second, gone)))
                .extracting(ChangedRow::before)
                .anyMatch(before -> before.contains("total 18, self-harm item 2"));
    }

    @Test
    void aCorrectionTellsThePatientTheTotalAsTheirPageDoes() {
        RecordedResponse first = answered(18, Optional.empty(), false);
        RecordedResponse second = answered(12, by(first), false);

        assertThat(ChangedRow.toPatient(ever(first, second))).singleElement().satisfies(row -> {
            assertThat(row.before()).isEqualTo("PHQ-9 of 14 Nov 2026, total 18");
            assertThat(row.now()).isEqualTo("PHQ-9 of 14 Nov 2026, total 12");
        });
    }

    private static Recordings.Ever ever(RecordedResponse... answers) {
        return new Recordings.Ever(
                List.of(), List.of(answers), Map.of(NURSE, "Noor Demo"), ZoneOffset.UTC);
    }

    private static Optional<Correction> by(RecordedResponse wrong) {
        return Optional.of(new Correction(wrong.id(), "another patient's"));
    }

    private static RecordedResponse answered(
            int total, Optional<Correction> correction, boolean withdrawn) {
        return new RecordedResponse(
                UUID.randomUUID(),
                new Response(
                        PATIENT,
                        new InstrumentId("phq-9"),
                        "1",
                        DAY,
                        new Rating((int) DAY.toEpochDay(), total, OptionalInt.of(2)),
                        List.of()),
                NURSE,
                AT,
                correction,
                withdrawn);
    }
}
