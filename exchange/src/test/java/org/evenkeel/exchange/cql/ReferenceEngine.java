package org.evenkeel.exchange.cql;

import ca.uhn.fhir.context.FhirContext;

import org.cqframework.cql.cql2elm.CqlCompilerException;
import org.cqframework.cql.cql2elm.CqlCompilerOptions;
import org.cqframework.cql.cql2elm.LibraryManager;
import org.cqframework.cql.cql2elm.ModelManager;
import org.cqframework.cql.cql2elm.StringLibrarySourceProvider;
import org.evenkeel.core.condition.Truth;
import org.hl7.elm.r1.VersionedIdentifier;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.opencds.cqf.cql.engine.data.CompositeDataProvider;
import org.opencds.cqf.cql.engine.execution.CqlEngine;
import org.opencds.cqf.cql.engine.execution.Environment;
import org.opencds.cqf.cql.engine.execution.EvaluationParams;
import org.opencds.cqf.cql.engine.execution.EvaluationResult;
import org.opencds.cqf.cql.engine.fhir.model.R4FhirModelResolver;
import org.opencds.cqf.cql.engine.runtime.Date;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The reference engine of the CQL standard's authors, with one library.
public final class ReferenceEngine {
    public static final FhirContext FHIR = FhirContext.forR4();

    private static final R4FhirModelResolver RESOLVER = new R4FhirModelResolver(FHIR);
    private static final ModelManager MODELS = new ModelManager();

    private final LibraryManager libraries;
    private final VersionedIdentifier id;

    /// Translates a library; one with errors is refused with the first of them.
    public ReferenceEngine(String name, String version, String text) {
        libraries = new LibraryManager(MODELS, CqlCompilerOptions.defaultOptions());
        libraries
                .getLibrarySourceLoader()
                .registerProvider(new StringLibrarySourceProvider(List.of(text)));
        id = new VersionedIdentifier().withId(name).withVersion(version);
        // It does not throw: what is wrong with a library stands in the list.
        List<CqlCompilerException> errors = new ArrayList<>();
        libraries.resolveLibrary(id, errors);
        if (CqlCompilerException.hasErrors(errors)) {
            throw new IllegalStateException(
                    "line " + errors.getFirst().getLocator().getStartLine() + ": "
                            + errors.getFirst().getMessage());
        }
    }

    /// What the named expressions come to for the patient of a Bundle.
    public Map<String, Truth> evaluate(Bundle facts, LocalDate asOf, Set<String> expressions) {
        CompositeDataProvider data = new CompositeDataProvider(
                RESOLVER,
                (context,
                        path,
                        value,
                        type,
                        template,
                        codePath,
                        codes,
                        set,
                        date,
                        low,
                        high,
                        range) -> resources(facts, type));
        // An engine keeps what it found, so that each patient gets a new one.
        CqlEngine engine = new CqlEngine(
                new Environment(libraries, Map.of("http://hl7.org/fhir", data)),
                Set.of(CqlEngine.Options.EnableExpressionCaching));
        EvaluationParams.Builder asked = new EvaluationParams.Builder();
        EvaluationParams.LibraryParams.Builder wanted =
                new EvaluationParams.LibraryParams.Builder();
        wanted.expressions(expressions);
        asked.library(id, wanted.build());
        asked.setParameters(Map.of("AsOf", new Date(asOf)));
        asked.setEvaluationDateTime(asOf.atStartOfDay(ZoneOffset.UTC));
        EvaluationResult result = engine.evaluate(asked.build()).getOnlyResultOrThrow();
        Map<String, Truth> truths = new LinkedHashMap<>();
        for (String expression : expressions) {
            Object value = result.get(expression).getValue();
            truths.put(expression, value == null ? Truth.UNKNOWN : Truth.of((Boolean) value));
        }
        return truths;
    }

    private static List<Object> resources(Bundle facts, String type) {
        List<Object> found = new ArrayList<>();
        for (Bundle.BundleEntryComponent entry : facts.getEntry()) {
            Resource resource = entry.getResource();
            if (resource.fhirType().equals(type)) {
                found.add(resource);
            }
        }
        return found;
    }
}
