package tr.kentatlas.spatial.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tr.kentatlas.spatial.Records.building;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.feature.FeatureId;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.feature.Page;
import tr.kentatlas.spatial.feature.cql2.Cql2Text;
import tr.kentatlas.spatial.feature.cql2.FilterException;
import tr.kentatlas.spatial.ingest.ListSource;
import tr.kentatlas.spatial.store.sql.OneTransaction;
import tr.kentatlas.spatial.store.sql.SqlFragment;

/** A filter that fails where a hidden row holds one value, and not where it holds another, would read it. */
class HiddenRowsTest {
    private static final int HIDDEN_FLOORS = 5;
    private static final UUID HIDDEN = FeatureId.of("test", "bina", "hidden");
    private static final PublishedCity CITY =
            PublishedCity.of(ListSource.of(building("shown", 0, 3), building("hidden", 20_000, HIDDEN_FLOORS)));
    private static final Grant.Area AROUND_THE_SHOWN = new Grant.Area(
            new GeometryFactory().toGeometry(new Envelope(32.9, 33.1, 39.7, 40.0)), Grant.AreaPolicy.WITHIN);
    private static final Grant.TypeGrant FLOORS = Grant.TypeGrant.of(Set.of("zeminUstuKatSayisi"));

    @Test
    void theGrantShowsOneOfTwo() {
        assertThat(count(FLOORS, "zeminUstuKatSayisi > 0")).isEqualTo(2);
        assertThat(count(FLOORS.in(AROUND_THE_SHOWN), "zeminUstuKatSayisi > 0")).isEqualTo(1);
    }

    @Test
    void theExtentIsThatOfWhatIsShown() {
        Envelope exact = JdbcClient.create(CITY.database())
                .sql("SELECT ST_XMin(b), ST_XMax(b), ST_YMin(b), ST_YMax(b) FROM (SELECT ST_Transform(geom, 4326) AS b"
                        + " FROM working.bina WHERE tucbs_no <> ?) AS shown")
                .param(HIDDEN)
                .query((row, n) -> new Envelope(row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)))
                .single();
        Reach reach = CITY.store().reach(CITY.edition(), type(FLOORS.in(AROUND_THE_SHOWN)));
        assertThat(reach.rows()).isEqualTo(1);
        Envelope told = Objects.requireNonNull(reach.extent());
        assertThat(told.contains(exact)).isTrue();
        exact.expandBy(3e-6);
        assertThat(exact.contains(told)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {HIDDEN_FLOORS - 1, HIDDEN_FLOORS, HIDDEN_FLOORS + 1})
    void aProductBeyondAllNumbersTellsNothingOfThem(int guessed) {
        String overflowing = "tucbsNo = '" + HIDDEN + "' AND 10^((zeminUstuKatSayisi - " + (guessed - 1) + ") * 300)"
                + " * 1E307".repeat(426) + " > 0";
        assertThatThrownBy(() -> count(FLOORS.in(AROUND_THE_SHOWN), overflowing))
                .isInstanceOf(FilterException.class)
                .hasMessageContaining("too-much-arithmetic");
    }

    @ParameterizedTest
    @ValueSource(strings = {" * 1E307", " / 1E-307", " + 1E307"})
    void nothingThatIsComputedOverAndOverEndsTheAnswer(String step) {
        assertThat(count(FLOORS, "zeminUstuKatSayisi" + step.repeat(100) + " < 0"))
                .isZero();
    }

    @Test
    void whatIsAskedBesideIsFoundByItsIndexAllTheSame() throws SQLException {
        Grant.TypeGrant around = FLOORS.in(AROUND_THE_SHOWN);
        String computed = " AND zeminUstuKatSayisi * 2 > 3";
        assertThat(plan(around, "tucbsNo = '00000000-0000-4000-8000-000000000001'" + computed))
                .contains("Index Cond: (tucbs_no = ");
        assertThat(plan(around, "S_INTERSECTS(geometri, BBOX(32.99, 39.8, 33.01, 40.0))" + computed))
                .containsPattern("Index Cond: .*geom && ");
    }

    private static long count(Grant.TypeGrant granted, String filter) {
        return CITY.store().count(CITY.edition(), type(granted), query(filter));
    }

    /** Where an index is taken if there is one that can be. */
    private static String plan(Grant.TypeGrant granted, String filter) throws SQLException {
        SqlFragment asked = GrantedRows.of(CITY.edition(), type(granted), query(filter))
                .select("sira")
                .fragment();
        try (Connection connection = CITY.database().getConnection();
                OneTransaction one = OneTransaction.on(connection)) {
            one.jdbc().sql("SET LOCAL enable_seqscan = off").update();
            return String.join(
                    "\n",
                    one.jdbc()
                            .sql("EXPLAIN " + asked.sql())
                            .params(asked.args())
                            .query((row, n) -> row.getString(1))
                            .list());
        }
    }

    private static VisibleType type(Grant.TypeGrant granted) {
        Grant partner = new Grant("partner", Grant.Audience.NAMED, Map.of("bina", granted));
        return VisibleType.find(CITY.edition(), partner, "bina").orElseThrow();
    }

    private static FeatureQuery query(String filter) {
        return FeatureQuery.of("bina", null, null, Map.of(), List.of(), List.of(), Crs.CRS84, Page.first(10))
                .where(Cql2Text.parse(filter), Crs.CRS84);
    }
}
