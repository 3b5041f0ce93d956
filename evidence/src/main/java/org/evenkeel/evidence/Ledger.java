package org.evenkeel.evidence;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The folder that holds every claim with what was last found for it, a file each.
///
/// @param folder `docs/evidence/results`
/// @param updates whether tests write what they found, and do not compare it
public record Ledger(Path folder, boolean updates) {
    /// Where the folder stands below the repository's root.
    public static final String PLACE = "docs/evidence/results";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /// A ledger that tests compare with.
    public Ledger(Path folder) {
        this(folder, false);
    }

    /// The ledger of the repository that a build runs in.
    public static Ledger here() {
        Path folder = Path.of(System.getProperty("evenkeel.root", ".."), PLACE);
        return new Ledger(folder, Boolean.getBoolean("evenkeel.update"));
    }

    /// For a test: what it found must be what the ledger says, or nearly so. With
    /// `./evenkeel test --update` the ledger is written instead. In the long run (`--all`)
    /// tests take other sizes, and nothing is compared.
    ///
    /// @throws AssertionError where they differ
    public void keep(Claim found) {
        if (!Boolean.getBoolean("evenkeel.all")) {
            keepOfLongRun(found);
        }
    }

    /// The same for a test that runs in the long run alone.
    public void keepOfLongRun(Claim found) {
        List<String> differences = differences(found);
        if (differences.isEmpty()) {
            return;
        }
        if (!updates) {
            throw new AssertionError(found.id() + " is no longer what " + PLACE + " says: "
                    + String.join("; ", differences)
                    + ". Look why; './evenkeel test --update' writes it anew.");
        }
        write(found, InstantSource.system());
    }

    /// Writes a claim, with the date of today.
    public void write(Claim found, InstantSource clock) {
        String today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
        try {
            Files.createDirectories(folder);
            Files.writeString(file(found.id()), json(found.on(today)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<String> differences(Claim found) {
        if (!Files.exists(file(found.id()))) {
            return List.of("it is not there");
        }
        try {
            Claim kept = read(file(found.id()));
            return Drift.between(json(kept.on("")), json(found.on("")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Every claim, in the order of sections and ids.
    ///
    /// @throws IOException where the folder or a file of it cannot be read
    public List<Claim> claims() throws IOException {
        List<Claim> claims = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (file.toString().endsWith(".json")) {
                    claims.add(read(file));
                }
            }
        }
        claims.sort(Comparator.comparing(Claim::section).thenComparing(Claim::id));
        return claims;
    }

    /// Claims as JSON.
    public static String json(Object claims) {
        return JSON.writeValueAsString(claims) + "\n";
    }

    private Path file(String id) {
        return folder.resolve(id + ".json");
    }

    private static Claim read(Path file) throws IOException {
        try {
            Claim claim = JSON.readValue(Files.readString(file), Claim.class);
            if (!file.endsWith(claim.id() + ".json")) {
                throw new IOException(file + " holds " + claim.id());
            }
            return claim;
        } catch (JacksonException failure) {
            throw new IOException(file + " is no claim: " + failure.getOriginalMessage());
        }
    }
}
