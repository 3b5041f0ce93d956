package org.evenkeel.build;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;

import java.util.List;
import java.util.Set;

/// What leads out of the program or lets a file steer it, and the few places that may use it.
final class Doors {
    /// Outside calls: a second one would need an allow-list of addresses, refused private ranges
    /// and no redirects of its own, so there is one place for all.
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
            "org.springframework.http.client.ClientHttpRequestFactory",
            "org.springframework.mail.MailSender",
            "org.springframework.mail.javamail.JavaMailSender");

    /// The sign-in asks the one provider that the settings name; the privacy officer is told by the
    /// one mail server they name; PostgreSQL's own files are read from the class path.
    private static final Set<String> OUTBOUND_DOORS = Set.of(
            "org.evenkeel.clinic.identity.",
            "org.evenkeel.clinic.oversight.internal.TellByMail.",
            "org.evenkeel.clinic.database.internal.PostgresPrograms.");

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
        String name = from.getName().replace('$', '.') + ".";
        return OUTBOUND_DOORS.stream().anyMatch(name::startsWith);
    }
}
