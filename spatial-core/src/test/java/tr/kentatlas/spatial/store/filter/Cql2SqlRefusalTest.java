package tr.kentatlas.spatial.store.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.feature.English;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.feature.cql2.Cql2Text;
import tr.kentatlas.spatial.feature.cql2.Place;
import tr.kentatlas.spatial.feature.cql2.SpatialOperator;
import tr.kentatlas.spatial.store.filter.PropertyColumns.Column;
import tr.kentatlas.spatial.store.sql.SqlFragment;

class Cql2SqlRefusalTest {
    private static final FilterCrs STORED = FilterCrs.everywhere(5254, Crs.Axis.EAST);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "text < 5|expected a text, but the value is a number",
                "integer = 'a'|expected a number, but the value is a text",
                "integer = text|expected a number, but \"text\" is a text",
                "integer LIKE 'a'|expected a text, but \"integer\" is a number",
                "uuid LIKE 'a%'|expected a text, but \"uuid\" is an identifier",
                "CASEI(integer) = 'a'|expected a text, but \"integer\" is a number",
                "text + 1 = 2|expected a number, but \"text\" is a text",
                "boolean < TRUE|< has no meaning for TRUE or FALSE; only = and <> have",
                "uuid > '123e4567-e89b-12d3-a456-426614174000'|> has no meaning for an identifier; only = and <> have",
                "uuid = 'abc'|expected an identifier such as 123e4567-e89b-12d3-a456-426614174000",
                "text = DATE('2026-01-01')|expected a text, but the value is a date",
                "date = TIMESTAMP('2026-01-01T00:00:00Z')|expected a date, but the value is a time",
                "date = '2026-01-01'|expected a date, but the value is a text",
                "integer|expected TRUE or FALSE, but \"integer\" is a number",
                "geometry = 1|expected a single value, but \"geometry\" is a geometry",
                "text_array = 'a'|expected a single value, but \"text_array\" is a list",
                "integer IN (1, 'a')|expected a number, but the value is a text",
                "integer BETWEEN 1 AND DATE('2026-01-01')|expected a number, but the value is a date",
                "S_INTERSECTS(text, POINT(1 2))|expected a geometry, but \"text\" is a text",
                "T_AFTER(text, DATE('2026-01-01'))|expected a date or time, but \"text\" is a text",
                "T_AFTER(INTERVAL(integer, '..'), DATE('2026-01-01'))|expected a date or time, but \"integer\" is a number",
                "T_AFTER(TIMESTAMP('2026-01-01T00:00:00Z'), integer)|expected a date or time, but \"integer\" is a number",
                "A_CONTAINS(text, ('a'))|expected a list, but \"text\" is a text",
                "A_CONTAINS(text_array, (1))|expected a text, but the value is a number",
                "A_CONTAINS(date_array, ('2026-01-01'))|expected a date, but the value is a text",
                "A_OVERLAPS(date_array, text_array)|expected a list, but \"text_array\" is a list",
                "A_EQUALS(text_array, uuid_array)|expected a list, but \"text_array\" is a list",
                "POINT(1 2) IS NULL|expected a property or a single value before IS NULL",
                "S_WITHIN(geometry, BBOX(1000,2,500,4))|the box's left side is right of its right side",
                "S_WITHIN(geometry, BBOX(1,5,2,4))|the box's lower corner is above its upper corner",
                "S_WITHIN(geometry, POLYGON((0 0, 2 2, 2 0, 0 2, 0 0)))"
                        + "|the geometry is not valid: Self-intersection near 1.0 1.0",
            })
    void whatDoesNotFitIsRefusedBeforeAnySql(String filter, String sentence) {
        var fault = catchThrowableOfType(FilterTypeException.class, () -> translate(filter));
        assertThat(fault).as(filter).isNotNull();
        assertThat(English.of(fault)).isEqualTo(sentence);
    }

    @Test
    void theFaultPointsAtTheProperty() {
        var fault = catchThrowableOfType(FilterTypeException.class, () -> translate("boolean AND text"));
        assertThat(fault.place()).isEqualTo(new Place.Position(13));
    }

    /** Neither the sentence nor the kind of fault may tell what a property would hold if it could be seen. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "gizli = 1",
                "gizli",
                "gizli LIKE 'a'",
                "gizli IS NULL",
                "gizli IN ('a')",
                "gizli BETWEEN 1 AND 2",
                "gizli + 1 = 2",
                "CASEI(gizli) = 'a'",
                "S_WITHIN(gizli, POINT(1 2))",
                "T_AFTER(gizli, DATE('2026-01-01'))",
                "T_AFTER(INTERVAL(gizli, '..'), DATE('2026-01-01'))",
                "A_CONTAINS(gizli, ('a'))",
                "A_CONTAINS(text_array, ('a', gizli))",
                "integer IN (1, gizli)",
            })
    void anUnseenPropertyIsOneThatDoesNotExist(String filter) {
        var fault = catchThrowableOfType(UnknownPropertyException.class, () -> translate(filter));
        assertThat(fault).as(filter).isNotNull();
        int position = filter.indexOf("gizli") + 1;
        assertThat(fault.place()).isEqualTo(new Place.Position(position));
        assertThat(English.of(fault)).isEqualTo("there is no property \"gizli\"");
        assertThat(fault.property()).isEqualTo("gizli");
    }

    @Test
    void aGeometryMayNotHaveTooManyPositions() {
        String positions = IntStream.range(0, 10_001).mapToObj(i -> i + " 1").collect(Collectors.joining(","));
        assertRefused(
                () -> translate("S_INTERSECTS(geometry, LINESTRING(" + positions + "))"),
                "a geometry may have at most 10000 positions");
    }

    @Test
    void aCoordinateThatIsNoNumberIsRefused() {
        var nowhere = new GeometryFactory().createPoint(new Coordinate(Double.NaN, 1));
        var filter = new Cql2.SpatialRelation(
                SpatialOperator.INTERSECTS, new Cql2.Property("geometry"), new Cql2.GeometryLiteral(nowhere));
        assertRefused(() -> sql().translate(filter), "a coordinate is not a finite number");
    }

    @Test
    void aPatternMayNotEndInTheMiddleOfAnEscape() {
        assertRefused(() -> sql().translate(like("a\\\\\\")), "a LIKE pattern cannot end in a single backslash");
        assertThat(sql().translate(like("a\\\\")).args()).containsExactly("a\\\\");
    }

    private static void assertRefused(ThrowingCallable work, String sentence) {
        assertThat(English.of(catchThrowableOfType(FilterTypeException.class, work)))
                .isEqualTo(sentence);
    }

    private static Cql2.Like like(String pattern) {
        return new Cql2.Like(new Cql2.Property("text"), new Cql2.CaseInsensitive(new Cql2.TextLiteral(pattern)));
    }

    private static SqlFragment translate(String filter) {
        return sql().translate(Cql2Text.parse(filter));
    }

    private static Cql2Sql sql() {
        return new Cql2Sql(Cql2SqlRefusalTest::find, STORED, 5254);
    }

    /** Each type's own name in small letters is a property of that type. */
    private static Optional<Column> find(String property) {
        return Arrays.stream(ColumnType.values())
                .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(property))
                .map(type -> new Column("x", type))
                .findFirst();
    }
}
