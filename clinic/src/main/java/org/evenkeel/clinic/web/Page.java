package org.evenkeel.clinic.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A page or a fragment of one: a template and what it shows.
///
/// @param template name under the template folder, without its ending
/// @param content the record the template takes as `page`
/// @param status the status it is answered with
public record Page(String template, Object content, HttpStatus status) implements View {
    private static final Logger LOG = LoggerFactory.getLogger(Page.class);
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(gg.jte.ContentType.Html);

    /// A page that answers as asked.
    public static Page of(String template, Object content) {
        return new Page(template, content, HttpStatus.OK);
    }

    /// A form that comes back with what is wrong.
    public static Page refused(String template, Object content) {
        return new Page(template, content, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Override
    public void render(
            @Nullable Map<String, ?> model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        StringOutput html = new StringOutput();
        TEMPLATES.render(
                template + ".jte", Map.of("frame", Frame.of(request), "page", content), html);
        byte[] bytes = html.toString().getBytes(StandardCharsets.UTF_8);
        response.setStatus(status.value());
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
