package tr.kentatlas.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.exchange.Oracle.Row;

/** Random pieces of maps: tiles, pictures, what lies under a click; of what is hidden there is neither a feature nor a pixel. */
record LeakOfMaps(Granted granted, String type, Random random) {
    /** Around a hidden feature nothing that is shown is nearer, so that no symbol of it reaches into the picture. */
    private static final double EMPTY_METRES = 90;

    private static final double BOX_METRES = 25;
    private static final List<String> FORMATS =
            List.of("text/plain", "text/html", "application/json", "application/geo+json", "application/vnd.ogc.gml");

    void ask() {
        switch (random.nextInt(5)) {
            case 0 -> tile("/ogc/collections/" + type + "/tiles/WebMercatorQuad/");
            case 1 -> tile("/ogc/tiles/WebMercatorQuad/");
            case 2 -> info();
            case 3 -> at();
            default -> emptyPlace().ifPresent(this::nothing);
        }
    }

    private void tile(String address) {
        HttpResponse<byte[]> answer = granted.bytes(address + place(random, granted));
        assertThat(answer.statusCode()).isIn(200, 204);
        MvtIds.read(answer.body()).forEach((name, layer) -> {
            String shown = name.replaceFirst("[.:].*", "");
            assertThat(granted.types()).contains(shown);
            Granted.assertAmong(numbers(granted.shown(shown)), layer.features(), shown);
            if (address.contains("/collections/"))
                assertThat(granted.fields(type)).containsAll(layer.keys());
        });
    }

    /** Somewhere in the city, as z/y/x. */
    static String place(Random random, Granted granted) {
        int z = 13 + random.nextInt(4);
        Envelope box = granted.city().edition().current().extent();
        double lon = box.getMinX() + random.nextDouble() * box.getWidth();
        double lat = Math.toRadians(box.getMinY() + random.nextDouble() * box.getHeight());
        int x = (int) ((lon + 180) / 360 * (1 << z));
        int y = (int) ((1 - Math.log(Math.tan(lat) + 1 / Math.cos(lat)) / Math.PI) / 2 * (1 << z));
        return z + "/" + y + "/" + x;
    }

    /** A tile names a feature by the last twelve digits of its identity and by nothing else. */
    static Set<Long> numbers(Set<String> ids) {
        return ids.stream().map(id -> Long.parseLong(id.substring(24), 16)).collect(Collectors.toSet());
    }

    /** What lies around a pixel of a coarse picture. */
    private void info() {
        JsonNode found = granted.json(picture("CRS:84", Granted.told(granted.box(random)), 40)
                        + click(random.nextInt(40)) + "&FEATURE_COUNT=50&INFO_FORMAT=application/json")
                .path("features");
        Set<String> ids = Granted.ids(found).stream()
                .map(id -> id.substring(type.length() + 1))
                .collect(Collectors.toSet());
        Granted.assertAmong(granted.shown(type), ids, type);
        found.forEach(feature -> assertThat(granted.fields(type))
                .containsAll(feature.path("properties").propertyNames()));
    }

    private void at() {
        Coordinate place = granted.box(random).centre();
        granted.json("/api/guide/at?radius=300&lon=" + place.x + "&lat=" + place.y)
                .path("cards")
                .forEach(
                        card -> assertThat(granted.shown(card.path("collection").asString()))
                                .contains(card.path("id").asString()));
    }

    /** The place of a hidden feature looks, and answers, in every form as one where nothing ever was. */
    private void nothing(Coordinate place) {
        String picture = "&REQUEST=GetMap&FORMAT=image/png&TRANSPARENT=TRUE";
        assertThat(granted.bytes(around(place) + picture).body())
                .isEqualTo(granted.bytes(around(nowhere()) + picture).body());
        String info = click(20) + "&INFO_FORMAT=" + Granted.encoded(FORMATS.get(random.nextInt(FORMATS.size())));
        HttpResponse<String> told = granted.get(around(place) + info);
        assertThat(told.statusCode()).isEqualTo(200);
        assertThat(told.body()).isEqualTo(granted.get(around(nowhere()) + info).body());
    }

    private Coordinate nowhere() {
        Geometry any = granted.oracle().all(type).stream()
                .map(Row::geometry)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        return new Coordinate(any.getCoordinate().x + 200_000, any.getCoordinate().y);
    }

    /** A corner of a hidden feature that nothing shown is near; empty where a few that were drawn have none. */
    private Optional<Coordinate> emptyPlace() {
        List<Row> all = granted.oracle().all(type);
        for (int i = 0; i < 8; i++) {
            Row row = all.get(random.nextInt(all.size()));
            Geometry geometry = row.geometry();
            if (geometry == null || granted.shown(type).contains(row.id())) continue;
            if (!isShownNear(geometry.getCoordinate(), all)) return Optional.of(geometry.getCoordinate());
        }
        return Optional.empty();
    }

    private boolean isShownNear(Coordinate place, List<Row> all) {
        Envelope around = new Envelope(place);
        around.expandBy(EMPTY_METRES);
        Set<String> shown = granted.shown(type);
        return all.stream().anyMatch(row -> isAround(row.geometry(), around) && shown.contains(row.id()));
    }

    private static boolean isAround(@Nullable Geometry geometry, Envelope around) {
        return geometry != null && geometry.getEnvelopeInternal().intersects(around);
    }

    private String around(Coordinate place) {
        Envelope box = new Envelope(place);
        box.expandBy(BOX_METRES);
        return picture("EPSG:" + SmallCity.SRID, Granted.told(box), 40);
    }

    private static String click(int pixel) {
        return "&REQUEST=GetFeatureInfo&I=" + pixel + "&J=" + pixel + "&X=" + pixel + "&Y=" + pixel;
    }

    /** In version 1.1.1, whose boxes are east first in every system. */
    private String picture(String crs, String box, int side) {
        return "/wms?SERVICE=WMS&VERSION=1.1.1&STYLES=&SRS=" + crs + "&WIDTH=" + side + "&HEIGHT=" + side + "&BBOX="
                + box + "&LAYERS=" + type + "&QUERY_LAYERS=" + type;
    }
}
