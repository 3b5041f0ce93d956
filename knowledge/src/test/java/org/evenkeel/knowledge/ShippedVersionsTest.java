package org.evenkeel.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Patients began on a text, were screened by it or agreed to it: under one version it says the
/// same for ever.
///
/// `shipped-versions.txt` has a line for every version that is in the program, with the digest of
/// its file. Updating adds lines; it changes none and takes none away.
class ShippedVersionsTest {
    private static final Path LIST = Path.of("src/test/resources/shipped-versions.txt");
    private static final Path CONTENT = Path.of("src/main/resources");
    private static final List<String> KINDS = List.of("protocols/", "eligibility/", "consent/");

    @Test
    void everyVersionReadsAsWhenItFirstCame() throws Exception {
        Map<String, String> now = new TreeMap<>();
        for (String file : Catalogue.files()) {
            if (KINDS.stream().anyMatch(file::startsWith)) {
                byte[] bytes = Files.readAllBytes(CONTENT.resolve(file + ".yaml"));
                String before = now.put(name(file, bytes), digest(bytes));
                assertThat(before)
                        .as(file + " says a version that another file has")
                        .isNull();
            }
        }
        if (Boolean.getBoolean("evenkeel.update")) {
            Map<String, String> all = new TreeMap<>(now);
            all.putAll(listed());
            List<String> lines = new ArrayList<>();
            all.forEach((name, digest) -> lines.add(name + " " + digest));
            Files.write(LIST, lines);
        }
        assertThat(now)
                .as("a changed text needs a new version in a new file; for an added one run"
                        + " ./evenkeel test --update")
                .isEqualTo(listed());
    }

    private static Map<String, String> listed() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        for (String line : Files.readAllLines(LIST)) {
            int last = line.lastIndexOf(' ');
            listed.put(line.substring(0, last), line.substring(last + 1));
        }
        return listed;
    }

    /// Kind, id and version.
    private static String name(String file, byte[] bytes) {
        Map<?, ?> content = (Map<?, ?>)
                new Load(LoadSettings.builder().build()).loadFromString(new String(bytes, UTF_8));
        return file.substring(0, file.indexOf('/')) + " " + content.get("id") + " "
                + content.get("version");
    }

    private static String digest(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
