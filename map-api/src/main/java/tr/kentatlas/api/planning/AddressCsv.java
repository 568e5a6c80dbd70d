package tr.kentatlas.api.planning;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import tr.kentatlas.api.http.Csv;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.api.problem.Words;

/** The address list of a service area as a file in one language. */
record AddressCsv(Words words, Locale language, Csv form) {
    private static final List<String> COLUMNS = List.of(
            "addresses.release",
            "addresses.id",
            "addresses.neighbourhood",
            "addresses.street",
            "addresses.number",
            "addresses.outcome",
            "addresses.minutes",
            "addresses.metres",
            "addresses.nearest",
            "addresses.nearest-id",
            "addresses.longitude",
            "addresses.latitude");

    ResponseEntity<byte[]> of(long release, List<AddressList.Row> rows) {
        String lines = rows.stream().map(row -> form.line(cells(release, row))).collect(Collectors.joining());
        return Csv.file(
                told("addresses.file"),
                form.head(COLUMNS.stream().map(this::told).toList()) + lines);
    }

    private List<@Nullable Object> cells(long release, AddressList.Row row) {
        AddressList.Near nearest = row.nearest();
        return Arrays.asList(
                release,
                row.id(),
                row.neighbourhood(),
                row.street(),
                row.number(),
                told("addresses.outcome." + row.outcome().word()),
                row.minutes(),
                row.metres(),
                nearest == null ? null : nearest.name(),
                nearest == null ? null : nearest.id(),
                AddressList.degrees(row.lon()),
                AddressList.degrees(row.lat()));
    }

    private String told(String key) {
        return words.tell(Wording.of(key), language);
    }
}
