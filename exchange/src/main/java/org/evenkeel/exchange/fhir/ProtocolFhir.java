package org.evenkeel.exchange.fhir;

import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.exchange.Place;
import org.evenkeel.exchange.Problem;
import org.evenkeel.exchange.cql.CqlLibrary;
import org.evenkeel.exchange.cql.FactCodes;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// Protocols as FHIR R4: a PlanDefinition, an ActivityDefinition of what is given, and a Library
/// with the conditions as CQL.
///
/// FHIR has no elements for much of a protocol, such as the tag of a figure or the least time
/// between two devices. So the content file travels in an extension and is what comes back; all
/// else is derived from it, and a resource whose elements say anything else than its content file
/// is refused.
///
/// @param codes what the facts of patients are called
/// @param writer writes a protocol as the text of a content file
/// @param reader reads one, strictly
public record ProtocolFhir(
        FactCodes codes, Function<Protocol, String> writer, ContentReader reader) {
    /// The extension that holds the content file.
    public static final String CONTENT = "urn:evenkeel:content-file";

    /// Beginning of the canonical address of a protocol; its id follows.
    public static final String CANONICAL = "urn:evenkeel:protocol:";

    /// Largest file that is read.
    public static final int MAX_BYTES = 2 * 1024 * 1024;

    private static final String TREATMENT = "treatment";
    private static final String RULES = "rules";

    /// How the resources stand together.
    public enum Form {
        /// A PlanDefinition that contains the others.
        PLAN_DEFINITION,
        /// A Bundle of all of them, each with an address of its own.
        BUNDLE
    }

    /// How far a protocol has come, as FHIR's publication status.
    public enum Status {
        /// it is being written, or waits to be published
        DRAFT,
        /// it may be used
        ACTIVE,
        /// nobody is put on it any more
        RETIRED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// What a resource says; one that says something else is held against [#ACTIVE].
        static Status of(Object code) {
            return Arrays.stream(values())
                    .filter(each -> each.code().equals(code))
                    .findFirst()
                    .orElse(ACTIVE);
        }
    }

    /// Reads the text of a content file.
    @FunctionalInterface
    public interface ContentReader {
        Reading read(String text);
    }

    /// What came of reading.
    public sealed interface Reading {
        /// It is a protocol, all of it.
        record Read(Protocol protocol) implements Reading {}

        /// It is not, or more than a protocol can say; nothing was taken from it.
        ///
        /// @param problems all of them
        record Refused(List<Problem> problems) implements Reading {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /// What is wrong with the content file that a resource holds.
    ///
    /// @param file name of the file with the resource
    /// @param line in the content file, from 1; 0 where all of it is meant
    /// @param key of the content file
    /// @param cause what is wrong
    public static Problem inContent(String file, int line, String key, String cause) {
        return new Problem(file + " " + CONTENT, line, key, "", cause);
    }

    /// Writes a protocol that may be used; the writer stays open.
    public void write(Protocol protocol, Form form, Writer out) throws IOException {
        write(protocol, form, Status.ACTIVE, out);
    }

    /// Writes a protocol; the writer stays open.
    public void write(Protocol protocol, Form form, Status status, Writer out) throws IOException {
        Json.write(tree(protocol, form, status), out);
    }

    /// The CQL of a protocol's rules; empty where a program can decide none of them.
    public Optional<String> cql(Protocol protocol) {
        return cql(protocol, ProtocolRules.of(protocol));
    }

    /// Reads a PlanDefinition that contains what it refers to, or a Bundle of all of them.
    ///
    /// @param file its name, for problems
    public Reading read(String file, byte[] bytes) {
        ProtocolReading reading = new ProtocolReading(this, new Place(file, 0, ""));
        return reading.read(bytes);
    }

    Tree tree(Protocol protocol, Form form, Status status) {
        ProtocolRules rules = ProtocolRules.of(protocol);
        String id = protocol.id().value();
        return switch (form) {
            case PLAN_DEFINITION -> {
                List<Tree> contained = new ArrayList<>();
                contained.add(new DoseTrees(protocol)
                        .activityDefinition(
                                Tree.resource("ActivityDefinition").put("id", TREATMENT), status));
                cql(protocol, rules)
                        .ifPresent(cql -> contained.add(library(
                                Tree.resource("Library").put("id", RULES), protocol, status, cql)));
                yield new PlanTrees(protocol, rules, "#" + TREATMENT, "#" + RULES)
                        .planDefinition(writer.apply(protocol), status, contained);
            }
            case BUNDLE -> {
                String treatment = CANONICAL + id + ":" + TREATMENT;
                String library = CANONICAL + id + ":" + RULES;
                List<Tree> resources = new ArrayList<>();
                resources.add(new PlanTrees(protocol, rules, treatment, library)
                        .planDefinition(writer.apply(protocol), status, List.of()));
                resources.add(new DoseTrees(protocol)
                        .activityDefinition(
                                named("ActivityDefinition", treatment, protocol), status));
                cql(protocol, rules)
                        .ifPresent(cql -> resources.add(library(
                                named("Library", library, protocol), protocol, status, cql)));
                yield Tree.resource("Bundle")
                        .put("type", "collection")
                        .put(
                                "entry",
                                resources.stream().map(ProtocolFhir::entry).toList());
            }
        };
    }

    private static Tree named(String type, String url, Protocol protocol) {
        return Tree.resource(type)
                .put("id", url.substring(CANONICAL.length()).replace(':', '-'))
                .put("url", url)
                .put("version", protocol.version());
    }

    private static Tree entry(Tree resource) {
        String address =
                resource.members().get("url") + "|" + resource.members().get("version");
        UUID uuid = UUID.nameUUIDFromBytes(address.getBytes(StandardCharsets.UTF_8));
        return Tree.empty().put("fullUrl", "urn:uuid:" + uuid).put("resource", resource);
    }

    private Optional<String> cql(Protocol protocol, ProtocolRules rules) {
        if (rules.conditions().isEmpty()) {
            return Optional.empty();
        }
        CqlLibrary library = new CqlLibrary(libraryName(protocol), protocol.version(), codes);
        return Optional.of(library.text(rules.conditions(), rules.derived()));
    }

    private static String libraryName(Protocol protocol) {
        return FactWords.computerName(protocol.id().value()) + "Rules";
    }

    private static Tree library(Tree resource, Protocol protocol, Status status, String cql) {
        String bytes = Base64.getEncoder().encodeToString(cql.getBytes(StandardCharsets.UTF_8));
        return resource.put("name", libraryName(protocol))
                .put("version", protocol.version())
                .put("status", status.code())
                .put(
                        "type",
                        Tree.concept(
                                "http://terminology.hl7.org/CodeSystem/library-type",
                                "logic-library"))
                .put(
                        "content",
                        List.of(Tree.empty().put("contentType", "text/cql").put("data", bytes)));
    }
}
