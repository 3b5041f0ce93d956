package org.evenkeel.clinic.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Who may do what to whose record: permission × role × relation, read from `access/policy.csv`.
///
/// @param cells what each role may, for every permission and role
public record Policy(Map<Permission, Map<Role, Cell>> cells) {
    private static final String FILE = "/access/policy.csv";
    private static final Policy SHIPPED = shipped();

    /// How far a role reaches with a permission.
    public enum Reach {
        NEVER,
        SELF,
        CARE_TEAM,
        CLINIC
    }

    /// What a role may do with a permission.
    ///
    /// @param reach the widest relation that suffices
    /// @param breakGlass whether an opened record suffices as well
    public record Cell(Reach reach, boolean breakGlass) {
        private static final String BREAK_GLASS = " + break-glass";
        /// Nothing at all.
        public static final Cell NOTHING = new Cell(Reach.NEVER, false);

        static Cell of(String text) {
            boolean breakGlass = text.endsWith(BREAK_GLASS);
            String relation =
                    breakGlass ? text.substring(0, text.length() - BREAK_GLASS.length()) : text;
            return new Cell(
                    switch (relation) {
                        case "-" -> Reach.NEVER;
                        case "self" -> Reach.SELF;
                        case "care-team" -> Reach.CARE_TEAM;
                        case "clinic" -> Reach.CLINIC;
                        default ->
                            throw new IllegalArgumentException("'" + text
                                    + "' is none of -, self, care-team, clinic, nor one of them"
                                    + " with '" + BREAK_GLASS + "'");
                    },
                    breakGlass);
        }

        /// Whether a relation suffices.
        public boolean allows(Relation relation) {
            return switch (relation) {
                case SELF -> reach == Reach.SELF;
                case CARE_TEAM -> reach == Reach.CARE_TEAM || reach == Reach.CLINIC;
                case OWN_CLINIC -> reach == Reach.CLINIC;
                case BREAK_GLASS -> breakGlass;
                case NONE -> false;
            };
        }

        /// The cell in words.
        public String words() {
            String relation = switch (reach) {
                case NEVER -> "–";
                case SELF -> "self";
                case CARE_TEAM -> "care team";
                case CLINIC -> "own clinic";
            };
            return breakGlass ? relation + ", break-glass" : relation;
        }
    }

    /// The policy of this version of Evenkeel.
    public static Policy current() {
        return SHIPPED;
    }

    /// What a role may do with a permission.
    public Cell cell(Role role, Permission permission) {
        return cells.getOrDefault(permission, Map.of()).getOrDefault(role, Cell.NOTHING);
    }

    /// Reads a policy.
    ///
    /// @throws IllegalArgumentException naming the line, where there is not one cell for every
    ///     permission and role
    static Policy read(String text) {
        List<String> lines = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        List<Role> roles =
                Arrays.stream(lines.getFirst().split(",")).skip(1).map(Role::of).toList();
        Map<Permission, Map<Role, Cell>> cells = new EnumMap<>(Permission.class);
        for (String line : lines.subList(1, lines.size())) {
            String[] parts = line.split(",", -1);
            if (parts.length != roles.size() + 1) {
                throw new IllegalArgumentException(
                        "'" + line + "' has " + parts.length + " cells, not " + (roles.size() + 1));
            }
            Map<Role, Cell> row = new EnumMap<>(Role.class);
            for (int at = 0; at < roles.size(); at++) {
                row.put(roles.get(at), Cell.of(parts[at + 1]));
            }
            Permission permission = permission(parts[0]);
            if (row.size() < Role.values().length || cells.put(permission, row) != null) {
                throw new IllegalArgumentException(
                        "'" + parts[0] + "' must stand once, with a cell for every role");
            }
        }
        if (cells.size() < Permission.values().length) {
            throw new IllegalArgumentException(
                    "a permission is missing; there are " + cells.keySet());
        }
        return new Policy(cells);
    }

    private static Permission permission(String words) {
        return Arrays.stream(Permission.values())
                .filter(each -> each.words().equals(words))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("'" + words + "' is no permission"));
    }

    private static Policy shipped() {
        try (InputStream file = Policy.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
