package tr.kentatlas.api.planning;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A table as CSV (RFC 4180 but for what stands between cells), begun with a byte order mark so that spreadsheets read it as UTF-8. */
final class Csv {
    private final StringBuilder text = new StringBuilder("\uFEFF");

    private final CsvForm form;

    Csv(CsvForm form, List<String> head) {
        this.form = form;
        row(head);
    }

    /** Absent values are empty cells; numbers are written without thousands set apart. */
    void row(List<? extends @Nullable Object> cells) {
        text.append(cells.stream().map(this::cell).collect(Collectors.joining(form.separator(), "", "\r\n")));
    }

    private String cell(@Nullable Object value) {
        if (value == null) return "";
        if (value instanceof Double number) return form.number(String.format(Locale.ROOT, "%.2f", number));
        if (value instanceof BigDecimal number) return form.number(number.toPlainString());
        if (value instanceof Number number) return number.toString();
        return quoted(value.toString());
    }

    /** A spreadsheet must not take a name for a formula. */
    private static String quoted(String value) {
        boolean formula = !value.isEmpty() && "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0;
        return "\"" + (formula ? "'" : "") + value.replace("\"", "\"\"") + "\"";
    }

    ResponseEntity<byte[]> answer(String name) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
                .header("Cache-Control", "private, no-store")
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
