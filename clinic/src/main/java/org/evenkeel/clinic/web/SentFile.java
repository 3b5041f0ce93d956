package org.evenkeel.clinic.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/// A file that came with a form.
///
/// @param name its last name, free of what cannot be printed; never empty
/// @param file what was sent
public record SentFile(String name, MultipartFile file) {
    private static final int NAME_LENGTH = 80;

    /// The file of a field; empty where none was chosen.
    public static Optional<SentFile> of(HttpServletRequest request, String field) {
        return Optional.ofNullable(
                        WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class))
                .flatMap(form -> form.getFiles(field).stream().findFirst())
                .map(file -> new SentFile(name(file), file))
                .filter(sent -> !sent.name().isEmpty());
    }

    /// Opens it; whoever opens it closes it.
    public InputStream open() throws IOException {
        return file.getInputStream();
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
