package tr.kentatlas.api.planning;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tr.kentatlas.spatial.planning.walk.Doors;
import tr.kentatlas.spatial.planning.walk.Facility;
import tr.kentatlas.spatial.planning.walk.ServiceArea;
import tr.kentatlas.spatial.planning.walk.ServiceArea.Outcome;

/** The doors a service area reaches, or does not, in the order of the address list: by page and as GeoJSON. */
final class AddressList {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ServiceArea area;
    private final Doors doors;
    private final int[] chosen;

    private AddressList(ServiceArea area, int[] chosen) {
        this.area = area;
        this.doors = area.network().doors();
        this.chosen = chosen;
    }

    /** All that are asked for, without regard to the page. */
    static AddressList all(ServiceArea area, ServiceQuestion.Addresses asked) {
        boolean served = asked.which() == ServiceQuestion.Which.SERVED;
        int hood = asked.neighbourhood() == null ? Doors.NONE : place(area, asked.neighbourhood());
        int[] chosen = IntStream.range(0, area.network().doors().size())
                .filter(door -> (area.outcome(door) == Outcome.SERVED) == served)
                .filter(door -> asked.neighbourhood() == null
                        || (hood != Doors.NONE && area.network().doors().neighbourhood(door) == hood))
                .toArray();
        return new AddressList(area, chosen);
    }

    private static int place(ServiceArea area, UUID neighbourhood) {
        var all = area.network().neighbourhoods();
        return IntStream.range(0, all.size())
                .filter(i -> all.get(i).id().equals(neighbourhood))
                .findFirst()
                .orElse(Doors.NONE);
    }

    AddressList page(ServiceQuestion.Addresses asked) {
        int from = Math.min(asked.offset(), chosen.length);
        int to = (int) Math.min((long) from + asked.limit(), chosen.length);
        return new AddressList(area, Arrays.copyOfRange(chosen, from, to));
    }

    int size() {
        return chosen.length;
    }

    List<UUID> ids() {
        return Arrays.stream(chosen).mapToObj(doors::id).toList();
    }

    /**
     * A door on the page.
     *
     * @param minutes to the nearest facility, also where that is too far; null when there is no way
     */
    record Row(
            UUID id,
            String neighbourhood,
            String street,
            String number,
            Outcome outcome,
            @Nullable Double minutes,
            @Nullable Double metres,
            @Nullable Near nearest,
            double lon,
            double lat) {}

    /** The nearest facility. */
    record Near(@Nullable UUID id, String name) {}

    List<Row> rows() {
        return Arrays.stream(chosen).mapToObj(this::row).toList();
    }

    private Row row(int door) {
        Facility nearest = area.nearest(door).orElse(null);
        return new Row(
                doors.id(door),
                neighbourhood(door),
                doors.street(door),
                doors.number(door),
                area.outcome(door),
                rounded(area.minutes(door), 10),
                rounded(area.metres(door), 1),
                nearest == null ? null : new Near(nearest.id(), nearest.name()),
                doors.longitude(door),
                doors.latitude(door));
    }

    private String neighbourhood(int door) {
        int hood = doors.neighbourhood(door);
        return hood == Doors.NONE
                ? ""
                : area.network().neighbourhoods().get(hood).name();
    }

    /** Up, so that nobody is told a limit they have just missed. */
    private static @Nullable Double rounded(double value, int steps) {
        return Double.isInfinite(value) ? null : Math.ceil(value * steps) / steps;
    }

    static BigDecimal degrees(double value) {
        return BigDecimal.valueOf(Math.rint(value * 1e7) / 1e7);
    }

    String geoJson(long release) {
        ObjectNode json =
                JSON.createObjectNode().put("type", "FeatureCollection").put("release", release);
        ArrayNode features = json.putArray("features");
        for (int door : chosen) features.add(feature(row(door)));
        return json.toString();
    }

    private static ObjectNode feature(Row row) {
        ObjectNode json = JSON.createObjectNode()
                .put("type", "Feature")
                .put("id", row.id().toString());
        json.putObject("geometry")
                .put("type", "Point")
                .putArray("coordinates")
                .add(degrees(row.lon()))
                .add(degrees(row.lat()));
        ObjectNode properties = json.putObject("properties")
                .put("neighbourhood", row.neighbourhood())
                .put("street", row.street())
                .put("number", row.number())
                .put("outcome", row.outcome().word())
                .put("minutes", row.minutes())
                .put("metres", row.metres());
        Near nearest = row.nearest();
        if (nearest != null) properties.put("nearest", nearest.name());
        return json;
    }
}
