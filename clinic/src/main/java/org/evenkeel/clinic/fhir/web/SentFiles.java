package org.evenkeel.clinic.fhir.web;

import jakarta.servlet.http.HttpServletRequest;

import org.evenkeel.clinic.fhir.Sent;
import org.evenkeel.exchange.Source;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

import java.util.List;
import java.util.Optional;

/// The files of a form, each with the field it came in.
final class SentFiles {
    static final String FHIR = "fhir";
    static final String SCORES = "scores";
    static final String TREATMENTS = "treatments";
    private static final int NAME_LENGTH = 80;

    private SentFiles() {}

    /// The files, where what is needed was chosen.
    static Optional<Sent> of(HttpServletRequest request) {
        Optional<Source> scores = file(request, SCORES);
        return file(request, FHIR)
                .<Sent>map(Sent.Fhir::new)
                .or(() -> scores.map(first -> new Sent.Csv(first, file(request, TREATMENTS))));
    }

    /// What to do where it was not.
    static String whatIsMissing(HttpServletRequest request) {
        return file(request, TREATMENTS).isPresent()
                ? "Choose the scores as well: treatments alone cannot be imported."
                : "Choose a file first.";
    }

    private static Optional<Source> file(HttpServletRequest request, String field) {
        return Optional.ofNullable(
                        WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class))
                .flatMap(form -> form.getFiles(field).stream().findFirst())
                .filter(file -> !name(file).isEmpty())
                .map(file -> new Source(name(file), file::getInputStream, Sent.MOST_BYTES));
    }

    /// A browser may send a whole path; the last part of it is enough.
    private static String name(MultipartFile file) {
        String sent = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        String last = List.of(sent.replace('\\', '/').split("/", -1)).getLast().strip();
        StringBuilder name = new StringBuilder();
        last.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .limit(NAME_LENGTH)
                .forEach(name::appendCodePoint);
        return name.toString();
    }
}
