package tr.kentatlas.api.http;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tr.kentatlas.spatial.word.Worded;

/** Tables as spreadsheets read them (RFC 4180): one that has the comma in its numbers needs another sign between its cells. */
public enum Csv implements Worded {
    /** As a spreadsheet set to Turkish takes it. */
    SEMICOLON(";", ','),
    /** RFC 4180, with decimal points. */
    COMMA(",", '.');

    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r\\n]");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+");

    private final String separator;
    private final char decimal;

    Csv(String separator, char decimal) {
        this.separator = separator;
        this.decimal = decimal;
    }

    /** As a spreadsheet set to that language takes it. */
    public static Csv in(Locale language) {
        return language.getLanguage().equals("en") ? COMMA : SEMICOLON;
    }

    /** The first line, begun with a byte order mark so that spreadsheets read the table as UTF-8. */
    public String head(List<String> titles) {
        return "\uFEFF" + line(titles);
    }

    /** Absent values are empty cells; numbers are written without thousands set apart. */
    public String line(List<? extends @Nullable Object> cells) {
        return cells.stream().map(this::cell).collect(Collectors.joining(separator, "", "\r\n"));
    }

    private String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Double number -> decimal(String.format(Locale.ROOT, "%.2f", number));
            case BigDecimal number -> decimal(number.toPlainString());
            case Number number -> number.toString();
            default -> quoted(value.toString());
        };
    }

    private String decimal(String number) {
        return number.replace('.', decimal);
    }

    /** A spreadsheet must not take what somebody wrote for a formula. */
    private static String quoted(String text) {
        boolean isFormula =
                FORMULA.matcher(text).lookingAt() && !NUMBER.matcher(text).matches();
        return '"' + (isFormula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }

    /** The table as a file to be kept; nobody but who asked for it keeps it. */
    public static ResponseEntity<byte[]> file(String name, String table) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
                .header("Cache-Control", "private, no-store")
                .body(table.getBytes(StandardCharsets.UTF_8));
    }
}
