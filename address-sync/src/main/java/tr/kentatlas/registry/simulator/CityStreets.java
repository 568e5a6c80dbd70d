package tr.kentatlas.registry.simulator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import tr.kentatlas.registry.port.RegisteredSide;
import tr.kentatlas.registry.port.RegisteredStreet;
import tr.kentatlas.registry.port.Revision;
import tr.kentatlas.registry.port.Side;
import tr.kentatlas.registry.simulator.RegistryBook.BookedRoad;
import tr.kentatlas.spatial.address.TurkishText;

/** The roads of a city as the registry has them: one street for each neighbourhood a road runs through. */
final class CityStreets {
    private final CityRows city;
    private final RegistryBook book;
    private final Map<UUID, Long> neighbourhoods;
    private final Map<UUID, Long> sideCodes = new HashMap<>();
    private final Map<UUID, Long> lines = new HashMap<>();
    private final Map<Long, LineString> shapes = new HashMap<>();
    private final Map<UUID, CityRoad> roads = new LinkedHashMap<>();

    CityStreets(CityRows city, RegistryBook book, Map<UUID, Long> neighbourhoods) {
        this.city = city;
        this.book = book;
        this.neighbourhoods = neighbourhoods;
    }

    private record CityRoad(long code, String name, String kind, Map<Long, Long> streets, List<RegisteredSide> sides) {}

    void sow() {
        city.each(
                "SELECT y.tucbs_no, y.orta_hat, y.taraf, y.mahalle, y.tanitim_kodu, y.uavt_kodu, r.tucbs_no AS yol, r.ad, r.tip, r.uavt_kod, "
                        + "ST_AsBinary(ST_Transform(h.geom, 4326)) AS shape "
                        + "FROM working.yol_orta_hat_yon y JOIN working.yol_orta_hat h ON h.tucbs_no = y.orta_hat "
                        + "JOIN working.yol r ON r.tucbs_no = h.yol WHERE y.gecerlilik_bitis IS NULL AND h.gecerlilik_bitis IS NULL "
                        + "AND r.gecerlilik_bitis IS NULL AND r.ad IS NOT NULL ORDER BY r.tucbs_no, y.tucbs_no",
                row -> {
                    Long neighbourhood = neighbourhoods.get(row.getObject("mahalle", UUID.class));
                    if (neighbourhood != null) {
                        side(row, neighbourhood);
                    }
                });
        roads.values().forEach(this::write);
    }

    private void side(ResultSet row, long neighbourhood) throws SQLException {
        UUID id = row.getObject("yol", UUID.class);
        CityRoad road = roads.get(id);
        if (road == null) {
            road = road(row, id);
            roads.put(id, road);
        }
        long given = row.getLong("uavt_kodu");
        long street = road.streets.computeIfAbsent(
                neighbourhood, n -> given == 0 ? book.codes().street() : given);
        long code = book.codes().nineDigits();
        sideCodes.put(row.getObject("tucbs_no", UUID.class), code);
        long line = lines.computeIfAbsent(
                row.getObject("orta_hat", UUID.class), l -> book.codes().nineDigits());
        LineString shape = CityRows.shape(row, LineString.class);
        if (shape != null) {
            shapes.put(line, shape);
        }
        Side side = "sol".equals(row.getString("taraf")) ? Side.LEFT : Side.RIGHT;
        String fixed = Optional.ofNullable(row.getString("tanitim_kodu")).orElse("0");
        road.sides.add(new RegisteredSide(code, line, side, neighbourhood, street, fixed));
    }

    private CityRoad road(ResultSet row, UUID id) throws SQLException {
        long given = row.getLong("uavt_kod");
        String name = TurkishText.upper(row.getString("ad"));
        boolean renamed = Difference.of(id) == Difference.OTHER_NAME;
        return new CityRoad(
                given == 0 ? book.codes().nineDigits() : given,
                renamed ? "YENİ " + name : name,
                row.getString("tip"),
                new LinkedHashMap<>(),
                new ArrayList<>());
    }

    private void write(CityRoad road) {
        Revision revision = book.nextRevision();
        book.roads.put(
                road.code,
                new BookedRoad(road.code, road.name, road.kind, List.copyOf(road.sides), revision),
                Instant.MIN);
        road.streets.forEach((neighbourhood, street) ->
                book.streets.put(street, street(road, neighbourhood, street, revision), Instant.MIN));
    }

    private RegisteredStreet street(CityRoad road, long neighbourhood, long code, Revision revision) {
        List<RegisteredSide> sides = road.sides.stream()
                .filter(side -> side.neighbourhood() == neighbourhood)
                .toList();
        return new RegisteredStreet(
                code, road.code, neighbourhood, road.name, null, null, road.kind, sides, lines(sides), revision);
    }

    private @Nullable MultiLineString lines(List<RegisteredSide> sides) {
        LineString[] those = sides.stream()
                .map(RegisteredSide::centreLine)
                .distinct()
                .map(shapes::get)
                .filter(Objects::nonNull)
                .toArray(LineString[]::new);
        return those.length == 0 ? null : new GeometryFactory().createMultiLineString(those);
    }

    /** The street of a road in a neighbourhood; null for none. */
    @Nullable
    Long street(UUID road, long neighbourhood) {
        CityRoad known = roads.get(road);
        return known == null ? null : known.streets.get(neighbourhood);
    }

    /** The code of a side; null for one that is not in the registry. */
    @Nullable
    Long side(UUID side) {
        return sideCodes.get(side);
    }
}
