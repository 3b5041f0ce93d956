package org.evenkeel.clinic.signature;

import org.erdtman.jcs.JsonCanonicalizer;
import org.evenkeel.clinic.access.Person;
import org.evenkeel.clinic.access.Proof;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// The bytes that are signed: JSON in the canonical form of RFC 8785, so that the same statement
/// has the same bytes wherever they are made.
final class CanonicalBytes {
    private static final JsonMapper JSON = JsonMapper.shared();

    private CanonicalBytes() {}

    static byte[] of(Statement statement, Person person, Proof proof, Instant at) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("clinic", person.clinicId().toString());
        statement.subject().patient().ifPresent(patient -> all.put("patient", patient.toString()));
        all.put("kind", statement.objectKind());
        all.put("id", statement.objectId().toString());
        all.put("facts", statement.facts());
        all.put("meaning", statement.meaning().sentence());
        all.put("person", person.id().toString());
        all.put("name", person.name());
        all.put("role", person.role().words());
        all.put("factors", proof.words());
        all.put("utc", at.toString());
        all.put("local", OffsetDateTime.ofInstant(at, person.clinic().zone()).toString());
        all.put("zone", person.clinic().zone().getId());
        return canonical(JSON.writeValueAsString(all));
    }

    /// Whether bytes say of somebody's signature what is kept beside them.
    static boolean say(byte[] content, Signed kept, UUID clinicId, String factors) {
        Statement statement = kept.statement();
        Map<String, String> beside = new LinkedHashMap<>();
        beside.put("clinic", clinicId.toString());
        beside.put("patient", statement.subject().patient().map(UUID::toString).orElse(""));
        beside.put("kind", statement.objectKind());
        beside.put("id", statement.objectId().toString());
        beside.put("meaning", statement.meaning().sentence());
        beside.put("person", kept.personId().toString());
        beside.put("name", kept.name());
        beside.put("role", kept.role());
        beside.put("factors", factors);
        beside.put("utc", kept.at().toString());
        beside.put("zone", kept.zone().getId());
        JsonNode said = JSON.readTree(content);
        return beside.entrySet().stream()
                .allMatch(each -> said.path(each.getKey()).asString("").equals(each.getValue()));
    }

    static byte[] canonical(String json) {
        try {
            return new JsonCanonicalizer(json).getEncodedUTF8();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> facts(byte[] content) {
        Map<String, String> facts = new LinkedHashMap<>();
        JSON.readTree(content)
                .path("facts")
                .properties()
                .forEach(field -> facts.put(field.getKey(), field.getValue().asString()));
        return facts;
    }
}
