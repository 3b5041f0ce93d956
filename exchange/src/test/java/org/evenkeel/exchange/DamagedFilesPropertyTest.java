package org.evenkeel.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Whatever is done to a file, it is read or refused in sentences; nothing is ever thrown.
class DamagedFilesPropertyTest {
    private static final byte[] SCORES =
            "patient,date,instrument,score\na,2026-01-05,phq-9,18\nb,2026-01-05,phq-9,7\n"
                    .getBytes(StandardCharsets.UTF_8);
    private static final byte[] TREATMENTS =
            "patient,date,drug,route,dose_mgkg,dose_mg,weight_kg\na,2026-01-06,,iv,0.5,35,70\n"
                    .getBytes(StandardCharsets.UTF_8);
    private static final byte[] BUNDLE = Fhir.bundle(
                    Fhir.PATIENT,
                    Fhir.total("2026-01-05T10:00:00Z", 18),
                    Fhir.response("2026-01-12", "123012302", ""),
                    Fhir.given(Fhir.rxnorm("6130") + ",'dosage':{" + Fhir.snomedRoute("47625008")
                            + ",'dose':{'value':0.5,'code':'mg/kg'}}"))
            .getBytes(StandardCharsets.UTF_8);

    /// At a place, so many bytes are replaced by others.
    private record Damage(int place, int taken, byte[] put) {
        byte[] on(byte[] file) {
            int from = Math.floorMod(place, file.length);
            var out = new ByteArrayOutputStream();
            out.writeBytes(Arrays.copyOf(file, from));
            out.writeBytes(put);
            out.writeBytes(
                    Arrays.copyOfRange(file, Math.min(file.length, from + taken), file.length));
            return out.toByteArray();
        }
    }

    @Property(tries = 2_000)
    void csv(@ForAll("damages") List<Damage> damages, @ForAll boolean ofScores) {
        CsvFiles files = CsvFiles.of(
                Text.source("scores.csv", ofScores ? damaged(SCORES, damages) : SCORES),
                Optional.of(Text.source(
                        "treatments.csv", ofScores ? TREATMENTS : damaged(TREATMENTS, damages))));
        assertIsTold(Text.read(files));
    }

    @Property(tries = 2_000)
    void fhir(@ForAll("damages") List<Damage> damages) {
        assertIsTold(FhirCourses.read(
                Text.source("f.json", damaged(BUNDLE, damages)), Instruments.PHQ9, ZoneOffset.UTC));
    }

    /// Some damage can be read past; the greater part must be seen.
    private static void assertIsTold(Reading reading) {
        Statistics.collect(reading instanceof Reading.Read ? "read" : "refused");
        Statistics.coverage(coverage -> {
            coverage.check("read").percentage(share -> share > 2);
            coverage.check("refused").percentage(share -> share > 50);
        });
        switch (reading) {
            case Reading.Read read -> assertThat(read.cohort().patients()).isNotNull();
            case Reading.Rejected rejected ->
                assertThat(rejected.words())
                        .isNotEmpty()
                        .allSatisfy(words -> assertThat(words)
                                .contains("; allowed is ")
                                .hasSizeLessThan(500)
                                .doesNotContain("\n", "\r", "\0"));
        }
    }

    private static byte[] damaged(byte[] file, List<Damage> damages) {
        byte[] out = file;
        for (Damage damage : damages) {
            out = out.length == 0 ? out : damage.on(out);
        }
        return out;
    }

    @Provide
    Arbitrary<List<Damage>> damages() {
        Arbitrary<byte[]> pieces = Arbitraries.of(
                        "", "\"", ",", "\n", "\r", "{", "}", "[", "]", ":", "null", "-", "9",
                        "1e99", "\0", "\uFFFF", "a,", "\"id\":", "{}", "true", " ", "\\u0000", "ü")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
        Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(4);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5_000),
                        Arbitraries.of(0, 0, 1, 1, 2, 5, 50),
                        Arbitraries.oneOf(pieces, bytes))
                .as(Damage::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }
}
