package tr.kentatlas.spatial.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.testsupport.PostgisServer;

/** A value written into SQL is the value it was, whatever it holds. */
class WrittenSqlTest {
    private static final String LETTERS = "aığ'\"\\$;-/*?:%{}\n\t\u0001😀İ";
    private final JdbcClient jdbc = JdbcClient.create(PostgisServer.shared().newDatabase());

    @Test
    void anyTextComesBackAsItIs() {
        Random random = new Random(7);
        int[] letters = LETTERS.codePoints().toArray();
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) text.appendCodePoint(letters[random.nextInt(letters.length)]);
            assertThat(read("SELECT ?::text", text.toString())).isEqualTo(text.toString());
        }
    }

    @Test
    void everyKindOfValueComesBackAsItIs() {
        UUID id = UUID.randomUUID();
        assertThat(read("SELECT ?::uuid", id)).isEqualTo(id.toString());
        assertThat(read("SELECT 1 - ?", -2L)).isEqualTo("3");
        assertThat(read("SELECT 1 - ?::numeric", new BigDecimal("-1E+3"))).isEqualTo("1001");
        assertThat(read("SELECT ?::float8 = 0.1::float8", 0.1)).isEqualTo("t");
        assertThat(read("SELECT ?::boolean", true)).isEqualTo("t");
        assertThat(read("SELECT ?::date", LocalDate.of(2026, 11, 3))).isEqualTo("2026-11-03");
        assertThat(read(
                        "SELECT ?::timestamptz = '2026-11-03T00:00:00Z'",
                        OffsetDateTime.of(2026, 11, 3, 0, 0, 0, 0, ZoneOffset.UTC)))
                .isEqualTo("t");
        assertThat(read("SELECT encode(?, 'hex')", (Object) new byte[] {0, -1, 39}))
                .isEqualTo("00ff27");
        assertThat(read("SELECT 'b''' = ANY(?::text[])", (Object) new String[] {"a", "b'"}))
                .isEqualTo("t");
    }

    @Test
    void whatHasNoLiteralIsRefused() {
        assertThatThrownBy(() -> WrittenSql.of(SqlFragment.of("SELECT ?", new Object())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WrittenSql.of(SqlFragment.of("SELECT ?", "a\0b")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WrittenSql.of(SqlFragment.of("SELECT 1", "a")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private String read(String sql, Object... values) {
        return String.valueOf(jdbc.sql(WrittenSql.of(SqlFragment.of(sql, values)))
                .query((row, n) -> row.getString(1))
                .single());
    }
}
