package tr.kentatlas.spatial.store.edit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;
import tr.kentatlas.spatial.model.FeatureGeometry;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.store.sql.OneTransaction;

/**
 * Changes single objects of the working data, one transaction and one change set per call unless the caller has one of their own. The
 * database's triggers make versions and history; a write that starts from an older version is refused with what is known now.
 */
public final class WorkingEdits {
    private final Transactions transactions;
    private final Model model;
    private final int srid;

    /** @param desk connects as {@code kent_desk} or stronger */
    public WorkingEdits(DataSource desk, Model model, int srid) {
        this(ownOf(desk), model, srid);
    }

    private WorkingEdits(Transactions transactions, Model model, int srid) {
        this.transactions = transactions;
        this.model = model;
        this.srid = srid;
    }

    /** The same changes as a part of the caller's transaction, who commits it, or rolls it back when one is refused. */
    public WorkingEdits within(JdbcClient transaction) {
        return new WorkingEdits((editor, edit) -> named(transaction, editor, edit), model, srid);
    }

    /** A new object; its geometry comes in the storage CRS. */
    public EditResult insert(FeatureRecord entry, Editor editor) {
        return transactions.run(editor, jdbc -> {
            insert(jdbc, entry);
            return new EditResult.Done(Objects.requireNonNull(entry.id()), 1);
        });
    }

    /** Changes the columns the record gives, and the geometry if it has one. */
    public EditResult edit(ObjectVersion seen, FeatureRecord change, Editor editor) {
        return transactions.run(editor, jdbc -> {
            Map<String, @Nullable Object> current = lock(jdbc, seen);
            if (isStale(seen, current)) return stale(seen, current);
            Assignments set = assignments(change);
            if (set.isEmpty()) throw new IllegalArgumentException("nothing to change in " + seen);
            jdbc.sql("UPDATE working." + type(seen.type()).name() + " SET " + set.pairs() + " WHERE row_no = ?")
                    .params(set.valuesAnd(current.get("row_no")))
                    .update();
            return new EditResult.Done(
                    seen.id(), (Integer) Objects.requireNonNull(lock(jdbc, seen).get("surum_no")));
        });
    }

    /** Ends an object; its history and its number stay. */
    public EditResult retire(ObjectVersion seen, Editor editor) {
        return transactions.run(editor, jdbc -> {
            Map<String, @Nullable Object> current = lock(jdbc, seen);
            if (isStale(seen, current)) return stale(seen, current);
            delete(jdbc, seen, current);
            return new EditResult.Done(seen.id(), seen.version());
        });
    }

    /** One object becomes several; the old number is retired, lineage tells where it went. */
    public EditResult split(ObjectVersion seen, List<FeatureRecord> parts, Editor editor) {
        return replace(List.of(seen), parts, "split", editor);
    }

    /** Several objects become one. */
    public EditResult merge(List<ObjectVersion> seen, FeatureRecord whole, Editor editor) {
        return replace(seen, List.of(whole), "merge", editor);
    }

    private EditResult replace(List<ObjectVersion> old, List<FeatureRecord> fresh, String how, Editor editor) {
        return transactions.run(editor, jdbc -> {
            for (ObjectVersion seen : old) {
                Map<String, @Nullable Object> current = lock(jdbc, seen);
                if (isStale(seen, current)) return stale(seen, current);
                delete(jdbc, seen, current);
            }
            fresh.forEach(entry -> insert(jdbc, entry));
            old.forEach(seen ->
                    fresh.forEach(entry -> jdbc.sql("INSERT INTO working.nesne_soyu (eski, yeni, tur) VALUES (?, ?, ?)")
                            .params(seen.id(), Objects.requireNonNull(entry.id()), how)
                            .update()));
            return new EditResult.Done(Objects.requireNonNull(fresh.get(0).id()), 1);
        });
    }

    private void insert(JdbcClient jdbc, FeatureRecord entry) {
        UUID id = Objects.requireNonNull(entry.id(), "a new object has its number");
        Assignments set = assignments(entry);
        jdbc.sql("INSERT INTO working." + type(entry.type()).name() + " (" + set.columns() + ", tucbs_no) VALUES ("
                        + set.placeholders() + ", ?)")
                .params(set.valuesAnd(id))
                .update();
    }

    private void delete(JdbcClient jdbc, ObjectVersion seen, Map<String, @Nullable Object> current) {
        jdbc.sql("DELETE FROM working." + type(seen.type()).name() + " WHERE row_no = ?")
                .param(current.get("row_no"))
                .update();
    }

    /** The row as it is now, held until the transaction ends; empty when it is gone. */
    private Map<String, @Nullable Object> lock(JdbcClient jdbc, ObjectVersion seen) {
        FeatureType type = type(seen.type());
        String columns =
                model.attributesOf(type).stream().map(Attribute::column).collect(Collectors.joining(", "));
        return jdbc
                .sql("SELECT row_no, " + columns + " FROM working." + type.name()
                        + " WHERE tucbs_no = ? AND gecerlilik_baslangic IS NOT DISTINCT FROM ?::timestamptz FOR UPDATE")
                .param(seen.id())
                .param(seen.validFrom())
                .query()
                .listOfRows()
                .stream()
                .findFirst()
                .orElseGet(Map::of);
    }

    private static boolean isStale(ObjectVersion seen, Map<String, @Nullable Object> current) {
        return !Integer.valueOf(seen.version()).equals(current.get("surum_no"));
    }

    private static EditResult stale(ObjectVersion seen, Map<String, @Nullable Object> current) {
        Map<String, @Nullable Object> known = new LinkedHashMap<>(current);
        known.remove("row_no");
        return new EditResult.Stale(seen, known);
    }

    private FeatureType type(String name) {
        return model.get(name);
    }

    /** Only columns of the model, so no name from outside reaches the SQL. */
    private Assignments assignments(FeatureRecord entry) {
        Assignments set = new Assignments();
        FeatureType type = type(entry.type());
        for (Attribute attribute : model.attributesOf(type)) {
            if (!entry.values().containsKey(attribute.column())) continue;
            Object value = entry.values().get(attribute.column());
            set.add(attribute.column(), placeholder(attribute), value instanceof Geometry g ? wkb(g) : value);
        }
        Geometry geometry = entry.geometry();
        if (geometry != null) set.add(FeatureGeometry.COLUMN, "ST_GeomFromWKB(?, " + srid + ")", wkb(geometry));
        return set;
    }

    private String placeholder(Attribute attribute) {
        if (attribute.type() == AttributeType.GEOMETRY) return "ST_GeomFromWKB(?, " + srid + ")";
        return "?::" + attribute.type().sqlName() + (attribute.isMany() ? "[]" : "");
    }

    private static byte[] wkb(Geometry geometry) {
        return new WKBWriter().write(geometry);
    }

    private static Transactions ownOf(DataSource desk) {
        return (editor, edit) -> {
            try (Connection connection = desk.getConnection();
                    OneTransaction transaction = OneTransaction.on(connection)) {
                EditResult result = named(transaction.jdbc(), editor, edit);
                if (result instanceof EditResult.Done) transaction.commit();
                return result;
            } catch (SQLException e) {
                throw new EditFailed(e);
            }
        };
    }

    private static EditResult named(JdbcClient jdbc, Editor editor, Edit edit) {
        jdbc.sql("SELECT set_config('kent.actor', ?, true), set_config('kent.reason', ?, true)")
                .params(editor.name(), editor.reason())
                .query()
                .singleRow();
        return edit.on(jdbc);
    }

    /** The transaction an edit takes place in. */
    @FunctionalInterface
    private interface Transactions {
        EditResult run(Editor editor, Edit edit);
    }

    /** What happens inside the transaction. */
    @FunctionalInterface
    private interface Edit {
        EditResult on(JdbcClient jdbc);
    }

    /** Columns, their placeholders and values, in one order. */
    private static final class Assignments {
        private final List<String> columns = new ArrayList<>();
        private final List<String> placeholders = new ArrayList<>();
        private final List<@Nullable Object> values = new ArrayList<>();

        void add(String column, String placeholder, @Nullable Object value) {
            columns.add(column);
            placeholders.add(placeholder);
            values.add(value instanceof List<?> many ? texts(many) : value);
        }

        /** The driver takes arrays of text; the placeholder's cast makes them what the column holds. */
        private static String[] texts(List<?> values) {
            return values.stream().map(String::valueOf).toArray(String[]::new);
        }

        boolean isEmpty() {
            return columns.isEmpty();
        }

        String columns() {
            return String.join(", ", columns);
        }

        String placeholders() {
            return String.join(", ", placeholders);
        }

        String pairs() {
            List<String> pairs = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) pairs.add(columns.get(i) + " = " + placeholders.get(i));
            return String.join(", ", pairs);
        }

        List<@Nullable Object> valuesAnd(@Nullable Object last) {
            List<@Nullable Object> all = new ArrayList<>(values);
            all.add(last);
            return all;
        }
    }
}
