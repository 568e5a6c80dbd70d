package tr.kentatlas.spatial.store.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.store.schema.Findable;
import tr.kentatlas.spatial.store.sql.OneTransaction;
import tr.kentatlas.spatial.store.sql.SqlFragment;

class SearchedWordsTest {
    private final PGSimpleDataSource city = TestCity.empty();

    @ParameterizedTest
    @CsvSource({
        "atatürk,               Atatürk Parkı",
        "PARKI ata,             Atatürk Parkı",
        "kapalı,                'Irmak/Kapalı (eski) 50%'",
        "ırmak,                 'Irmak/Kapalı (eski) 50%'",
        "eski,                  ",
        "türk,                  ",
        "way/12,                Atatürk Parkı",
        "way/1_,                ",
        "%,                     ",
        "50%,                   'Irmak/Kapalı (eski) 50%'",
        "'o''brien \\',        ",
        "'o''brien',            O'Brien",
        "77,                    O'Brien",
        "7 7,                   ",
    })
    void wordsBeginWordsAndNumbersBeginAsTheyAreWritten(String typed, @Nullable String found) {
        JdbcClient jdbc = JdbcClient.create(city);
        jdbc.sql("INSERT INTO working.park_bahce (tucbs_no, ad, kaynak_kimlik, maks_kimlik_no) VALUES"
                        + " (gen_random_uuid(), 'Atatürk Parkı', 'way/123', NULL),"
                        + " (gen_random_uuid(), 'Irmak/Kapalı (eski) 50%', NULL, NULL),"
                        + " (gen_random_uuid(), 'O''Brien', NULL, 7712), (gen_random_uuid(), NULL, NULL, NULL)")
                .update();
        FeatureType parks = TestCity.MODEL.get("park_bahce");
        List<Attribute> all = TestCity.MODEL.attributesOf(parks);
        assertThat(new WorkingRecords(jdbc, TestCity.MODEL, TestCity.SRID)
                        .find("park_bahce", List.of(), searched(all), typed, 5))
                .hasSize(found == null ? 0 : 1);
    }

    /** Whole types are not read: an empty one would be read anyway, so that is forbidden. */
    @Test
    void everyConditionIsAnsweredByAnIndex() throws SQLException {
        for (FeatureType type : TestCity.MODEL.types()) {
            List<Attribute> searched = searched(TestCity.MODEL.attributesOf(type));
            SqlFragment sql = SearchedWords.of("101 çıkmaz").condition(searched);
            String plan = OneTransaction.of(city, one -> {
                one.execute("SET enable_seqscan = off");
                return String.join(
                        "\n",
                        one.jdbc()
                                .sql("EXPLAIN SELECT FROM working." + type.name() + " v WHERE " + sql.sql())
                                .params(sql.args())
                                .query((row, n) -> row.getString(1))
                                .list());
            });
            assertThat(plan).as(type.name()).doesNotContain("Seq Scan");
            for (Attribute one : searched) assertThat(plan).contains(type.name() + "_" + one.column() + "_bul");
        }
    }

    private static List<Attribute> searched(List<Attribute> all) {
        return all.stream().filter(Findable::by).toList();
    }
}
