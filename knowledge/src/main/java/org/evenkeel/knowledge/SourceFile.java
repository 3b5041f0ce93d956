package org.evenkeel.knowledge;

import org.evenkeel.core.units.EvidenceTag;
import org.evenkeel.knowledge.Source.Design;
import org.evenkeel.knowledge.Source.Dispute;
import org.evenkeel.knowledge.Source.Grade;
import org.evenkeel.knowledge.Source.People;
import org.evenkeel.knowledge.Source.Statement;
import org.evenkeel.knowledge.Source.Topic;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// How a source stands in its file.
///
/// @param known ids that it may name as speaking against it or behind it
record SourceFile(Set<String> known) {
    private static final Pattern IDENTIFIER =
            Pattern.compile("doi:10\\.\\S+|pmid:\\d+|pmc:pmc\\d+|nct:nct\\d{8}");

    Source read(Section file) throws Unreadable {
        Kind.SOURCE.require(file);
        String id = file.text("id");
        file.text("version");
        String title = file.text("title");
        String citation = file.text("citation");
        List<String> also = optional(file, "also");
        List<String> identifiers = optional(file, "identifiers");
        Topic topic = file.choice("topic", List.of(Topic.values()));
        Design design = file.choice("design", List.of(Design.values()));
        Optional<People> people =
                file.has("people") ? file.section("people", SourceFile::people) : Optional.empty();
        List<Statement> showed = file.sections("showed", SourceFile::statement);
        List<Dispute> contradicted =
                file.has("contradicted") ? file.sections("contradicted", this::dispute) : List.of();
        Grade grade = file.choice("grade", List.of(Grade.values()));
        String reason = file.text("reason");
        List<String> overstated = optional(file, "overstated");
        EvidenceTag seen = file.choice("seen", List.of(EvidenceTag.values()));
        List<String> restsOn = file.has("restsOn") ? file.keys("restsOn", known) : List.of();
        file.end();
        requireIdentifiers(identifiers);
        return new Source(
                id,
                also,
                title,
                citation,
                identifiers,
                topic,
                design,
                people,
                showed,
                contradicted,
                grade,
                reason,
                overstated,
                seen,
                restsOn);
    }

    private static List<String> optional(Section file, String key) {
        return file.has(key) ? file.texts(key) : List.of();
    }

    private static void requireIdentifiers(List<String> identifiers) {
        for (String identifier : identifiers) {
            if (!IDENTIFIER.matcher(identifier).matches()) {
                throw new IllegalArgumentException("an identifier is doi:10.…, pmid:…, pmc:pmc… or"
                        + " nct:nct…, in lower case, got '" + identifier + "'");
            }
        }
    }

    private static People people(Section people) throws Unreadable {
        int count = people.integer("value");
        people.key("unit", Set.of("{person}"));
        EvidenceTag tag = people.choice("tag", List.of(EvidenceTag.values()));
        people.end();
        return new People(count, tag);
    }

    private static Statement statement(Section statement) throws Unreadable {
        String words = statement.text("words");
        EvidenceTag tag = statement.choice("tag", List.of(EvidenceTag.values()));
        statement.end();
        return new Statement(words, tag);
    }

    private Dispute dispute(Section dispute) throws Unreadable {
        String source = dispute.key("source", known);
        String words = dispute.text("words");
        dispute.end();
        return new Dispute(source, words);
    }
}
