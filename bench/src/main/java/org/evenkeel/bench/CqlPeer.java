package org.evenkeel.bench;

import ca.uhn.fhir.context.FhirContext;

import org.cqframework.cql.cql2elm.CqlCompilerException;
import org.cqframework.cql.cql2elm.CqlCompilerOptions;
import org.cqframework.cql.cql2elm.LibraryManager;
import org.cqframework.cql.cql2elm.ModelManager;
import org.cqframework.cql.cql2elm.StringLibrarySourceProvider;
import org.evenkeel.core.condition.Condition;
import org.evenkeel.core.history.Chart;
import org.evenkeel.exchange.cql.CqlLibrary;
import org.evenkeel.exchange.cql.FactCodes;
import org.evenkeel.exchange.fhir.ChartBundle;
import org.evenkeel.knowledge.Catalogue;
import org.hl7.elm.r1.VersionedIdentifier;
import org.hl7.fhir.r4.model.Bundle;
import org.opencds.cqf.cql.engine.data.CompositeDataProvider;
import org.opencds.cqf.cql.engine.execution.CqlEngine;
import org.opencds.cqf.cql.engine.execution.Environment;
import org.opencds.cqf.cql.engine.execution.EvaluationParams;
import org.opencds.cqf.cql.engine.fhir.model.R4FhirModelResolver;
import org.opencds.cqf.cql.engine.runtime.Date;

import java.io.IOException;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The reference CQL engine with the same conditions, translated once, over charts that are HAPI
/// resources in memory already.
final class CqlPeer {
    private static final String NAME = "Conditions";
    private static final FhirContext FHIR = FhirContext.forR4();
    private static final FactCodes CODES =
            FactCodes.of(Catalogue.shipped().vocabulary(), Catalogue.shipped().instruments());

    private final R4FhirModelResolver resolver = new R4FhirModelResolver(FHIR);
    private final VersionedIdentifier id =
            new VersionedIdentifier().withId(NAME).withVersion("1");
    private final LibraryManager libraries;
    private final Set<String> asked;

    CqlPeer(Map<String, Condition> conditions) {
        asked = conditions.keySet();
        libraries = new LibraryManager(new ModelManager(), CqlCompilerOptions.defaultOptions());
        String text = new CqlLibrary(NAME, "1", CODES).text(conditions);
        libraries
                .getLibrarySourceLoader()
                .registerProvider(new StringLibrarySourceProvider(List.of(text)));
        List<CqlCompilerException> errors = new ArrayList<>();
        libraries.resolveLibrary(id, errors);
        if (CqlCompilerException.hasErrors(errors)) {
            throw new IllegalStateException(errors.getFirst().getMessage());
        }
    }

    static Bundle bundle(Chart chart) throws IOException {
        StringWriter out = new StringWriter();
        new ChartBundle(CODES).write(new UUID(1, 0), chart, out);
        return FHIR.newJsonParser().parseResource(Bundle.class, out.toString());
    }

    /// Answers every condition; how many are known to be met.
    int met(Bundle facts) {
        CompositeDataProvider data = new CompositeDataProvider(
                resolver,
                (_, _, _, type, _, _, _, _, _, _, _, _) -> facts.getEntry().stream()
                        .map(Bundle.BundleEntryComponent::getResource)
                        .filter(resource -> resource.fhirType().equals(type))
                        .map(Object.class::cast)
                        .toList());
        CqlEngine engine = new CqlEngine(
                new Environment(libraries, Map.of("http://hl7.org/fhir", data)),
                Set.of(CqlEngine.Options.EnableExpressionCaching));
        EvaluationParams.Builder params = new EvaluationParams.Builder();
        EvaluationParams.LibraryParams.Builder wanted =
                new EvaluationParams.LibraryParams.Builder();
        wanted.expressions(asked);
        params.library(id, wanted.build());
        params.setParameters(Map.of("AsOf", new Date(BenchCharts.TODAY)));
        params.setEvaluationDateTime(BenchCharts.TODAY.atStartOfDay(ZoneOffset.UTC));
        var result = engine.evaluate(params.build()).getOnlyResultOrThrow();
        return (int) asked.stream()
                .filter(name -> Boolean.TRUE.equals(result.get(name).getValue()))
                .count();
    }
}
