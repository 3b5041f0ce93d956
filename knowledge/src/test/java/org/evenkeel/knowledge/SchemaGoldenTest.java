package org.evenkeel.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The schemas that editors may use are made of what the loader asks for, so they cannot drift;
/// every shipped file validates, by a library of others.
class SchemaGoldenTest {
    private static final Path CONTENT = Path.of("src/main/resources");
    private static final Path SCHEMAS = Path.of("../docs/reference/schema");

    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Test
    void theWrittenSchemasAreWhatTheLoaderAsksFor() throws IOException {
        for (Map.Entry<Kind, String> each : schemas().entrySet()) {
            Path file = SCHEMAS.resolve(Section.word(each.getKey()) + ".json");
            if (Boolean.getBoolean("evenkeel.update")) {
                Files.createDirectories(SCHEMAS);
                Files.writeString(file, each.getValue());
            }
            assertThat(file)
                    .content()
                    .as("run ./evenkeel test --update")
                    .isEqualTo(each.getValue());
        }
    }

    @Test
    void everyShippedFileValidatesAndAnUnknownKeyDoesNot() throws IOException {
        Map<Kind, String> schemas = schemas();
        SchemaRegistry registry =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        Map<Kind, Schema> known = new EnumMap<>(Kind.class);
        schemas.forEach((kind, text) -> known.put(kind, registry.getSchema(text)));
        List<String> wrong = new ArrayList<>();
        for (Path file : shipped()) {
            Schema schema = Optional.ofNullable(known.get(kind(file))).orElseThrow();
            String text = json.writeValueAsString(content(file));
            schema.validate(text, InputFormat.JSON)
                    .forEach(error -> wrong.add(file + ": " + error));
            String other = text.replaceFirst("\"id\"", "\"nobodyKnowsThis\" : 1, \"id\"");
            assertThat(schema.validate(other, InputFormat.JSON))
                    .as(file.toString())
                    .isNotEmpty();
        }
        assertThat(wrong).isEmpty();
    }

    private Map<Kind, String> schemas() throws IOException {
        Map<Kind, SchemaBuilder> builders = new EnumMap<>(Kind.class);
        for (Path file : shipped()) {
            SchemaBuilder builder = builders.computeIfAbsent(kind(file), _ -> new SchemaBuilder());
            assertThat(ContentFile.check(file.toString(), Files.readAllBytes(file), builder))
                    .isInstanceOf(Content.Loaded.class);
        }
        Map<Kind, String> schemas = new EnumMap<>(Kind.class);
        builders.forEach((kind, builder) ->
                schemas.put(kind, json.writeValueAsString(builder.schema(kind)) + "\n"));
        return schemas;
    }

    private static Kind kind(Path file) {
        return switch (ContentFile.check(file.toString(), bytes(file))) {
            case Content.Loaded<ContentFile>(ContentFile content) -> content.kind();
            case Content.Wrong<ContentFile>(List<Problem> problems) ->
                throw new AssertionError(problems.getFirst().words());
        };
    }

    private static Object content(Path file) throws IOException {
        return new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.walk(CONTENT)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }
}
