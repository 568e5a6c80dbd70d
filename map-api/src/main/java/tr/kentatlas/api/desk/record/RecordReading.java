package tr.kentatlas.api.desk.record;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tr.kentatlas.api.access.Permits;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.Staff;
import tr.kentatlas.api.problem.Faults;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.ValueRefused;
import tr.kentatlas.spatial.feature.time.TimeRange;

/** {@code /api/desk/records}, for reading: types and their fields, records that were looked for, and one with all that is known of it. */
@RestController
@RequestMapping("/api/desk/records")
@Permits({Role.VIEWER, Role.PLANNER, Role.EDITOR, Role.NUMBERING, Role.STEWARD, Role.AUDITOR})
class RecordReading {
    private static final int LONGEST = 200;
    private static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-30T00:00:00Z");

    private final RecordBook book;

    RecordReading(RecordBook book) {
        this.book = book;
    }

    @GetMapping("/types")
    List<RecordTold.Type> types(Staff staff) {
        return book.types(staff);
    }

    @GetMapping("/types/{type}")
    List<RecordFields.Field> fields(@PathVariable String type, Staff staff) {
        return book.fields(type, staff).told();
    }

    /** By words, or the nearest to a place in CRS84. */
    @GetMapping("/{type}")
    List<RecordTold.Found> find(
            @PathVariable String type,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Double lon,
            @RequestParam(required = false) @Nullable Double lat,
            Staff staff) {
        RecordFields fields = book.fields(type, staff);
        if (lon != null && lat != null) {
            if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) throw Problem.invalid("lon", "record.place");
            return book.near(fields, lon, lat, staff);
        }
        if (q == null || q.isBlank()) throw Problem.invalid("q", "request.missing");
        if (q.indexOf('\0') >= 0) throw Problem.invalid("q", "request.value");
        if (q.length() > LONGEST) throw Problem.invalid("q", "request.characters", LONGEST);
        return Stream.concat(book.onRoads(fields, q, staff).stream(), book.find(fields, q, staff).stream())
                .distinct()
                .toList();
    }

    /**
     * A record as it is known now, or as it was.
     *
     * @param known a moment, or a day for what was known at its end
     * @param valid likewise for what was true
     */
    @GetMapping("/{type}/{id}")
    RecordTold open(
            @PathVariable String type,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable String valid,
            Staff staff) {
        RecordFields fields = book.fields(type, staff);
        Faults faults = new Faults();
        Instant knownAt = known == null ? null : faults.read("known", known, RecordReading::moment);
        Instant validAt = valid == null ? null : faults.read("valid", valid, RecordReading::moment);
        faults.settle();
        return book.open(fields, id, knownAt, validAt, staff);
    }

    /** What touches a record, and could be merged with it. */
    @GetMapping("/{type}/{id}/neighbours")
    List<RecordTold.Found> neighbours(@PathVariable String type, @PathVariable UUID id, Staff staff) {
        return book.neighbours(book.fields(type, staff), id, staff);
    }

    private static Instant moment(String text) {
        Instant at = TimeRange.parse(text).to();
        if (text.contains("/") || at == null || at.isBefore(FIRST) || at.isAfter(LAST))
            throw new ValueRefused("request.value");
        return at;
    }
}
