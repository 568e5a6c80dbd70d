package tr.kentatlas.api.thematic;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.thematic.classes.Breaks;
import tr.kentatlas.api.thematic.classes.Method;
import tr.kentatlas.spatial.store.thematic.Distribution;

/** Classes by standard deviation have a palette with two ends, whose middle lies on the mean however skewed the values are. */
class MeanColoursTest {
    private static final Palette PALETTE = Palettes.usual(Method.STANDARD_DEVIATION);

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 7, 9, 11})
    void theMeanHasTheMiddleColour(int classes) {
        for (int seed = 0; seed < 40; seed++) {
            Distribution values = skewed(seed);
            List<Double> limits = Breaks.find(Method.STANDARD_DEVIATION, values, classes);
            int holds =
                    (int) limits.stream().filter(limit -> limit < values.mean()).count();
            assertThat(colours(values, classes, limits).get(holds))
                    .as("seed %s", seed)
                    .isEqualTo("#f7f7f7");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 6, 8, 10})
    void whereTheMeanIsALimitTheColoursTurnThere(int classes) {
        for (int seed = 0; seed < 40; seed++) {
            Distribution values = skewed(seed);
            List<Double> limits = Breaks.find(Method.STANDARD_DEVIATION, values, classes);
            int below = Breaks.belowMean(values, classes);
            List<String> colours = colours(values, classes, limits);
            assertThat(colours).hasSize(limits.size() + 1);
            int side = Math.max(below, colours.size() - below);
            assertThat(colours.get(below))
                    .as("seed %s", seed)
                    .isEqualTo(PALETTE.colours(2 * side).get(side));
            assertThat(limits.get(below - 1)).isBetween(values.mean() - tenth(values), values.mean() + tenth(values));
        }
    }

    @Test
    void aPaletteWithOneEndIsUsedWhole() {
        var blues = new ThematicMap.Colours(Palettes.find("Blues").orElseThrow(), ThematicMap.Order.AS_IS);
        assertThat(blues.around(1, 1, 3)).isEqualTo(blues.of(5));
    }

    @Test
    void aMapThatNamesNoPaletteHasOneWithTwoEnds() {
        JsonNode map = DeskCity.shared()
                .signedIn(Role.PLANNER)
                .json("/api/desk/thematic/preview?map="
                        + URLEncoder.encode(
                                "{\"type\":\"bina\",\"value\":\"toplamTabanAlani\",\"method\":\"standard-deviation\"}",
                                StandardCharsets.UTF_8));
        assertThat(map.path("map").path("palette").asString()).isEqualTo(Palettes.DEFAULT_DIVERGING);
        assertThat(map.path("legend").path("classes").findValuesAsString("colour"))
                .contains("#f7f7f7");
        assertThat(PALETTE.kind()).isEqualTo(Palette.Kind.DIVERGING);
        assertThat(PALETTE.colourBlindSafe()).isEqualTo(11);
    }

    private static List<String> colours(Distribution values, int classes, List<Double> limits) {
        int below = Breaks.belowMean(values, classes);
        int middle = classes % 2;
        return new ThematicMap.Colours(PALETTE, ThematicMap.Order.AS_IS)
                .around(below, middle, limits.size() + 1 - middle - below);
    }

    /** A limit may be rounded, but never past a tenth of a class. */
    private static double tenth(Distribution values) {
        return Math.max(values.deviation() / 10, values.value(values.size() - 1) / 100);
    }

    /** Many small values and few large ones, or the other way round. */
    private static Distribution skewed(int seed) {
        Random random = new Random(seed);
        double power = random.nextBoolean() ? 4 : 0.25;
        double[] values = IntStream.range(0, 400)
                .mapToDouble(i -> 1 + 1000 * Math.pow(random.nextDouble(), power))
                .sorted()
                .toArray();
        long[] counts =
                IntStream.range(0, 400).mapToLong(i -> 1 + random.nextInt(5)).toArray();
        return new Distribution(values, counts, 0);
    }
}
