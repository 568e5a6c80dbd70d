package tr.kentatlas.api.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Coordinates come and go in the system that is asked for, in the axis order of its own definition (OGC 18-058r1), as GDAL knows both. */
class CoordinateSystemsTest {
    private static final Pattern FIRST_AXIS = Pattern.compile("AXIS\\[\"[^\"]*\",(\\w+)");
    private final ServedCity city = ServedCity.shared();

    static Stream<Arguments> systemsAndTypes() {
        return Stream.of(4326, 3857, 5252, ServedCity.shared().srid())
                .flatMap(system ->
                        Stream.of("idari_birim", "yol_orta_hat", "agac").map(type -> Arguments.of(system, type)));
    }

    @ParameterizedTest
    @MethodSource("systemsAndTypes")
    void everyGeometryOfAnAnswerIsMoved(int system, String type) throws Exception {
        String items = "/ogc/collections/" + type + "/items?limit=5";
        List<double[]> degrees = positions(city.json(items).path("features"));
        List<double[]> moved =
                positions(city.json(items + "&crs=" + uri(system)).path("features"));
        assertSame(moved, transformed(degrees, system));
    }

    @ParameterizedTest
    @MethodSource("systemsAndTypes")
    void soAreThoseOfOneFeature(int system, String type) throws Exception {
        String id = anyId(type);
        List<double[]> degrees = positions(city.json(id));
        assertSame(positions(city.json(id + "?crs=" + uri(system))), transformed(degrees, system));
    }

    @ParameterizedTest
    @MethodSource("systemsAndTypes")
    void aBoxIsReadInItsOwnAxisOrder(int system, String type) throws Exception {
        String id = anyId(type);
        List<double[]> own = positions(city.json(id + "?crs=" + uri(system)).path("geometry"));
        String low = least(own, 0) + "," + least(own, 1);
        String high = most(own, 0) + "," + most(own, 1);
        String boxed =
                "/ogc/collections/" + type + "/items?limit=10000&bbox-crs=" + uri(system) + "&bbox=" + low + "," + high;
        assertThat(city.json(boxed)
                        .path("features")
                        .valueStream()
                        .map(f -> f.path("id").asString()))
                .contains(id.substring(id.lastIndexOf('/') + 1));
    }

    private String anyId(String type) {
        String items = "/ogc/collections/" + type + "/items";
        return items + "/"
                + city.json(items + "?limit=1")
                        .path("features")
                        .get(0)
                        .path("id")
                        .asString();
    }

    private static void assertSame(List<double[]> moved, List<double[]> expected) {
        assertThat(moved).isNotEmpty().hasSameSizeAs(expected);
        for (int i = 0; i < moved.size(); i++)
            for (int axis = 0; axis < 2; axis++)
                assertThat(moved.get(i)[axis])
                        .isCloseTo(expected.get(i)[axis], within(roundedBy(expected.get(i)[axis])));
    }

    private static String uri(int system) {
        return "http://www.opengis.net/def/crs/EPSG/0/" + system;
    }

    /** All positions of all geometries in it, in order; no other number list is nested in a feature. */
    private static List<double[]> positions(JsonNode node) {
        List<double[]> found = new ArrayList<>();
        if (node.isArray() && node.size() == 2 && node.get(0).isNumber())
            found.add(new double[] {node.get(0).asDouble(), node.get(1).asDouble()});
        else node.valueStream().forEach(child -> found.addAll(positions(child)));
        return found;
    }

    private static double least(List<double[]> positions, int axis) {
        double least = on(axis, positions).min().orElseThrow();
        return least - roundedBy(least);
    }

    private static double most(List<double[]> positions, int axis) {
        double most = on(axis, positions).max().orElseThrow();
        return most + roundedBy(most);
    }

    /** Two centimetres: degrees have seven decimals. */
    private static double roundedBy(double coordinate) {
        return coordinate > 180 ? 0.02 : 2e-7;
    }

    private static DoubleStream on(int axis, List<double[]> positions) {
        return positions.stream().mapToDouble(position -> position[axis]);
    }

    private static List<double[]> transformed(List<double[]> degrees, int system) throws Exception {
        String asked = degrees.stream().map(p -> p[0] + " " + p[1] + "\n").collect(Collectors.joining());
        boolean isNorthFirst = isNorthFirst(system);
        return said(asked, "gdaltransform", "-s_srs", "OGC:CRS84", "-t_srs", "EPSG:" + system)
                .lines()
                .map(line -> Arrays.stream(line.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .map(p -> isNorthFirst ? new double[] {p[1], p[0]} : new double[] {p[0], p[1]})
                .toList();
    }

    /** GDAL transforms east first whatever the definition says. */
    private static boolean isNorthFirst(int system) throws Exception {
        Matcher first = FIRST_AXIS.matcher(said("", "gdalsrsinfo", "-o", "wkt2_2019", "EPSG:" + system));
        assertThat(first.find()).isTrue();
        return first.group(1).equals("north");
    }

    private static String said(String asked, String... command) throws IOException, InterruptedException {
        Process gdal = new ProcessBuilder(command).start();
        try (var input = gdal.outputWriter(StandardCharsets.US_ASCII)) {
            input.write(asked);
        }
        String said = new String(gdal.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(gdal.waitFor()).as(said).isZero();
        return said;
    }
}
