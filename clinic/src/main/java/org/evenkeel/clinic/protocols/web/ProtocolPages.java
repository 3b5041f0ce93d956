package org.evenkeel.clinic.protocols.web;

import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.protocols.Drafts;
import org.evenkeel.clinic.protocols.Edition;
import org.evenkeel.clinic.protocols.Life;
import org.evenkeel.clinic.protocols.Life.Step;
import org.evenkeel.clinic.protocols.Outline;
import org.evenkeel.clinic.protocols.ProtocolWords;
import org.evenkeel.clinic.protocols.Protocols;
import org.evenkeel.clinic.protocols.Supervised;
import org.evenkeel.clinic.protocols.internal.EditionRows;
import org.evenkeel.clinic.signature.SignatureView;
import org.evenkeel.clinic.signature.Signatures;
import org.evenkeel.clinic.signature.Signed;
import org.evenkeel.clinic.web.Words;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.knowledge.Catalogue;
import org.evenkeel.knowledge.Content;
import org.evenkeel.knowledge.Part;
import org.evenkeel.knowledge.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Brings together what the page of a protocol shows.
@Component
class ProtocolPages {
    /// They stand at the head of the page.
    private static final Set<String> AT_THE_HEAD = Set.of(
            "title",
            "use",
            "drug",
            "route",
            "indication",
            "labels",
            "labelStatus",
            "grade",
            "evidence");

    private static final List<Life> STAGES =
            List.of(Life.DRAFT, Life.REVIEWED, Life.SIGNED, Life.PUBLISHED, Life.RETIRED);

    private final Protocols protocols;
    private final Drafts drafts;
    private final EditionRows rows;
    private final Signatures signatures;

    ProtocolPages(Protocols protocols, Drafts drafts, EditionRows rows, Signatures signatures) {
        this.protocols = protocols;
        this.drafts = drafts;
        this.rows = rows;
        this.signatures = signatures;
    }

    @Transactional(readOnly = true)
    public ProtocolPage of(Person person, Edition edition, String problem) {
        Part text = Supervised.written(Texts.tree(edition));
        Facts facts = new Facts(text);
        List<Outline.Node> outline = Outline.of(text);
        Content<Protocol> content = protocols.content(edition.text());
        return new ProtocolPage(
                edition.id(),
                edition.protocol().value(),
                facts.title(),
                facts.what(),
                ProtocolState.words(edition),
                standing(edition, facts, outline),
                problem,
                content instanceof Content.Loaded<Protocol>(Protocol protocol)
                        ? Optional.of(Timeline.of(protocol))
                        : Optional.empty(),
                content instanceof Content.Loaded<Protocol>(Protocol protocol)
                        ? VisitPicture.of(protocol)
                        : Optional.empty(),
                content instanceof Content.Wrong<Protocol>(List<Problem> problems)
                        ? problems.size()
                        : 0,
                outline.stream()
                        .filter(node -> !AT_THE_HEAD.contains(node.path()))
                        .toList(),
                Outline.sources(text).entrySet().stream()
                        .map(each -> source(each.getKey(), each.getValue()))
                        .toList(),
                life(person, edition),
                versions(person, edition),
                UUID.randomUUID().toString());
    }

    private ProtocolPage.Standing standing(
            Edition edition, Facts facts, List<Outline.Node> outline) {
        List<Outline.Evidence> figures = outline.stream()
                .flatMap(ProtocolPages::all)
                .flatMap(node -> node.evidence().stream())
                .toList();
        boolean enrols = protocols.enrols(edition);
        return new ProtocolPage.Standing(
                facts.grade(),
                facts.word("evidence"),
                facts.isExperience(),
                facts.label().isEmpty() ? facts.word("labelStatus") : facts.label(),
                ProtocolWords.value("for", facts.use()),
                enrols,
                (int) figures.stream().filter(Outline.Evidence::unverified).count(),
                figures.size());
    }

    private static ProtocolPage.Source source(String name, String citation) {
        return new ProtocolPage.Source(
                name,
                citation,
                Catalogue.shipped()
                        .sources()
                        .cited(citation)
                        .map(source -> "/sources/" + source.id())
                        .orElse(""));
    }

    private static Stream<Outline.Node> all(Outline.Node node) {
        return Stream.concat(Stream.of(node), node.parts().stream().flatMap(ProtocolPages::all));
    }

    private LifePanel life(Person person, Edition edition) {
        if (!edition.isOwn()) {
            return new LifePanel(
                    false, List.of(), List.of(), List.of(), List.of(), false, edition.sha256());
        }
        int at = STAGES.indexOf(edition.life());
        return new LifePanel(
                true,
                STAGES.stream()
                        .map(stage -> new LifePanel.Stage(
                                stage.words(),
                                STAGES.indexOf(stage) <= at,
                                stage == edition.life()))
                        .toList(),
                rows.taken(edition.id()).reversed().stream()
                        .map(taken -> new LifePanel.Taken(
                                words(taken.step()),
                                taken.name(),
                                Words.time(taken.at(), person.clinic().zone()),
                                taken.reason()))
                        .toList(),
                signatures.of(person.clinicId(), "protocol", edition.id()).stream()
                        .map(signed -> signature(edition, signed))
                        .toList(),
                edition.life().steps().stream().map(Step::code).toList(),
                drafts.isAuthor(person, edition.id()),
                edition.sha256());
    }

    private SignatureView signature(Edition edition, Signed signed) {
        return SignatureView.of(signed)
                .doubted(
                        signed.covers(drafts.statement(edition)),
                        "It is not about the text as it is now.");
    }

    private List<ProtocolPage.Version> versions(Person person, Edition edition) {
        return protocols.editions(person.clinicId()).stream()
                .filter(each -> each.life() != Life.DISCARDED)
                .filter(each -> each.protocol().equals(edition.protocol()) || isNear(each, edition))
                .map(each -> new ProtocolPage.Version(
                        each.id(),
                        new Facts(Texts.tree(each)).title() + " · " + ProtocolState.words(each),
                        each.id().equals(edition.id())))
                .toList();
    }

    /// A clinic's own protocol and the shipped one it was copied from have ids that end alike.
    private static boolean isNear(Edition one, Edition other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(Edition edition) {
        String id = edition.protocol().value();
        return id.startsWith(Protocols.OWN) ? id.substring(Protocols.OWN.length()) : id;
    }

    private static String words(Step step) {
        return switch (step) {
            case REVIEW -> "Reviewed";
            case SIGN -> "Signed";
            case PUBLISH -> "Published";
            case RETIRE -> "Retired";
            case RETURN -> "Sent back to be written";
            case DISCARD -> "Discarded";
        };
    }
}
