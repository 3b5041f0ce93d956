package org.evenkeel.evidence;

import java.util.List;
import java.util.Locale;

/// The one page that lists every claim.
public final class Page {
    /// The forms it comes in.
    public enum Form {
        HTML,
        MARKDOWN,
        JSON;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private Page() {}

    /// The page of some claims, in their order.
    public static String of(List<Claim> claims, Form form) {
        return switch (form) {
            case HTML -> HtmlPage.of(claims);
            case MARKDOWN -> MarkdownPage.of(claims);
            case JSON -> Ledger.json(claims);
        };
    }
}
