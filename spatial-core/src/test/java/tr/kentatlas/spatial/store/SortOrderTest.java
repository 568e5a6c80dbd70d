package tr.kentatlas.spatial.store;

import static org.assertj.core.api.Assertions.assertThat;
import static tr.kentatlas.spatial.Records.record;
import static tr.kentatlas.spatial.Records.square;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.feature.FeatureQuery.SortKey;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.feature.Page;
import tr.kentatlas.spatial.ingest.ListSource;

/** Names stand in the order of the Turkish alphabet, page after page. */
class SortOrderTest {
    private static final List<String> ALPHABET = List.of(
            "Cebeci", "Çankaya", "Dikmen", "Gölbaşı", "Hisar", "Ilgaz", "İncek", "Ordu", "Ödemiş", "Sivas", "Şile",
            "Uşak", "Ürgüp", "Zile");
    private static final PublishedCity CITY = PublishedCity.of(ListSource.of(shuffled()));

    /** Every fifth of them, so that neighbours of the alphabet do not lie beside one another; one has no name. */
    private static FeatureRecord[] shuffled() {
        List<FeatureRecord> records = new ArrayList<>(List.of(record("bina", "none", square(0, 10))));
        for (int i = 0; i < ALPHABET.size(); i++) {
            String name = ALPHABET.get(i * 5 % ALPHABET.size());
            records.add(record("bina", name, square(20 * (i + 1), 10), "adi", name));
        }
        return records.toArray(FeatureRecord[]::new);
    }

    @Test
    void namesAreSortedAsInTurkishAndAbsentOnesComeLast() {
        List<@Nullable Object> expected = new ArrayList<>(ALPHABET);
        expected.add(null);
        assertThat(names("adi")).isEqualTo(expected);
    }

    @Test
    void theOtherWayRoundToo() {
        List<@Nullable Object> expected = new ArrayList<>(ALPHABET.reversed());
        expected.add(null);
        assertThat(names("-adi")).isEqualTo(expected);
    }

    /** By pages of four. */
    private static List<@Nullable Object> names(String key) {
        List<@Nullable Object> names = new ArrayList<>();
        Page.Position after = null;
        do {
            FeatureQuery query = FeatureQuery.of(
                    "bina",
                    null,
                    null,
                    Map.of(),
                    List.of("adi"),
                    List.of(SortKey.parse(key)),
                    Crs.CRS84,
                    new Page(4, after));
            after = CITY.store()
                    .page(
                            CITY.edition(),
                            CITY.type("bina"),
                            query,
                            feature -> names.add(feature.values().getFirst()))
                    .orElse(null);
        } while (after != null);
        return names;
    }
}
