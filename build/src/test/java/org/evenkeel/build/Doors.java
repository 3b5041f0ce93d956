package org.evenkeel.build;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// What leads out of the program or lets a file steer it, and the few places that may use it.
final class Doors {
    /// Outside calls: a second one would need an allow-list of addresses, refused private ranges and
    /// no redirects of its own, so there is one place for all.
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
            "org.springframework.web.client.RestClient",
            "org.springframework.web.client.RestTemplate",
            "org.springframework.web.reactive.function.client.WebClient",
            "org.springframework.boot.restclient.RestTemplateBuilder",
            "org.springframework.http.client.ClientHttpRequestFactory");

    private static final Map<String, String> OUTBOUND_DOORS = Map.of(
            "org.evenkeel.clinic.identity",
            "asks the one provider of sign-ins that the settings name",
            "org.evenkeel.clinic.database.internal.PostgresPrograms",
            "reads PostgreSQL's own files from the class path");

    /// Nothing reads XML, so nothing needs a parser that is safe against it.
    private static final List<String> XML = List.of("javax.xml.", "org.xml.sax", "org.w3c.dom");

    /// Java's own serialization runs what it reads.
    private static final Set<String> SERIALIZATION =
            Set.of("java.io.ObjectInputStream", "java.io.ObjectOutputStream");

    private Doors() {}

    static boolean isShutFor(JavaClass from, JavaClass to) {
        String target = to.getBaseComponentType().getName();
        return SERIALIZATION.contains(target)
                || XML.stream().anyMatch(target::startsWith)
                || (OUTBOUND.contains(target) && !mayCallOut(from));
    }

    static boolean isShutFor(JavaClass from, CodeUnitAccessTarget target) {
        return target.getOwner().getName().equals("java.net.URL")
                && Set.of("openConnection", "openStream", "getContent").contains(target.getName())
                && !mayCallOut(from);
    }

    private static boolean mayCallOut(JavaClass from) {
        return OUTBOUND_DOORS.keySet().stream()
                .anyMatch(door ->
                        (from.getName() + ".").replace('$', '.').startsWith(door + "."));
    }
}
