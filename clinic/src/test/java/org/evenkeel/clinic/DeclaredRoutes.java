package org.evenkeel.clinic;

import org.evenkeel.clinic.access.Needs;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The routes that name what they need.
///
/// @param all each of them, those with fewer variables in their path first
record DeclaredRoutes(List<Route> all) {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^/}]+)}");

    /// One route; its path still holds `{id}`.
    record Route(String method, String path, Needs needs) {

        boolean isLook() {
            return method.equals("GET");
        }

        private Matcher matcher(String path) {
            return Pattern.compile(VARIABLE.matcher(this.path).replaceAll("(?<$1>[^/]+)"))
                    .matcher(path);
        }

        /// The id in a path of this route.
        Optional<UUID> id(String path) {
            Matcher matcher = matcher(path);
            if (!this.path.contains("{id}") || !matcher.matches()) {
                return Optional.empty();
            }
            try {
                return Optional.of(UUID.fromString(matcher.group("id")));
            } catch (IllegalArgumentException noId) {
                return Optional.empty();
            }
        }
    }

    static DeclaredRoutes of(RequestMappingHandlerMapping mapping) {
        List<Route> routes = new ArrayList<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            Needs needs = handler.getMethodAnnotation(Needs.class);
            if (needs != null) {
                routes.add(new Route(method(info), path(info), needs));
            }
        });
        routes.sort(Comparator.comparing((Route route) ->
                        VARIABLE.matcher(route.path()).results().count())
                .thenComparing(Route::path)
                .thenComparing(Route::method));
        return new DeclaredRoutes(List.copyOf(routes));
    }

    /// The route a request goes to; asking for the head of a page is a look as well.
    Optional<Route> of(String method, String path) {
        String wanted = method.equals("HEAD") ? "GET" : method;
        return all.stream()
                .filter(route -> route.method().equals(wanted))
                .filter(route -> route.matcher(path).matches())
                .findFirst();
    }

    private static String path(RequestMappingInfo info) {
        return info.getPatternValues().iterator().next();
    }

    private static String method(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods().stream()
                .findFirst()
                .orElse(RequestMethod.GET)
                .name();
    }
}
