package tr.kentatlas.spatial.delivery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tr.kentatlas.spatial.feature.Sha256;
import tr.kentatlas.spatial.store.GrantedSql;
import tr.kentatlas.spatial.store.PublishedTable.Wall;
import tr.kentatlas.spatial.store.sql.WrittenSql;

/**
 * The views another map server reads as {@code kent_acik}: one schema per release. They read with the rights of whoever reads them, so
 * that the public wall stands behind each.
 */
public final class MapViews {
    private static final String PREFIX = "acik_harita_";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final JdbcClient jdbc;
    private final TransactionTemplate together;

    public MapViews(DataSource owner) {
        this.jdbc = JdbcClient.create(owner);
        this.together = new TransactionTemplate(new JdbcTransactionManager(owner));
    }

    /** A view and the rows it will show. */
    public record View(String name, GrantedSql select) {
        public View {
            checked(name);
        }

        /** Equal for views that show the same. */
        public String hash() {
            return Sha256.hex(WrittenSql.of(select.fragment()));
        }
    }

    /** What a view shows: how many rows, and their box in the storage CRS; empty when none has a place. */
    public record Content(long rows, Optional<Envelope> box) {}

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) throw new IllegalArgumentException("'" + name + "' names no view");
        return name;
    }

    public static String schema(long release) {
        return PREFIX + release;
    }

    /** The views of a release that are there, by name, with the hash they were made by. */
    public Map<String, String> present(long release) {
        Map<String, String> views = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT c.relname, coalesce(obj_description(c.oid, 'pg_class'), '')
                  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE n.nspname = ? AND c.relkind = 'v' ORDER BY 1
                """).param(schema(release)).query(row -> {
            views.put(row.getString(1), row.getString(2));
        });
        return views;
    }

    /** The releases that have views. */
    public List<Long> releases() {
        return jdbc.sql(
                        "SELECT substr(nspname, ?)::bigint FROM pg_namespace WHERE nspname ~ '^acik_harita_[0-9]{1,18}$' ORDER BY 1")
                .param(PREFIX.length() + 1)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** Makes a view or replaces one of that name, in one transaction. */
    public void make(long release, View view) {
        String name = schema(release) + "." + view.name();
        together.executeWithoutResult(transaction -> {
            run("SET LOCAL standard_conforming_strings = on");
            run("CREATE SCHEMA IF NOT EXISTS " + schema(release));
            run("GRANT USAGE ON SCHEMA " + schema(release) + " TO " + Wall.ACIK.role());
            run("DROP VIEW IF EXISTS " + name);
            run("CREATE VIEW " + name + " WITH (security_invoker = true) AS "
                    + WrittenSql.of(view.select().fragment()));
            run("COMMENT ON VIEW " + name + " IS '" + view.hash() + "'");
            run("GRANT SELECT ON " + name + " TO " + Wall.ACIK.role());
        });
    }

    public void remove(long release, String name) {
        run("DROP VIEW IF EXISTS " + schema(release) + "." + checked(name));
    }

    /** Removes all views of a release. */
    public void drop(long release) {
        run("DROP SCHEMA IF EXISTS " + schema(release) + " CASCADE");
    }

    /** Counts and measures what a view shows. */
    public Content content(GrantedSql select) {
        String sql = "SELECT n, ST_XMin(e), ST_XMax(e), ST_YMin(e), ST_YMax(e) FROM (SELECT count(*) AS n,"
                + " ST_Extent(geom) AS e FROM (" + WrittenSql.of(select.fragment()) + ") AS shown) AS measured";
        return jdbc.sql(sql)
                .query((row, n) -> {
                    double west = row.getDouble(2);
                    Optional<Envelope> box = row.wasNull()
                            ? Optional.empty()
                            : Optional.of(new Envelope(west, row.getDouble(3), row.getDouble(4), row.getDouble(5)));
                    return new Content(row.getLong(1), box);
                })
                .single();
    }

    private void run(String sql) {
        jdbc.sql(sql).update();
    }
}
