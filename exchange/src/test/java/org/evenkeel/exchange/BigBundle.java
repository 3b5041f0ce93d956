package org.evenkeel.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Enumeration;
import java.util.stream.IntStream;

/// A Bundle made while it is read, so that its size costs no disk and no memory; run as a program
/// it reads itself and says what it found.
final class BigBundle {
    private static final int SCORES = 20;
    private static final int TREATMENTS = 12;
    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    /// What most of a real export is made of: resources nobody reads here.
    private static final String DOCUMENT = "{'resource':{'resourceType':'DocumentReference',"
            + "'content':[{'attachment':{'data':'" + "QUJD".repeat(10_000) + "'}}]}}";

    private BigBundle() {}

    /// A Bundle of about 52 KB a patient.
    static InputStream of(int patients) {
        var parts = IntStream.rangeClosed(0, patients + 1)
                .mapToObj(i -> part(i, patients))
                .iterator();
        return new SequenceInputStream(new Enumeration<InputStream>() {
            @Override
            public boolean hasMoreElements() {
                return parts.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return new ByteArrayInputStream(parts.next());
            }
        });
    }

    public static void main(String[] arguments) throws IOException {
        Source source = Source.of("big.json", of(Integer.parseInt(arguments[0])), Long.MAX_VALUE);
        Cohort cohort = Text.cohort(FhirCourses.read(source, Instruments.PHQ9, ZoneOffset.UTC));
        int facts = cohort.patients().stream()
                .mapToInt(patient -> patient.course().ratings().size()
                        + patient.course().administrations().size())
                .sum();
        System.out.println(cohort.patients().size() + " patients, " + facts + " facts");
    }

    private static byte[] part(int part, int patients) {
        if (part == 0) {
            return bytes("{'resourceType':'Bundle','entry':[{'resource':{'resourceType':'List'}}");
        }
        return bytes(part > patients ? "]}" : patient("p" + part));
    }

    private static String patient(String id) {
        var text = new StringBuilder(",\n" + DOCUMENT + ",\n{'resource':"
                + Fhir.PATIENT.replace("'a'", "'" + id + "'") + "}");
        for (int i = 0; i < SCORES; i++) {
            add(text, id, Fhir.total(START.plusDays(7L * i).toString(), i));
        }
        for (int i = 0; i < TREATMENTS; i++) {
            add(
                    text,
                    id,
                    Fhir.given(Fhir.rxnorm("6130") + ",'dosage':{" + Fhir.snomedRoute("47625008")
                            + ",'dose':{'value':0.5,'code':'mg/kg'}}"));
        }
        return text.toString();
    }

    private static void add(StringBuilder text, String patient, String resource) {
        text.append(",\n{'resource':")
                .append(resource.replace("Patient/a", "Patient/" + patient))
                .append("}");
    }

    private static byte[] bytes(String text) {
        return Fhir.json(text).getBytes(StandardCharsets.UTF_8);
    }
}
