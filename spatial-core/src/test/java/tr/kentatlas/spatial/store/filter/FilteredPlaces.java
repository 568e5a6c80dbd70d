package tr.kentatlas.spatial.store.filter;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.feature.cql2.Cql2Text;
import tr.kentatlas.spatial.store.filter.PropertyColumns.Column;
import tr.kentatlas.spatial.store.sql.SqlFragment;

/** A small table with a column of every type, and the filters that select from it. */
final class FilteredPlaces {
    static final int STORAGE = 5254;
    static final FilterCrs CRS84 = FilterCrs.everywhere(4326, Crs.Axis.EAST);
    static final FilterCrs STORED = FilterCrs.everywhere(STORAGE, Crs.Axis.EAST);
    static final Map<String, Column> COLUMNS = Map.ofEntries(
            column("no", "no", ColumnType.INTEGER),
            column("ad", "ad", ColumnType.TEXT),
            column("kat", "kat", ColumnType.INTEGER),
            column("nüfus", "nufus", ColumnType.LONG),
            column("alan", "alan", ColumnType.DECIMAL),
            column("asansör", "asansor", ColumnType.BOOLEAN),
            column("yapım", "yapim", ColumnType.DATE),
            column("bitiş", "bitis", ColumnType.DATE),
            column("kayıt", "kayit", ColumnType.INSTANT),
            column("kimlik", "kimlik", ColumnType.UUID),
            column("etiket", "etiket", ColumnType.TEXT_ARRAY),
            column("üye", "uye", ColumnType.UUID_ARRAY),
            column("geom", "geom", ColumnType.GEOMETRY));

    static final JdbcClient JDBC = JdbcClient.create(connected());

    private static Map.Entry<String, Column> column(String property, String sqlName, ColumnType type) {
        return Map.entry(property, new Column("y.\"" + sqlName + "\"", type));
    }

    static {
        fill();
    }

    private FilteredPlaces() {}

    private static SingleConnectionDataSource connected() {
        try {
            return new SingleConnectionDataSource(TestCity.empty().getConnection(), true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Squares of 10 m along the meridian 30° E, 100 m apart; the last place has only its number. */
    private static void fill() {
        JDBC.sql("""
                CREATE TABLE yer (no int PRIMARY KEY, ad text, kat int, nufus bigint, alan double precision, asansor boolean,
                    yapim date, bitis date, kayit timestamptz, kimlik uuid, etiket text[], uye uuid[], geom geometry(Geometry, 5254))
                """).update();
        JDBC.sql("""
                INSERT INTO yer VALUES
                (1, 'IĞDIR', 1, 5000000000, 10.5, true, '2020-01-01', '2020-12-31', '2026-01-01T00:00:00+03:00',
                 '00000000-0000-0000-0000-000000000001', '{a,b}', '{00000000-0000-0000-0000-000000000001}',
                 ST_MakeEnvelope(500000, 4400000, 500010, 4400010, 5254)),
                (2, 'ığdır', 5, 7, 20, false, '2020-06-01', '2020-06-30', '2026-01-01T12:30:00Z',
                 '00000000-0000-0000-0000-000000000002', '{b}', '{00000000-0000-0000-0000-000000000002}',
                 ST_MakeEnvelope(500000, 4400100, 500010, 4400110, 5254)),
                (3, '50%_\\ O''Neill', 10, -1, 0.1, true, '2021-01-01', NULL, '2026-01-02T00:00:00+03:00',
                 '00000000-0000-0000-0000-000000000003', '{}', '{}',
                 ST_MakeEnvelope(500000, 4400200, 500010, 4400210, 5254)),
                (4, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)
                """).update();
        JDBC.sql("CREATE INDEX yer_geom ON yer USING gist (geom)").update();
    }

    static SqlFragment translate(String filter, FilterCrs crs) {
        return translate(Cql2Text.parse(filter), crs);
    }

    static SqlFragment translate(Cql2.Predicate filter, FilterCrs crs) {
        return new Cql2Sql(name -> Optional.ofNullable(COLUMNS.get(name)), crs, STORAGE).translate(filter);
    }

    static List<@Nullable Integer> select(String filter, FilterCrs crs) {
        SqlFragment sql = translate(filter, crs);
        return JDBC.sql("SELECT no FROM yer y WHERE " + sql.sql() + " ORDER BY no")
                .params(sql.args())
                .query(Integer.class)
                .list();
    }

    static List<Integer> numbers(@Nullable String text) {
        return text == null
                ? List.of()
                : List.of(text.split(" ", -1)).stream().map(Integer::valueOf).toList();
    }
}
