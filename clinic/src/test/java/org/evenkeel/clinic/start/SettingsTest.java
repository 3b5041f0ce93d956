package org.evenkeel.clinic.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.catalina.util.NetMaskSet;
import org.evenkeel.clinic.database.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class SettingsTest {
    @TempDir
    Path temporary;

    @Test
    void theCommandLineGoesBeforeTheEnvironmentAndThatBeforeTheFile() throws IOException {
        Path file = file("# the clinic", "", "EVENKEEL_PORT = 1", "EVENKEEL_DATA=/from/file");
        Settings settings = Settings.read(
                Map.of(Setting.PORT, "3"), Map.of("EVENKEEL_PORT", "2"), Optional.of(file));

        assertThat(settings.port()).isEqualTo(3);
        assertThat(settings.dataFolder(Map.of())).isEqualTo(Path.of("/from/file"));
        assertThat(read(Map.of("EVENKEEL_PORT", "2")).port()).isEqualTo(2);
        assertThat(read(Map.of()).port()).isEqualTo(8080);
    }

    @Test
    void theUsualFolderIsWhereProgramsKeepThingsForAPerson() {
        assertThat(read(Map.of()).dataFolder(Map.of("XDG_DATA_HOME", "/share")))
                .isEqualTo(Path.of("/share/evenkeel"));
        assertThat(read(Map.of()).dataFolder(Map.of()).toString())
                .endsWith(".local/share/evenkeel");
    }

    @Test
    void anchorsLieInTheDataFolderUnlessAnotherIsNamedAndThere() {
        Path data = Path.of("/data");
        assertThat(read(Map.of()).anchors(data)).isEqualTo(data);
        assertThat(read(Map.of("EVENKEEL_ANCHORS", temporary.toString())).anchors(data))
                .isEqualTo(temporary);
        Path away = temporary.resolve("away");
        assertThatThrownBy(
                        () -> read(Map.of("EVENKEEL_ANCHORS", away.toString())).anchors(data))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("EVENKEEL_ANCHORS names " + away);
    }

    @Test
    void everyProblemIsSaidAtOnceWithWhatIsAllowed() throws IOException {
        Path file = file("EVENKEEL_PROT=1", "nonsense");
        assertThatThrownBy(() -> Settings.read(
                        Map.of(),
                        Map.of("EVENKEEL_PORT", "65536", "EVENKEEL_BD_URL", "x"),
                        Optional.of(file)))
                .isInstanceOf(WrongUsage.class)
                .message()
                .hasLineCount(4)
                .contains(
                        file + ":1: Unknown setting EVENKEEL_PROT; allowed are EVENKEEL_PORT,",
                        file + ":2: allowed are lines NAME=VALUE",
                        "Unknown setting EVENKEEL_BD_URL",
                        "The port got 65536; allowed is 1 to 65535.");
    }

    @Test
    void namesThatOthersOfOurProgramsReadAreLeftAlone() {
        assertThat(read(Map.of(
                                "EVENKEEL_JAVA_HOME",
                                "/jdk",
                                "EVENKEEL_BACKUP_KEY",
                                "k",
                                "PATH",
                                ""))
                        .port())
                .isEqualTo(8080);
    }

    @Test
    void aDatabaseIsNamedWholeOrNotAtAll() {
        assertThatThrownBy(() -> read(Map.of("EVENKEEL_DB_URL", "jdbc:postgresql://db/evenkeel")))
                .message()
                .contains("needs EVENKEEL_DB_USER", "needs EVENKEEL_DB_PASSWORD");
        for (String part : List.of("USER", "PASSWORD", "APP_PASSWORD")) {
            assertThatThrownBy(() -> read(Map.of("EVENKEEL_DB_" + part, "x")))
                    .message()
                    .contains("EVENKEEL_DB_" + part + " needs EVENKEEL_DB_URL");
        }
        assertThat(read(Map.of()).externalDatabase()).isEmpty();
    }

    @Test
    void mailIsNamedWholeOrNotAtAll() {
        for (String part : List.of("HOST", "PORT", "USER", "PASSWORD", "FROM")) {
            assertThatThrownBy(() -> read(Map.of("EVENKEEL_MAIL_" + part, "x")))
                    .as(part)
                    .message()
                    .contains("EVENKEEL_PRIVACY_MAIL are set together or not at all");
        }
        assertThat(read(Map.of(
                                "EVENKEEL_MAIL_HOST", "localhost",
                                "EVENKEEL_MAIL_FROM", "clinic@clinic.example",
                                "EVENKEEL_PRIVACY_MAIL", "officer@clinic.example"))
                        .get(Setting.MAIL_PORT))
                .contains("587");
    }

    @Test
    void whoStartsAClinicWithoutMailIsTold() {
        assertThat(Serve.lacks(read(Map.of())))
                .hasValueSatisfying(words ->
                        assertThat(words).contains("nobody is told", "EVENKEEL_PRIVACY_MAIL"));
        assertThat(Serve.lacks(read(Map.of(
                        "EVENKEEL_MAIL_HOST", "localhost",
                        "EVENKEEL_MAIL_FROM", "clinic@clinic.example",
                        "EVENKEEL_PRIVACY_MAIL", "officer@clinic.example"))))
                .isEmpty();
    }

    @Test
    void aPasswordInAFileThatOthersMayReadIsRefused() throws IOException {
        Path file = file("EVENKEEL_DB_PASSWORD=x");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> Settings.read(Map.of(), Map.of(), Optional.of(file)))
                .message()
                .contains("others may read it: chmod 600")
                .doesNotContain("=x");
    }

    @Test
    void beyondThisMachineOnlyBehindAProxyThatEncrypts() {
        assertThatThrownBy(() -> read(Map.of("EVENKEEL_LISTEN", "0.0.0.0")))
                .message()
                .contains("EVENKEEL_PUBLIC_URL");
        assertThatThrownBy(() -> read(Map.of("EVENKEEL_PUBLIC_URL", "http://clinic.example")))
                .message()
                .contains("allowed is https://HOST");
        assertThat(read(Map.of(
                                "EVENKEEL_LISTEN", "0.0.0.0",
                                "EVENKEEL_PUBLIC_URL", "https://clinic.example"))
                        .get(Setting.LISTEN))
                .contains("0.0.0.0");
    }

    @Test
    void onlyProxiesHereAndThoseNamedMaySayWhereARequestCameFrom() {
        Map<String, String> behindOne = Map.of("EVENKEEL_PUBLIC_URL", "https://clinic.example");
        NetMaskSet usual = believed(read(behindOne));
        NetMaskSet named = believed(read(Map.of(
                "EVENKEEL_PUBLIC_URL",
                "https://clinic.example",
                "EVENKEEL_PROXIES",
                "192.168.7.1, fd00::7")));

        for (String here : List.of("127.0.0.1", "::1")) {
            assertThat(usual.contains(InetAddress.ofLiteral(here))).as(here).isTrue();
        }
        for (String other : List.of("192.168.7.1", "10.0.0.9", "172.16.0.2", "fd00::7")) {
            assertThat(usual.contains(InetAddress.ofLiteral(other))).as(other).isFalse();
        }
        assertThat(named.contains(InetAddress.ofLiteral("192.168.7.1"))).isTrue();
        assertThat(named.contains(InetAddress.ofLiteral("fd00::7"))).isTrue();
        assertThat(named.contains(InetAddress.ofLiteral("192.168.7.2"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/8", "192.168.7.1;192.168.7.2", "0.0.0.0"})
    void aProxyIsNamedByItsAddress(String proxy) {
        assertThatThrownBy(() -> read(Map.of("EVENKEEL_PROXIES", "192.168.7.1," + proxy)))
                .message()
                .hasLineCount(2)
                .contains("EVENKEEL_PROXIES got " + proxy + "; allowed are addresses")
                .contains("EVENKEEL_PROXIES needs EVENKEEL_PUBLIC_URL");
    }

    private static NetMaskSet believed(Settings settings) {
        Map<String, String> properties = Serve.forwarded(settings);
        assertThat(properties).containsEntry("server.forward-headers-strategy", "native");
        return NetMaskSet.parse(properties.get("server.tomcat.remoteip.internal-proxies"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://leaks.example/", "https://leaks.example", "https://a.example/?q=/"})
    void whoIsAskedAboutLeaksIsAskedEncryptedAndByRange(String address) {
        assertThatThrownBy(() -> read(Map.of("EVENKEEL_LEAKED_PASSWORDS_URL", address)))
                .message()
                .contains("EVENKEEL_LEAKED_PASSWORDS_URL got " + address, "ends with a slash");
        String good = "https://leaks.example/range/";
        assertThat(read(Map.of("EVENKEEL_LEAKED_PASSWORDS_URL", good))
                        .get(Setting.LEAKED_PASSWORDS_URL))
                .contains(good);
    }

    @Test
    void aProviderIsAskedEncryptedUnlessItIsThisMachineByName() {
        for (String wrong : List.of(
                "http://id.example",
                "http://localhost:8081",
                "id.example",
                "https://a@b.example")) {
            assertThatThrownBy(() -> read(Map.of("EVENKEEL_OIDC_ISSUER", wrong)))
                    .message()
                    .contains("EVENKEEL_OIDC_ISSUER got " + wrong, "begins with https://");
        }
        assertThatThrownBy(() -> read(Map.of(
                        "EVENKEEL_OIDC_ISSUER", "http://id.example",
                        "EVENKEEL_PRIVATE_HOSTS", "id.example")))
                .message()
                .contains("EVENKEEL_OIDC_ISSUER got");
        read(Map.of("EVENKEEL_OIDC_ISSUER", "https://id.example/realms/clinic"));
        read(Map.of(
                "EVENKEEL_OIDC_ISSUER", "http://localhost:8081/realms/clinic",
                "EVENKEEL_PRIVATE_HOSTS", "10.0.0.7, localhost,[fd00::7]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://id.example", "id.example:8443", "a b", "10.0.0.0/8"})
    void hostsAreNamedAlone(String host) {
        for (String of : List.of("EVENKEEL_PRIVATE_HOSTS", "EVENKEEL_OIDC_HOSTS")) {
            assertThatThrownBy(() -> read(Map.of(of, host)))
                    .message()
                    .contains(of + " got " + host, "without a port");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "x", "-1", ""})
    void aPortIsAPort(String port) {
        assertThatThrownBy(() -> Settings.of(new Arguments.Given(Map.of("--port", port)), Map.of()))
                .message()
                .contains("allowed is 1 to 65535");
    }

    @Test
    void argumentsAreKnownAndGivenOnce() {
        List<String> known = List.of("--port");
        assertThat(Arguments.parse("words", known, List.of("--port", "7")))
                .isEqualTo(new Arguments.Given(Map.of("--port", "7")));
        assertThat(Arguments.parse("words", known, List.of("--help")))
                .isEqualTo(new Arguments.Help("words"));
        for (List<String> wrong : List.of(
                List.of("--prot", "7"), List.of("--port"), List.of("--port", "1", "--port", "2"))) {
            assertThatThrownBy(() -> Arguments.parse("", known, wrong))
                    .isInstanceOf(WrongUsage.class)
                    .message()
                    .contains(wrong.getFirst());
        }
    }

    private static Settings read(Map<String, String> environment) {
        return Settings.read(Map.of(), environment, Optional.empty());
    }

    private Path file(String... lines) throws IOException {
        Path file = Files.write(temporary.resolve("evenkeel.conf"), List.of(lines));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
