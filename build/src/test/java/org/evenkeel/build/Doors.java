package org.evenkeel.build;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// What leads out of the program or lets a file steer it, and the few places that may use it.
final class Doors {
    private static final String SECURITY = "org.springframework.security.";
    private static final String CLINIC = "org.evenkeel.clinic.";

    /// What opens a connection, or makes a client that does.
    private static final Set<String> OUTBOUND = Set.of(
            "java.net.DatagramSocket",
            "java.net.HttpURLConnection",
            "java.net.Socket",
            "java.net.URLConnection",
            "java.net.http.HttpClient",
            "java.nio.channels.AsynchronousSocketChannel",
            "java.nio.channels.DatagramChannel",
            "java.nio.channels.SocketChannel",
            "javax.net.SocketFactory",
            "javax.net.ssl.SSLSocketFactory",
            "org.springframework.web.client.RestTemplate",
            "org.springframework.web.reactive.function.client.WebClient",
            "org.springframework.boot.restclient.RestTemplateBuilder",
            "org.springframework.http.client.ClientHttpRequestFactory",
            "org.springframework.http.client.JdkClientHttpRequestFactory",
            "org.springframework.http.client.SimpleClientHttpRequestFactory");

    /// What asks by a client of ours where it is given one, and else by one of its own.
    private static final Set<String> ASKING = Set.of(
            "org.springframework.web.client.RestClient",
            "org.springframework.web.client.RestOperations",
            SECURITY + "oauth2.client.registration.ClientRegistrations",
            SECURITY + "oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient",
            SECURITY + "oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory",
            SECURITY + "oauth2.client.oidc.userinfo.OidcUserService",
            SECURITY + "oauth2.jwt.JwtDecoders",
            SECURITY + "oauth2.jwt.NimbusJwtDecoder",
            SECURITY + "web.authentication.password.HaveIBeenPwnedRestApiPasswordChecker");

    private static final Set<String> MAIL = Set.of(
            "org.springframework.mail.MailSender",
            "org.springframework.mail.javamail.JavaMailSender");

    /// The one client, with its allow-list; PostgreSQL's own files, read from the class path.
    private static final Set<String> OUTBOUND_DOORS =
            Set.of(CLINIC + "egress.", CLINIC + "database.internal.PostgresPrograms.");

    /// Those it is given to: the provider and the list of leaked passwords that the settings name.
    private static final Set<String> ASKING_DOORS = Set.of(
            CLINIC + "egress.",
            CLINIC + "identity.internal.ProviderCalls.",
            CLINIC + "identity.internal.KnownLeaks.");

    /// The privacy officer is told by the one mail server that the settings name.
    private static final Set<String> MAIL_DOORS = Set.of(CLINIC + "oversight.internal.TellByMail.");

    /// Of what asks, the calls that ask by a client of their own.
    private static final Map<String, Set<String>> OWN_CLIENTS = Map.of(
            "org.springframework.web.client.RestClient",
            Set.of("create", "builder"),
            SECURITY + "oauth2.client.registration.ClientRegistrations",
            Set.of("fromIssuerLocation", "fromOidcIssuerLocation"),
            SECURITY + "oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory",
            Set.of("<init>"),
            SECURITY + "oauth2.jwt.NimbusJwtDecoder",
            Set.of("withIssuerLocation"));

    /// Nothing reads XML, so nothing needs a parser that is safe against it.
    private static final List<String> XML = List.of("javax.xml.", "org.xml.sax", "org.w3c.dom");

    /// Java's own serialization runs what it reads.
    private static final Set<String> SERIALIZATION =
            Set.of("java.io.ObjectInputStream", "java.io.ObjectOutputStream");

    /// Types named in what is read would choose what runs.
    private static final List<String> TYPES_BY_NAME = List.of(
            "com.thoughtworks.xstream.",
            "com.fasterxml.jackson.annotation.JsonTypeInfo",
            "com.fasterxml.jackson.databind.jsontype.",
            "tools.jackson.databind.jsontype.",
            "org.hl7.fhir.utilities.xml.XsltUtilities",
            "org.hl7.fhir.utilities.XsltUtilities");

    private Doors() {}

    static boolean isShutFor(JavaClass from, JavaClass to) {
        String target = to.getBaseComponentType().getName();
        return SERIALIZATION.contains(target)
                || XML.stream().anyMatch(target::startsWith)
                || TYPES_BY_NAME.stream().anyMatch(target::startsWith)
                || (OUTBOUND.contains(target) && !isOneOf(OUTBOUND_DOORS, from))
                || (ASKING.contains(target) && !isOneOf(ASKING_DOORS, from))
                || (MAIL.contains(target) && !isOneOf(MAIL_DOORS, from));
    }

    static boolean isShutFor(JavaClass from, CodeUnitAccessTarget target) {
        String owner = target.getOwner().getName();
        String name = target.getName();
        boolean ownClient = OWN_CLIENTS.getOrDefault(owner, Set.of()).contains(name)
                && !isOneOf(Set.of(CLINIC + "egress."), from);
        boolean opens = owner.equals("java.net.URL")
                && Set.of("openConnection", "openStream", "getContent").contains(name)
                && !isOneOf(OUTBOUND_DOORS, from);
        return ownClient
                || opens
                || Set.of("activateDefaultTyping", "enableDefaultTyping").contains(name);
    }

    private static boolean isOneOf(Set<String> doors, JavaClass from) {
        String name = from.getName().replace('$', '.') + ".";
        return doors.stream().anyMatch(name::startsWith);
    }
}
