package org.evenkeel.clinic.fhir.web;

import jakarta.servlet.http.HttpServletRequest;

import org.evenkeel.clinic.fhir.Sent;
import org.evenkeel.clinic.web.SentFile;
import org.evenkeel.exchange.Source;

import java.util.Optional;

/// The files of a form, each with the field it came in.
final class SentFiles {
    static final String FHIR = "fhir";
    static final String SCORES = "scores";
    static final String TREATMENTS = "treatments";

    private SentFiles() {}

    /// The files, where what is needed was chosen and nothing that would have to be left out.
    static Optional<Sent> of(HttpServletRequest request) {
        Optional<Source> scores = file(request, SCORES);
        if (isBoth(request)) {
            return Optional.empty();
        }
        return file(request, FHIR)
                .<Sent>map(Sent.Fhir::new)
                .or(() -> scores.map(first -> new Sent.Csv(first, file(request, TREATMENTS))));
    }

    /// What to do where it was not.
    static String whatIsMissing(HttpServletRequest request) {
        if (isBoth(request)) {
            return "Choose a FHIR file or CSV files, one of the two.";
        }
        return file(request, TREATMENTS).isPresent()
                ? "Choose the scores as well: treatments alone cannot be imported."
                : "Choose a file first.";
    }

    private static boolean isBoth(HttpServletRequest request) {
        return file(request, FHIR).isPresent()
                && (file(request, SCORES).isPresent()
                        || file(request, TREATMENTS).isPresent());
    }

    private static Optional<Source> file(HttpServletRequest request, String field) {
        return SentFile.of(request, field)
                .map(file -> new Source(file.name(), file::open, Sent.MOST_BYTES));
    }
}
