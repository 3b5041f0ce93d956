package org.evenkeel.clinic;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Every page carries tokens and keys of its own, so that a crawler takes each form for a new one
/// and a form sent twice counts once. What passes here shows the same token and key on all pages,
/// and sends good ones.
final class SteadyForms implements RecordingProxy.Passing {
    /// Stands where each request needs a key of its own.
    static final String KEY = "00000000-0000-4000-8000-00000000feed";

    private static final String TOKEN = "token-of-the-form";
    private static final Pattern TOKENS = Pattern.compile("(name=\"_csrf\" value=\")[^\"]*");
    private static final Pattern KEYS = Pattern.compile("(name=\"key\" value=\")[^\"]*");

    /// A crawler would try each link that is shut in every way it knows.
    private static final Pattern LINKS = Pattern.compile("href=\"(/[^\"]*)\"");

    /// Fields of a protocol's editor. Each is a place in one text, read and shown by the same few
    /// lines; a crawler would try some seventy of them in every way it knows, so it sees a few.
    private static final Pattern PLACES =
            Pattern.compile(" name=\"(?!dose\\.|labels\\[1])[\\w-]+[.\\[][^\"]*\"");

    private static final String SEEN = "digest-of-what-was-seen";
    private static final Pattern SEENS = Pattern.compile("(name=\"seen\" value=\")([0-9a-f]{64})");

    private final AtomicReference<String> seen = new AtomicReference<>(SEEN);
    private final WalkScene.Cast cast;
    private final Map<String, String> tokens;

    /// @param tokens a form's token for each session
    SteadyForms(WalkScene.Cast cast, Map<String, String> tokens) {
        this.cast = cast;
        this.tokens = Map.copyOf(tokens);
    }

    @Override
    public String sent(String session, String body) {
        String token = Optional.ofNullable(tokens.get(session)).orElse(TOKEN);
        return body.replace(TOKEN, URLEncoder.encode(token, StandardCharsets.UTF_8))
                .replace(SEEN, seen.get())
                .replace(KEY, UUID.randomUUID().toString());
    }

    @Override
    public String shown(String page) {
        String steady = TOKENS.matcher(page).replaceAll("$1" + Matcher.quoteReplacement(TOKEN));
        Matcher looked = SEENS.matcher(steady);
        if (looked.find()) {
            seen.set(looked.group(2));
        }
        String keyed = KEYS.matcher(looked.replaceAll("$1" + SEEN)).replaceAll("$1" + KEY);
        return LINKS.matcher(PLACES.matcher(keyed).replaceAll(""))
                .replaceAll(link -> isShut(link.group(1))
                        ? "href=\"#\""
                        : Matcher.quoteReplacement(link.group()));
    }

    /// What ends or changes the session of the scan, the clinic's own files, and all patients,
    /// questionnaires, protocols and sources but one.
    @Override
    public boolean isShut(String path) {
        List<String> ours = List.of(
                "/patients/" + cast.cared().getFirst(),
                "/protocols/" + cast.draft(),
                "/protocols/new",
                "/sources/murrough2013");
        return Stream.of(
                                "/leave",
                                "/sign-in",
                                "/account/sessions",
                                "/account/places",
                                "/assets",
                                "/webjars")
                        .anyMatch(path::startsWith)
                || path.endsWith("/gad-7")
                || Stream.of("/patients/", "/protocols/", "/sources/").anyMatch(path::startsWith)
                        && ours.stream().noneMatch(path::startsWith);
    }
}
