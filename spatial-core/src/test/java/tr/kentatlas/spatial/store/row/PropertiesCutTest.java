package tr.kentatlas.spatial.store.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.FeatureType;

/** Whatever the values are: what is left after the cut is what would have been written of these fields alone. */
class PropertiesCutTest {
    private static final List<@Nullable Object> VALUES = Arrays.asList(
            null,
            true,
            -7,
            3.25e-9,
            "",
            "\\",
            "\"",
            "a\",\"b\":{\"c\":[",
            "ends with \\\"",
            "yapi_durum\":1,\"kat_ustu\":",
            "\"kat_ustu\":",
            "]}\u0000\n,",
            "Çiğ köfte 🏠",
            List.of(),
            List.of("[", "}", ",\"", "\\"),
            List.of("x"));

    @Test
    void noAttributeOfTheModelIsCalledAsAMemberOfAGeometry() {
        for (FeatureType type : TestCity.MODEL.types()) {
            for (Attribute field : TestCity.MODEL.attributesOf(type)) {
                assertThatCode(() -> new PropertiesCut(List.of(field), List.of(field)))
                        .as(type.name())
                        .doesNotThrowAnyException();
            }
        }
    }

    @RepeatedTest(200)
    void cuttingIsWritingLess(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        List<Attribute> all = TestCity.MODEL.attributesOf(TestCity.MODEL.get("bina"));
        List<@Nullable Object> values = new ArrayList<>();
        List<Attribute> kept = new ArrayList<>();
        List<@Nullable Object> keptValues = new ArrayList<>();
        for (Attribute field : all) {
            Object value = VALUES.get(random.nextInt(VALUES.size()));
            values.add(value);
            if (random.nextBoolean()) continue;
            kept.add(field);
            keptValues.add(value);
        }
        byte[] cut = new PropertiesCut(all, kept).of(new PropertiesJson(all).of(values));
        assertThat(cut).isEqualTo(new PropertiesJson(kept).of(keptValues));
    }
}
