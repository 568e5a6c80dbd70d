package tr.kentatlas.spatial.store.thematic;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.GrantedRows;
import tr.kentatlas.spatial.store.GrantedSql;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.WallReader;
import tr.kentatlas.spatial.store.sql.SqlFragment;

/** Reads what a thematic map is made of: how values are spread and how many features each class holds; the grant in SQL, always. */
public final class ClassStore {
    /** Fetched in portions. */
    private static final int MANY = Integer.MAX_VALUE;

    private final WallReader reader;

    public ClassStore(WallReader reader) {
        this.reader = reader;
    }

    /**
     * Refuses a value that cannot be computed, before anything is read.
     *
     * @throws tr.kentatlas.spatial.feature.cql2.FilterException naming what is wrong with it
     */
    public static void check(VisibleType type, Measure measure) {
        new ClassSql(type).number(measure);
    }

    /** Refuses a property that is not there or not granted. */
    public static void check(VisibleType type, Cql2.Property property) {
        new ClassSql(type).code(property);
    }

    /** The numbers of all features that answer a question. */
    public Distribution numbers(Edition edition, VisibleType type, FeatureQuery query, Measure measure) {
        return reader.read(spread(edition, type, query, new ClassSql(type).number(measure)), MANY, rows -> {
            Growing spread = new Growing();
            while (rows.next()) {
                double value = rows.getDouble(1);
                if (rows.wasNull()) spread.withoutValue = rows.getLong(2);
                else spread.add(value, rows.getLong(2));
            }
            return spread.whole();
        });
    }

    /** How often each code occurs, the most frequent first; the empty key counts features without one. */
    public Map<String, Long> codes(Edition edition, VisibleType type, FeatureQuery query, Cql2.Property property) {
        GrantedSql sql = spread(edition, type, query, new ClassSql(type).code(property));
        Map<String, Long> counts = new LinkedHashMap<>();
        return reader.read(sql.between("SELECT * FROM (", ") AS s(v, n) ORDER BY n DESC, v"), 1, rows -> {
            while (rows.next()) {
                String code = rows.getString(1);
                counts.merge(code == null ? "" : code, rows.getLong(2), Long::sum);
            }
            return counts;
        });
    }

    /**
     * Value and class of a feature.
     *
     * @param value a number or a code; null for none
     * @param number of its class; null for none
     */
    public record Classed(@Nullable Object value, @Nullable Integer number) {}

    /** Those of some features. */
    public Map<UUID, Classed> classed(Edition edition, VisibleType type, List<UUID> features, Classes classes) {
        return reader.read(MapViewSql.classed(edition, type, features, classes), features.size(), rows -> {
            Map<UUID, Classed> classed = new HashMap<>();
            while (rows.next())
                classed.put(rows.getObject(1, UUID.class), new Classed(rows.getObject(2), (Integer) rows.getObject(3)));
            return classed;
        });
    }

    private static GrantedSql spread(Edition edition, VisibleType type, FeatureQuery query, SqlFragment value) {
        return GrantedRows.of(edition, type, query)
                .select(value.between("", " AS v, count(*)"))
                .then(" GROUP BY 1 ORDER BY 1");
    }

    /** Two arrays that grow together. */
    private static final class Growing {
        private double[] values = new double[1024];
        private long[] counts = new long[1024];
        private int size;
        private long withoutValue;

        void add(double value, long count) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
                counts = Arrays.copyOf(counts, 2 * size);
            }
            values[size] = value;
            counts[size++] = count;
        }

        Distribution whole() {
            return new Distribution(Arrays.copyOf(values, size), Arrays.copyOf(counts, size), withoutValue);
        }
    }
}
