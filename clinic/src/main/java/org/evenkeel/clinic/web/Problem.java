package org.evenkeel.clinic.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// Tells a program why something was not done, as `application/problem+json` (RFC 9457).
///
/// @param status the status it is answered with
/// @param title what happened
/// @param detail what to do about it
/// @param more further members
public record Problem(HttpStatus status, String title, String detail, Map<String, Object> more)
        implements View {
    public Problem {
        more = Map.copyOf(more);
    }

    /// One that needs no further members.
    public static Problem of(HttpStatus status, Notice notice) {
        return new Problem(status, notice.title(), notice.text(), Map.of());
    }

    @Override
    public void render(
            @Nullable Map<String, ?> model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "about:blank");
        members.put("title", title);
        members.put("status", status.value());
        members.put("detail", detail);
        members.putAll(more);
        byte[] bytes = JsonMapper.shared().writeValueAsBytes(members);
        response.setStatus(status.value());
        response.setContentType("application/problem+json");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
