package org.evenkeel.evidence;

import java.util.List;

/// The page as one HTML file that needs nothing else: pictures are drawn into it, light or dark
/// as the reader's system has it.
final class HtmlPage {
    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Evenkeel: evidence</title>
            <style>
            :root { --ink: #1c2024; --soft: #4a5560; --paper: #ffffff; --rule: #c9d0d6;
              --warn: #fff3d6; --a: #0b62a8; --b: #a34700; --c: #1f7a3d;
              --d: #7a3e9d; --e: #5c636a; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e8eaed; --soft: #b6bec6; --paper: #15181b; --rule: #3b434b;
                --warn: #3a3013; --a: #7cbcf2; --b: #f0a36b; --c: #7fd49a;
                --d: #cda2e8; --e: #aab2ba; }
            }
            body { margin: 0 auto; max-width: 68rem; padding: 1rem; background: var(--paper);
              color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
            h1, h2, h3 { line-height: 1.25; }
            h2 { margin-top: 3rem; border-top: 1px solid var(--rule); padding-top: 1rem; }
            a { color: var(--a); }
            .warning { background: var(--warn); padding: .75rem 1rem; font-weight: 600; }
            .wide { overflow-x: auto; }
            table { border-collapse: collapse; font-size: .9rem; }
            th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0;
              border-bottom: 1px solid var(--rule); font-variant-numeric: tabular-nums; }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem;
              margin: .5rem 0;
              color: var(--soft); font-size: .9rem; }
            dd { margin: 0; overflow-wrap: anywhere; }
            .plots { display: flex; flex-wrap: wrap; gap: 1rem; }
            figure { margin: 0; }
            svg { width: 20rem; max-width: 100%; height: auto; }
            svg text { fill: var(--ink); font-size: 11px; }
            .axis { stroke: var(--rule); }
            .line { fill: none; stroke-width: 2; }
            </style>
            </head>
            <body>
            <main>
            """;

    private final StringBuilder out = new StringBuilder(HEAD);

    private HtmlPage() {}

    static String of(List<Claim> claims) {
        HtmlPage page = new HtmlPage();
        page.element("h1", Words.TITLE);
        page.out.append("<p class=\"warning\">").append(text(Words.WARNING)).append("</p>\n");
        Words.HEAD.forEach(words -> page.element("p", words));
        page.index(claims);
        for (Section section : Section.values()) {
            List<Claim> here =
                    claims.stream().filter(each -> each.section() == section).toList();
            if (!here.isEmpty()) {
                page.element("h2", section.title());
                page.element("p", section.words());
                here.forEach(page::claim);
            }
        }
        page.element("h2", Words.NEEDED);
        page.element("p", Words.WARNING);
        page.list(Words.STEPS);
        return page.out.append("</main>\n</body>\n</html>\n").toString();
    }

    private void index(List<Claim> claims) {
        beginTable("all claims", List.of("id", "claim", "test", "date"));
        for (Claim claim : claims) {
            out.append("<tr><th scope=\"row\"><a href=\"#").append(claim.id()).append("\">");
            out.append(claim.id()).append("</a></th>");
            List.of(claim.sentence(), claim.check(), claim.date()).forEach(this::cell);
            out.append("</tr>\n");
        }
        endTable();
    }

    private void claim(Claim claim) {
        out.append("<h3 id=\"").append(claim.id()).append("\">").append(claim.id());
        out.append("</h3>\n");
        element("p", claim.sentence());
        out.append("<dl>");
        for (Facts.Fact fact : Facts.of(claim)) {
            out.append("<dt>").append(text(fact.name())).append("</dt><dd>");
            out.append(text(fact.value())).append("</dd>");
        }
        out.append("</dl>\n");
        figures(claim);
        if (!claim.plots().isEmpty()) {
            out.append("<div class=\"plots\">\n");
            claim.plots().forEach(plot -> out.append(PlotPicture.of(plot)));
            out.append("</div>\n");
        }
        if (!claim.shortfalls().isEmpty()) {
            element("p", "Worse, or beside its aim:");
            list(claim.shortfalls());
        }
    }

    private void figures(Claim claim) {
        if (claim.table().rows().isEmpty()) {
            return;
        }
        beginTable("figures of " + claim.id(), claim.table().columns());
        for (List<String> row : claim.table().rows()) {
            out.append("<tr><th scope=\"row\">").append(text(row.getFirst())).append("</th>");
            row.subList(1, row.size()).forEach(this::cell);
            out.append("</tr>\n");
        }
        endTable();
    }

    private void beginTable(String name, List<String> columns) {
        out.append("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"");
        out.append(text(name)).append("\"><table>\n<thead><tr>");
        columns.forEach(
                column -> out.append("<th scope=\"col\">").append(text(column)).append("</th>"));
        out.append("</tr></thead>\n<tbody>\n");
    }

    private void endTable() {
        out.append("</tbody></table></div>\n");
    }

    private void cell(String words) {
        out.append("<td>").append(text(words)).append("</td>");
    }

    private void list(List<String> items) {
        out.append("<ul>\n");
        items.forEach(item -> out.append("<li>").append(text(item)).append("</li>\n"));
        out.append("</ul>\n");
    }

    private void element(String name, String words) {
        out.append('<').append(name).append('>').append(text(words));
        out.append("</").append(name).append(">\n");
    }

    /// Text as HTML: marks of code fall away.
    static String text(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("`", "");
    }
}
