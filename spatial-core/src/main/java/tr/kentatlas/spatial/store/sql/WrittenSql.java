package tr.kentatlas.spatial.store.sql;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A fragment with its values written into it as literals, for definitions, which take no parameters. To be run where
 * {@code standard_conforming_strings} is on.
 */
public final class WrittenSql {
    private WrittenSql() {}

    /**
     * The fragment as one text.
     *
     * @throws IllegalArgumentException when a value has no literal
     */
    public static String of(SqlFragment fragment) {
        StringBuilder sql = new StringBuilder();
        Iterator<Object> values = fragment.args().iterator();
        for (int i = 0; i < fragment.sql().length(); i++) {
            char c = fragment.sql().charAt(i);
            if (c == '?') sql.append(literal(values.next()));
            else sql.append(c);
        }
        if (values.hasNext()) throw new IllegalArgumentException("a value has no place");
        return sql.toString();
    }

    private static String literal(Object value) {
        return switch (value) {
            case String text -> quoted(text);
            case Boolean truth -> truth.toString();
            case Integer number -> "(" + number + ")";
            case Long number -> "(" + number + ")";
            case BigDecimal number -> "(" + number.toPlainString() + ")";
            case Double number -> "'" + number + "'::float8";
            case UUID id -> "'" + id + "'";
            case LocalDate date -> "'" + date + "'";
            case OffsetDateTime instant -> "'" + instant + "'";
            case byte[] bytes -> "'\\x" + HexFormat.of().formatHex(bytes) + "'::bytea";
            case String[] texts ->
                Arrays.stream(texts).map(WrittenSql::quoted).collect(Collectors.joining(", ", "ARRAY[", "]"));
            default -> throw new IllegalArgumentException("a value of " + value.getClass() + " has no literal");
        };
    }

    private static String quoted(String text) {
        if (text.indexOf('\0') >= 0) throw new IllegalArgumentException("a text holds a character no database keeps");
        return "'" + text.replace("'", "''") + "'";
    }
}
