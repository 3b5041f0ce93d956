package org.evenkeel.clinic.keeping.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Every table of the clinic, those first that others refer to.
///
/// @param connection the owner's, on which it looks
record Tables(Connection connection) {
    /// What Flyway keeps for itself is made anew by the migrations.
    private static final String OURS = """
            n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
              and n.nspname not like 'pg\\_%'
              and c.relname <> 'flyway_schema_history'
            """;

    /// One table.
    ///
    /// @param name schema and name, quoted where needed
    /// @param columns those that are stored, quoted where needed
    /// @param order its key
    record Table(String name, String columns, String order) {
        String out() {
            return "copy (select " + columns + " from " + name + " order by " + order
                    + ") to stdout";
        }

        String in() {
            return "copy " + name + " (" + columns + ") from stdin";
        }
    }

    List<Table> inOrder() throws SQLException {
        Map<String, Table> tables = all();
        Map<String, Set<String>> waitsFor = references();
        List<Table> ordered = new ArrayList<>();
        Set<String> done = new TreeSet<>();
        while (ordered.size() < tables.size()) {
            int before = ordered.size();
            tables.forEach((name, table) -> {
                if (done.containsAll(waitsFor.getOrDefault(name, Set.of())) && done.add(name)) {
                    ordered.add(table);
                }
            });
            if (ordered.size() == before) {
                throw new IllegalStateException("tables refer to each other in a circle");
            }
        }
        return List.copyOf(ordered);
    }

    /// Where each sequence stands.
    List<Manifest.SequenceState> sequences() throws SQLException {
        List<Manifest.SequenceState> states = new ArrayList<>();
        for (String name : names("S")) {
            try (Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery("select last_value, is_called from " + name)) {
                row.next();
                states.add(new Manifest.SequenceState(name, row.getLong(1), row.getBoolean(2)));
            }
        }
        return states;
    }

    private List<String> names(String kind) throws SQLException {
        List<String> names = new ArrayList<>();
        String query = "select format('%I.%I', n.nspname, c.relname) from pg_class c"
                + " join pg_namespace n on n.oid = c.relnamespace where c.relkind = '" + kind
                + "' and " + OURS + " order by 1";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private Map<String, Table> all() throws SQLException {
        Map<String, Table> tables = new LinkedHashMap<>();
        String query = """
                select format('%I.%I', n.nspname, c.relname),
                       (select string_agg(quote_ident(a.attname), ', ' order by a.attnum)
                        from pg_attribute a
                        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                          and a.attgenerated = ''),
                       coalesce(
                         (select string_agg(quote_ident(a.attname), ', ' order by k.place)
                          from pg_index i
                          cross join unnest(i.indkey) with ordinality k (column_number, place)
                          join pg_attribute a
                            on a.attrelid = c.oid and a.attnum = k.column_number
                          where i.indrelid = c.oid and i.indisprimary),
                         quote_ident(c.relname) || '::text')
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and
                """ + OURS + " order by 1";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                tables.put(
                        rows.getString(1),
                        new Table(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return tables;
    }

    /// Which tables each table refers to, itself left out.
    private Map<String, Set<String>> references() throws SQLException {
        Map<String, Set<String>> references = new TreeMap<>();
        String query = """
                select format('%I.%I', n.nspname, c.relname),
                       format('%I.%I', fn.nspname, f.relname)
                from pg_constraint k
                join pg_class c on c.oid = k.conrelid
                join pg_namespace n on n.oid = c.relnamespace
                join pg_class f on f.oid = k.confrelid
                join pg_namespace fn on fn.oid = f.relnamespace
                where k.contype = 'f' and k.conrelid <> k.confrelid
                """;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                references
                        .computeIfAbsent(rows.getString(1), _ -> new TreeSet<>())
                        .add(rows.getString(2));
            }
        }
        return references;
    }
}
