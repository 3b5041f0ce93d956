package org.evenkeel.clinic.sources.web;

import org.evenkeel.clinic.access.Needs;
import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.web.Page;
import org.evenkeel.knowledge.Catalogue;
import org.evenkeel.knowledge.Source;
import org.evenkeel.knowledge.Sources;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Shows what stands behind the figures and rules.
@Controller
class SourcesController {
    @GetMapping("/sources")
    @Needs(value = Permission.SEE_SOURCES, act = "sources-view", of = Needs.Subject.CLINIC)
    View sources(
            @RequestParam(name = "topic", defaultValue = "") String topic,
            @RequestParam(name = "grade", defaultValue = "") String grade,
            @RequestParam(name = "used", defaultValue = "") String used) {
        Sources sources = Catalogue.shipped().sources();
        SourcesView.Asked asked = new SourcesView.Asked(topic, grade, !used.isEmpty());
        return Page.of("sources/sources", new SourcesView(sources).page(asked));
    }

    @GetMapping("/sources/{source}")
    @Needs(value = Permission.SEE_SOURCES, act = "sources-view", of = Needs.Subject.CLINIC)
    View source(@PathVariable("source") String id) {
        Sources sources = Catalogue.shipped().sources();
        Source source = sources.source(id).orElseThrow(NotThere::new);
        return Page.of("sources/source", new SourceView(sources).page(source));
    }
}
