package tr.kentatlas.spatial.store.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.Model;

/** Compares the model with the working tables of a database: what is missing, what is foreign, what has another type. */
final class SchemaComparison {
    private static final String COLUMNS = """
            SELECT c.relname AS table_name, a.attname AS column_name, format_type(a.atttypid, a.atttypmod) AS column_type
              FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname = 'working' AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
             ORDER BY c.relname, a.attnum
            """;
    private static final Set<String> SYSTEM = Set.of("row_no", "change_set", "surum_bitis", "ended_by", "ended_how");
    private static final Set<String> NOT_FEATURES =
            Set.of("change_set", "change_step", "change_turn", "nesne", "nesne_soyu", "kod_listesi", "kod_degeri");

    private final Model model;
    private final int srid;
    private final Map<String, Map<String, String>> tables;

    SchemaComparison(Model model, int srid, JdbcClient jdbc) {
        this.model = model;
        this.srid = srid;
        this.tables = read(jdbc);
    }

    /** Types without a table. */
    List<FeatureType> missingTypes() {
        return model.types().stream()
                .filter(type -> !tables.containsKey(type.name()))
                .toList();
    }

    /** Attributes without a column, by type; types without a table are not repeated here. */
    Map<FeatureType, List<Attribute>> missingAttributes() {
        Map<FeatureType, List<Attribute>> missing = new LinkedHashMap<>();
        for (FeatureType type : model.types()) {
            Map<String, String> columns = tables.get(type.name());
            if (columns == null) continue;
            List<Attribute> absent = model.attributesOf(type).stream()
                    .filter(a -> !columns.containsKey(a.column()))
                    .toList();
            if (!absent.isEmpty()) missing.put(type, absent);
        }
        return missing;
    }

    /** Every difference as one sentence; empty when model and database agree. */
    List<String> differences() {
        List<String> found = new ArrayList<>();
        model.types().forEach(type -> {
            compare(type, type.name(), found);
            compare(type, type.name() + "_gecmis", found);
        });
        tables.keySet().stream()
                .filter(table -> !NOT_FEATURES.contains(table))
                .filter(table -> model.find(table.replaceFirst("_gecmis$", "")).isEmpty())
                .forEach(table -> found.add("table working." + table + " is not in the model"));
        return found;
    }

    private void compare(FeatureType type, String table, List<String> found) {
        Map<String, String> actual = new HashMap<>(tables.getOrDefault(table, Map.of()));
        if (actual.isEmpty()) {
            found.add("table working." + table + " is missing");
            return;
        }
        for (Column column : Column.of(model, type, srid)) {
            String have = actual.remove(column.name());
            if (have == null) {
                found.add("working." + table + "." + column.name() + " is missing");
            } else if (!have.equals(canonical(column.type()))) {
                found.add("working." + table + "." + column.name() + " is " + have + ", not " + column.type());
            }
        }
        actual.keySet().stream()
                .filter(name -> !SYSTEM.contains(name))
                .forEach(name -> found.add("working." + table + "." + name + " is not in the model"));
    }

    private static String canonical(String type) {
        return type.replace("timestamptz", "timestamp with time zone");
    }

    private static Map<String, Map<String, String>> read(JdbcClient jdbc) {
        Map<String, Map<String, String>> tables = new LinkedHashMap<>();
        jdbc.sql(COLUMNS).query(row -> {
            tables.computeIfAbsent(row.getString("table_name"), t -> new LinkedHashMap<>())
                    .put(row.getString("column_name"), row.getString("column_type"));
        });
        return tables;
    }
}
