package tr.kentatlas.spatial.store.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static tr.kentatlas.spatial.store.filter.FilteredPlaces.CRS84;
import static tr.kentatlas.spatial.store.filter.FilteredPlaces.JDBC;
import static tr.kentatlas.spatial.store.filter.FilteredPlaces.STORED;
import static tr.kentatlas.spatial.store.filter.FilteredPlaces.numbers;
import static tr.kentatlas.spatial.store.filter.FilteredPlaces.select;
import static tr.kentatlas.spatial.store.filter.FilteredPlaces.translate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.store.sql.SqlFragment;

class Cql2SqlSpatialTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "S_INTERSECTS(geom, POINT(500005 4400005))|1",
                "S_INTERSECTS(BBOX(500005, 4400005, 500005, 4400105), geom)|1 2",
                "S_INTERSECTS(geom, BBOX(500005,4400005,0, 500006,4400006,99))|1",
                "S_DISJOINT(geom, POINT(500005 4400005))|2 3",
                "S_WITHIN(geom, BBOX(499999, 4400000, 500011, 4400110))|1 2",
                "S_CONTAINS(geom, POINT Z (500005 4400105 7))|2",
                "S_CONTAINS(BBOX(499999, 4400000, 500011, 4400110), geom)|1 2",
                "S_TOUCHES(geom, LINESTRING(500010 4400005, 500020 4400005))|1",
                "S_CROSSES(LINESTRING(499990 4400005, 500020 4400005), geom)|1",
                "S_OVERLAPS(geom, BBOX(500005, 4399990, 500020, 4400020))|1",
                "S_EQUALS(geom, POLYGON((500000 4400000, 500010 4400000, 500010 4400010, 500000 4400010, 500000 4400000)))|1",
                "S_EQUALS(geom, geom)|1 2 3",
                "S_INTERSECTS(geom, MULTIPOINT(500005 4400005, 500005 4400205))|1 3",
                "S_INTERSECTS(geom, GEOMETRYCOLLECTION(POINT(500005 4400005), LINESTRING(0 0, 500005 4400105)))|1 2",
                "S_DISJOINT(geom, GEOMETRYCOLLECTION(POINT(500005 4400005), LINESTRING(0 0, 500005 4400105)))|3",
                "S_WITHIN(geom, GEOMETRYCOLLECTION(POINT(0 0), POLYGON((0 0, 600000 0, 600000 4400050, 0 4400050, 0 0))))|1",
                "S_TOUCHES(geom, GEOMETRYCOLLECTION(POINT(500000 4400005), POINT(0 0)))|1",
                "S_OVERLAPS(geom, GEOMETRYCOLLECTION(POINT(0 0), POINT(1 1)))|",
                "S_CROSSES(geom, GEOMETRYCOLLECTION(POINT(0 0), POINT(1 1)))|",
                "S_EQUALS(geom, GEOMETRYCOLLECTION(POINT(0 0), POINT(1 1)))|",
                "S_CONTAINS(geom, GEOMETRYCOLLECTION(POINT(500005 4400005), POINT(500006 4400006)))|1",
            })
    void placesSelect(String filter, @Nullable String expected) {
        assertThat(select(filter, STORED)).as(filter).isEqualTo(numbers(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "S_INTERSECTS(geom, BBOX(29.9, 39, 30.1, 40))|1 2 3",
                "S_INTERSECTS(geom, BBOX(30.1, 39, 30.2, 40))|",
                // From 180° through the antimeridian to 10° E, and the other way round the globe.
                "S_INTERSECTS(geom, BBOX(170, -80, 10, 80))|",
                "S_INTERSECTS(geom, BBOX(20, -80, 10, 80))|1 2 3",
            })
    void degreesSelectInMetres(String filter, @Nullable String expected) {
        FilterCrs city = new FilterCrs(4326, Crs.Axis.EAST, new Envelope(20, 40, 30, 45));
        assertThat(select(filter, city)).as(filter).isEqualTo(numbers(expected));
    }

    @Test
    void northingFirstSwapsGeometriesAndBoxes() {
        FilterCrs latLon = FilterCrs.everywhere(4326, Crs.Axis.NORTH);
        assertThat(select("S_INTERSECTS(geom, BBOX(39, 29.9, 40, 30.1))", latLon))
                .containsExactly(1, 2, 3);
        assertThat(select("S_INTERSECTS(geom, POLYGON((39 29.9, 40 29.9, 40 30.1, 39 30.1, 39 29.9)))", latLon))
                .containsExactly(1, 2, 3);
        assertThat(select("S_INTERSECTS(geom, BBOX(29.9, 39, 30.1, 40))", latLon))
                .isEmpty();
    }

    @Test
    void theWholeWorldIsCutToWhatTheStorageCrsCanHold() {
        FilterCrs city = new FilterCrs(4326, Crs.Axis.EAST, new Envelope(20, 40, 30, 45));
        assertThat(select("S_INTERSECTS(geom, BBOX(-180, -90, 180, 90))", city)).containsExactly(1, 2, 3);
        assertThat(select("S_WITHIN(geom, POLYGON((-180 -90, 180 -90, 180 90, -180 90, -180 -90)))", city))
                .containsExactly(1, 2, 3);
        assertThat(select("S_DISJOINT(geom, POINT(-100 0))", city)).containsExactly(1, 2, 3);
        assertThat(select("S_INTERSECTS(geom, GEOMETRYCOLLECTION(POINT(200 95), LINESTRING(30 0, 30 90)))", city))
                .containsExactly(1, 2, 3);
    }

    /** Along a parallel the straight line in degrees is a curve in metres, 20 m off in the middle of 36 km. */
    @Test
    void longEdgesStayWhereTheyAre() {
        double south = latitudeOf("ST_SetSRID(ST_MakePoint(500005, 4400050), 5254)");
        String filter = "S_INTERSECTS(geom, BBOX(29.79, " + south + ", 30.21, 40))";
        assertThat(select(filter, CRS84)).containsExactly(2, 3);
    }

    private static double latitudeOf(String point) {
        return JDBC.sql("SELECT ST_Y(ST_Transform(" + point + ", 4326))")
                .query(Double.class)
                .single();
    }

    @Test
    void theSpatialIndexIsUsed() {
        SqlFragment sql = translate("S_INTERSECTS(geom, BBOX(29.9, 39, 30.1, 40))", CRS84);
        JDBC.sql(
                        "INSERT INTO yer (no, geom) SELECT -g, ST_SetSRID(ST_MakePoint(g, g), 5254) FROM generate_series(1, 5000) g")
                .update();
        JDBC.sql("ANALYZE yer").update();
        var plan = JDBC.sql("EXPLAIN SELECT no FROM yer y WHERE " + sql.sql())
                .params(sql.args())
                .query(String.class)
                .list();
        JDBC.sql("DELETE FROM yer WHERE no < 0").update();
        assertThat(String.join("\n", plan)).contains("yer_geom");
    }
}
