package org.evenkeel.clinic.web.internal;

import org.evenkeel.clinic.access.OpenToAll;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/// What the server shows when a page could not even fail in its own way.
@Controller
class LastResort implements ErrorController {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Evenkeel</title>
            <link rel="stylesheet" href="/assets/evenkeel.css"></head>
            <body><main><section class="notice"><h1>This did not work</h1>
            <p>Nothing was saved. Please go back and try again.</p>
            <p><a href="/">To the start</a></p></section></main></body></html>
            """;

    @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
    @ResponseBody
    @OpenToAll("it says nothing about anyone")
    String error() {
        return PAGE;
    }
}
