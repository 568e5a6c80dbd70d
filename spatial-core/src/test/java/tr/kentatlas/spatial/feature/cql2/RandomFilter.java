package tr.kentatlas.spatial.feature.cql2;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Grows random filters of every kind of node; the same seed grows the same ones. */
public final class RandomFilter {
    private static final List<String> NAMES = List.of("a", "kat", "şehir_adı", "in", "two words", "q\"q", "ın", "x.y");
    private static final List<String> TEXTS =
            List.of("", "a", "O'Neill", "%x\\_y", "back\\'slash", "''", "İĞDIR 😀", "DATE('2026-01-01')", "a\\b\\\\c");
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Random random;
    private final List<String> names;

    RandomFilter(long seed) {
        this(seed, NAMES);
    }

    public RandomFilter(long seed, List<String> names) {
        this.random = new Random(seed);
        this.names = names;
    }

    public Cql2.Predicate predicate(int depth) {
        return switch (random.nextInt(depth > 0 ? 13 : 10)) {
            case 0 -> new Cql2.Comparison(one(ComparisonOperator.values()), scalar(depth), scalar(depth));
            case 1 -> new Cql2.Like(text(depth, property()), text(depth, literal()));
            case 2 -> new Cql2.Between(scalar(depth), scalar(depth), scalar(depth));
            case 3 -> new Cql2.In(scalar(depth), some(1, () -> scalar(depth)));
            case 4 -> new Cql2.IsNull(scalar(depth));
            case 5 -> new Cql2.SpatialRelation(one(SpatialOperator.values()), spatial(), spatial());
            case 6 -> new Cql2.TemporalRelation(one(TemporalOperator.values()), temporal(), temporal());
            case 7 -> new Cql2.ArrayRelation(one(ArrayOperator.values()), array(depth), array(depth));
            case 8 -> property();
            case 9 -> new Cql2.BooleanLiteral(random.nextBoolean());
            case 10 -> new Cql2.And(some(2, () -> predicate(depth - 1)));
            case 11 -> new Cql2.Or(some(2, () -> predicate(depth - 1)));
            default -> new Cql2.Not(predicate(depth - 1));
        };
    }

    private Cql2.Scalar scalar(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> literal();
            case 1 -> number();
            case 2 -> new Cql2.BooleanLiteral(random.nextBoolean());
            case 3 -> day();
            case 4 -> time();
            case 5 -> property();
            case 6 -> text(depth, literal());
            default -> new Cql2.Arithmetic(one(ArithmeticOperator.values()), numeric(depth - 1), numeric(depth - 1));
        };
    }

    private Cql2.Scalar numeric(int depth) {
        return switch (random.nextInt(depth > 0 ? 3 : 2)) {
            case 0 -> number();
            case 1 -> property();
            default -> new Cql2.Arithmetic(one(ArithmeticOperator.values()), numeric(depth - 1), numeric(depth - 1));
        };
    }

    private Cql2.Scalar text(int depth, Cql2.Scalar inner) {
        return switch (random.nextInt(depth > 0 ? 3 : 1)) {
            case 1 -> new Cql2.CaseInsensitive(text(depth - 1, inner));
            case 2 -> new Cql2.AccentInsensitive(text(depth - 1, inner));
            default -> inner;
        };
    }

    private Cql2.Temporal temporal() {
        return switch (random.nextInt(4)) {
            case 0 -> day();
            case 1 -> time();
            case 2 -> property();
            default -> interval();
        };
    }

    private Cql2.Interval interval() {
        LocalDate day = day().value();
        Stream<Cql2.Bound> starts = Stream.of(new Cql2.Unbounded(), property(), new Cql2.DateLiteral(day));
        Stream<Cql2.Bound> ends = Stream.of(new Cql2.Unbounded(), property(), new Cql2.DateLiteral(day.plusDays(9)));
        return new Cql2.Interval(
                starts.toList().get(random.nextInt(3)), ends.toList().get(random.nextInt(3)));
    }

    private Cql2.ArrayValue array(int depth) {
        return random.nextInt(3) == 0 ? property() : new Cql2.ArrayLiteral(some(0, () -> scalar(depth - 1)));
    }

    private Cql2.Spatial spatial() {
        return switch (random.nextInt(4)) {
            case 0 -> property();
            case 1 ->
                new Cql2.BboxLiteral(Stream.generate(random::nextGaussian)
                        .limit(random.nextBoolean() ? 4 : 6)
                        .toList());
            default -> new Cql2.GeometryLiteral(geometry());
        };
    }

    private Geometry geometry() {
        boolean high = random.nextBoolean();
        return switch (random.nextInt(7)) {
            case 0 -> FACTORY.createPoint(position(high));
            case 1 -> FACTORY.createLineString(line(high));
            case 2 -> FACTORY.createPolygon(ring(high));
            case 3 -> FACTORY.createMultiPointFromCoords(line(high));
            case 4 -> FACTORY.createMultiLineString(new LineString[] {FACTORY.createLineString(line(high))});
            case 5 -> FACTORY.createMultiPolygon(new Polygon[] {FACTORY.createPolygon(ring(high)), withHole(high)});
            default ->
                FACTORY.createGeometryCollection(
                        new Geometry[] {FACTORY.createPoint(position(high)), FACTORY.createLineString(line(high))});
        };
    }

    private Polygon withHole(boolean high) {
        return FACTORY.createPolygon(
                FACTORY.createLinearRing(ring(high)), new LinearRing[] {FACTORY.createLinearRing(ring(high))});
    }

    private Coordinate[] line(boolean high) {
        return some(2, () -> position(high)).toArray(Coordinate[]::new);
    }

    private Coordinate[] ring(boolean high) {
        Coordinate[] ring = {position(high), position(high), position(high), null};
        ring[3] = ring[0].copy();
        return ring;
    }

    private Coordinate position(boolean high) {
        double x = random.nextGaussian() * 1e5;
        double y = random.nextInt(180) - 90;
        return high ? new Coordinate(x, y, random.nextGaussian()) : new Coordinate(x, y);
    }

    private Cql2.Property property() {
        return new Cql2.Property(one(names));
    }

    private Cql2.TextLiteral literal() {
        return new Cql2.TextLiteral(one(TEXTS));
    }

    private Cql2.NumberLiteral number() {
        return new Cql2.NumberLiteral(BigDecimal.valueOf(random.nextInt(2_000_001) - 1_000_000, random.nextInt(-3, 9)));
    }

    private Cql2.DateLiteral day() {
        return new Cql2.DateLiteral(LocalDate.of(1900, 1, 1).plusDays(random.nextInt(73_000)));
    }

    private Cql2.TimestampLiteral time() {
        return new Cql2.TimestampLiteral(Instant.EPOCH
                .plus(random.nextInt(2_000_000_000), ChronoUnit.SECONDS)
                .plus(random.nextInt(2) * 1_250L, ChronoUnit.MICROS));
    }

    private <T> List<T> some(int least, Supplier<T> member) {
        return Stream.generate(member).limit(least + random.nextInt(3)).toList();
    }

    @SafeVarargs
    private <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
