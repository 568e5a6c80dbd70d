package tr.kentatlas.api.desk.record;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tr.kentatlas.api.access.Permits;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.Staff;
import tr.kentatlas.api.body.JsonBody;
import tr.kentatlas.api.body.Member;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.feature.time.CityTime;
import tr.kentatlas.spatial.store.edit.Editor;
import tr.kentatlas.spatial.store.edit.ObjectVersion;

/**
 * What is done to one record by whom the model says edits its type: it begins, its fields or its shape are changed, or it ends. Each is a
 * change set of its own.
 */
@RestController
@RequestMapping("/api/desk/records")
@Permits({Role.PLANNER, Role.EDITOR, Role.NUMBERING, Role.STEWARD})
class RecordActs {
    private static final String BEGIN = "gecerlilik_baslangic";
    private static final String END = "gecerlilik_bitis";

    private final RecordBook book;
    private final RecordShapes shapes;
    private final RecordDoor door;

    RecordActs(RecordBook book, RecordShapes shapes, RecordDoor door) {
        this.book = book;
        this.shapes = shapes;
        this.door = door;
    }

    /** A new record, true from a day on or, without one, always; of a type with places it has a shape. */
    @PostMapping("/{type}")
    @ResponseStatus(HttpStatus.CREATED)
    @SuppressWarnings("NullAway") // a feature record takes null for what is not there
    RecordTold begin(@PathVariable String type, Staff staff, HttpServletRequest request) throws IOException {
        RecordFields fields = book.writable(type, staff);
        Member wish = Member.document(JsonBody.read(request));
        wish.knowOnly(Set.of("values", "geometry", "begin", "reason"));
        Map<String, @Nullable Object> values = RecordChange.first(wish.at("values"), fields);
        if (!wish.at("begin").isBlank())
            values.put(BEGIN, CityTime.begin(wish.at("begin").day()));
        Geometry drawn = fields.type().geometry() == null ? RecordShapes.read(wish) : RecordShapes.require(wish);
        Editor editor = new Editor(staff.account(), RecordChange.reason(wish));
        wish.faults().settle();
        values.put(RecordChange.REASON, editor.reason());
        UUID id = UUID.randomUUID();
        FeatureRecord entry = new FeatureRecord(type, id, values, shape(fields, drawn));
        door.through(fields, staff, wish, edits -> edits.insert(entry, editor));
        return book.open(fields, id, null, null, staff);
    }

    private @Nullable Geometry shape(RecordFields fields, @Nullable Geometry drawn) {
        return drawn == null ? null : shapes.fit(fields, drawn).shape();
    }

    /** Changes the fields and the shape that are given; of a version that is known no more nothing is changed. */
    @PatchMapping("/{type}/{id}")
    RecordTold edit(@PathVariable String type, @PathVariable UUID id, Staff staff, HttpServletRequest request)
            throws IOException {
        RecordFields fields = book.writable(type, staff);
        book.require(fields.type(), id);
        Member wish = Member.document(JsonBody.read(request));
        wish.knowOnly(Set.of("version", "validFrom", "values", "geometry", "reason"));
        ObjectVersion seen = RecordChange.seen(wish, type, id);
        Geometry drawn = RecordShapes.read(wish);
        boolean isOfShape = wish.at("values").isAbsent() && !wish.at("geometry").isAbsent();
        Map<String, @Nullable Object> values = isOfShape
                ? new LinkedHashMap<>()
                : RecordChange.values(wish.at("values"), fields, one -> book.values(seen, one));
        return changed(fields, seen, values, drawn, wish, staff);
    }

    /** Ends a record with a day, the last on which it is true. */
    @PostMapping("/{type}/{id}/retirement")
    RecordTold retire(@PathVariable String type, @PathVariable UUID id, Staff staff, HttpServletRequest request)
            throws IOException {
        RecordFields fields = book.writable(type, staff);
        book.require(fields.type(), id);
        Member wish = Member.document(JsonBody.read(request));
        wish.knowOnly(Set.of("version", "validFrom", "end", "reason"));
        ObjectVersion seen = RecordChange.seen(wish, type, id);
        Member last = wish.at("end");
        OffsetDateTime end = endOf(last.day());
        OffsetDateTime from = seen.validFrom();
        if (from != null && !end.isAfter(from)) last.fault("record.end-first");
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put(END, end);
        return changed(fields, seen, values, null, wish, staff);
    }

    private static OffsetDateTime endOf(LocalDate day) {
        return CityTime.begin(day.plusDays(1));
    }

    @SuppressWarnings("NullAway") // a feature record takes null for what is emptied
    private RecordTold changed(
            RecordFields fields,
            ObjectVersion seen,
            Map<String, @Nullable Object> values,
            @Nullable Geometry drawn,
            Member wish,
            Staff staff) {
        String reason = RecordChange.reason(wish);
        wish.faults().settle();
        values.put(RecordChange.REASON, reason);
        FeatureRecord change = new FeatureRecord(seen.type(), seen.id(), values, shape(fields, drawn));
        door.through(fields, staff, wish, edits -> edits.edit(seen, change, new Editor(staff.account(), reason)));
        return book.open(fields, seen.id(), null, seen.moment(), staff);
    }
}
