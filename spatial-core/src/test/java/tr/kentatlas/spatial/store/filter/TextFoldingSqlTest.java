package tr.kentatlas.spatial.store.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.address.TurkishText;

class TextFoldingSqlTest {
    private static final String TURKISH = "aAbBcCçÇdDeEfFgGğĞhHıIiİjJkKlLmMnNoOöÖpPqQrRsSşŞtTuUüÜvVwWxXyYzZâÂîÎûÛ";
    private static final List<String> SCRIPTS = List.of(
            "İstanbul",
            "IĞDIR",
            "ığdır",
            "i̇zmir",
            "I\u0323\u0307",
            "ΟΔΟΣ ὈΔΌΣ",
            "Москва Й й Ё",
            "שלום עולם",
            "شارع الملك",
            "日本語 が",
            "한국어",
            "नमस्ते क़",
            "😀👩‍👩‍👧 🇹🇷",
            "ﬁ ﬀ Ⅷ ½ ℃",
            "ǅ ǆ Ǆ",
            "ẞß ÆæŒœ",
            "\u0301leading",
            "",
            " \t\n");

    private static final JdbcClient JDBC = JdbcClient.create(TestCity.empty());

    @Test
    void caseFoldsAlikeInJavaAndSql() {
        assertTwins("kent.casei", TurkishText::casefold);
    }

    @Test
    void accentsFoldAlikeInJavaAndSql() {
        assertTwins("kent.accenti", TurkishText::accentfold);
    }

    @Test
    void searchKeysAreAlikeInJavaAndSql() {
        assertTwins("kent.search_key", TurkishText::searchKey);
    }

    @Test
    void thePublicRoleMayFold() {
        String sql = "SELECT has_function_privilege('kent_acik', 'kent.search_key(text)', 'EXECUTE')"
                + " AND has_schema_privilege('kent_acik', 'kent', 'USAGE')";
        assertThat(JDBC.sql(sql).query(Boolean.class).single()).isTrue();
    }

    @Test
    void theFunctionsCanBeIndexed() {
        JDBC.sql("CREATE TABLE folded (ad text)").update();
        JDBC.sql("CREATE INDEX folded_key ON folded (kent.search_key(ad))").update();
        JDBC.sql("INSERT INTO folded SELECT 'Iğdır ' || g FROM generate_series(1, 5000) g")
                .update();
        JDBC.sql("ANALYZE folded").update();
        String plan = String.join(
                "\n",
                JDBC.sql("EXPLAIN SELECT * FROM folded WHERE kent.search_key(ad) = 'igdir'")
                        .query(String.class)
                        .list());
        assertThat(plan).contains("folded_key");
    }

    private void assertTwins(String function, UnaryOperator<String> java) {
        List<String> texts = texts();
        List<@Nullable String> folded = JDBC.sql(
                        "SELECT " + function + "(t) FROM unnest(?::text[]) WITH ORDINALITY AS u(t, n) ORDER BY n")
                .param(texts.toArray(String[]::new))
                .query(String.class)
                .list();
        assertThat(folded).hasSameSizeAs(texts);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(folded.get(i)).as("%s of '%s'", function, texts.get(i)).isEqualTo(java.apply(texts.get(i)));
        }
    }

    /** Every letter below U+0600, of Latin Extended Additional and Greek Extended, alone, decomposed and mixed. */
    private static List<String> texts() {
        List<String> texts = new ArrayList<>(SCRIPTS);
        List<String> letters = IntStream.concat(IntStream.range(1, 0x600), IntStream.range(0x1e00, 0x2000))
                .filter(Character::isDefined)
                .mapToObj(Character::toString)
                .toList();
        texts.addAll(letters);
        letters.forEach(letter -> texts.add(Normalizer.normalize(letter, Normalizer.Form.NFD)));
        TURKISH.codePoints().forEach(c -> texts.add(Character.toString(c) + "\u0307" + "\u0327"));
        Random random = new Random(20261120);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(12, 0, letters.size() + TURKISH.length())
                    .forEach(n -> text.append(
                            n < TURKISH.length() ? TURKISH.substring(n, n + 1) : letters.get(n - TURKISH.length())));
            texts.add(text.toString());
        }
        return texts;
    }
}
