package tr.kentatlas.api.desk.record;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tr.kentatlas.api.access.Permits;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.Staff;
import tr.kentatlas.api.body.JsonBody;
import tr.kentatlas.api.body.Member;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.ValueRefused;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.spatial.feature.FeatureId;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.feature.cql2.Cql2Json;
import tr.kentatlas.spatial.store.edit.Editor;
import tr.kentatlas.spatial.store.edit.ObjectVersion;
import tr.kentatlas.spatial.store.edit.Part;
import tr.kentatlas.spatial.store.edit.WorkingShapes;

/**
 * A record becomes several, or several become one: the shapes are made by PostGIS and may be looked at before. The old numbers end; the
 * lineage tells what became of them.
 */
@RestController
@RequestMapping("/api/desk/records")
@Permits({Role.PLANNER, Role.EDITOR, Role.NUMBERING, Role.STEWARD})
class RecordSuccession {
    private static final int MOST_CORNERS = 1_000;
    private static final int MOST = 20;
    private static final Geometry NOTHING = new GeometryFactory().createPoint();

    private final RecordBook book;
    private final RecordDoor door;
    private final ObjectProvider<WorkingShapes> shapes;

    RecordSuccession(RecordBook book, RecordDoor door, ObjectProvider<WorkingShapes> shapes) {
        this.book = book;
        this.door = door;
        this.shapes = shapes;
    }

    @PostMapping("/{type}/{id}/split/preview")
    List<RecordTold.Shape> parts(
            @PathVariable String type, @PathVariable UUID id, Staff staff, HttpServletRequest request)
            throws IOException {
        RecordFields fields = book.writable(type, staff);
        Member wish = Member.document(JsonBody.read(request));
        ObjectVersion seen = RecordChange.seen(wish, type, id);
        Geometry blade = blade(wish.at("blade"));
        wish.faults().settle();
        List<Part> parts = cut(fields, seen, blade, staff, wish);
        book.read(type, id, 1, staff);
        return parts.stream().map(RecordTold.Shape::of).toList();
    }

    /** The numbers of the parts. */
    @PostMapping("/{type}/{id}/split")
    List<UUID> split(@PathVariable String type, @PathVariable UUID id, Staff staff, HttpServletRequest request)
            throws IOException {
        RecordFields fields = book.writable(type, staff);
        Member wish = Member.document(JsonBody.read(request));
        wish.knowOnly(Set.of("version", "validFrom", "blade", "reason"));
        ObjectVersion seen = RecordChange.seen(wish, type, id);
        Geometry blade = blade(wish.at("blade"));
        Editor editor = new Editor(staff.account(), RecordChange.reason(wish));
        wish.faults().settle();
        List<FeatureRecord> parts = cut(fields, seen, blade, staff, wish).stream()
                .map(part -> successor(seen, part, editor))
                .toList();
        door.through(fields, staff, wish, edits -> edits.split(seen, parts, editor));
        return parts.stream().map(FeatureRecord::id).toList();
    }

    @PostMapping("/{type}/merge/preview")
    RecordTold.Shape union(@PathVariable String type, Staff staff, HttpServletRequest request) throws IOException {
        RecordFields fields = book.writable(type, staff);
        Member wish = Member.document(JsonBody.read(request));
        List<ObjectVersion> seen = several(wish.at("records"), type);
        wish.faults().settle();
        Part whole = whole(fields, seen, staff, wish);
        seen.forEach(one -> book.read(type, one.id(), 1, staff));
        return RecordTold.Shape.of(whole);
    }

    /** The number of the whole, which has the values of the first. */
    @PostMapping("/{type}/merge")
    UUID merge(@PathVariable String type, Staff staff, HttpServletRequest request) throws IOException {
        RecordFields fields = book.writable(type, staff);
        Member wish = Member.document(JsonBody.read(request));
        wish.knowOnly(Set.of("records", "reason"));
        List<ObjectVersion> seen = several(wish.at("records"), type);
        Editor editor = new Editor(staff.account(), RecordChange.reason(wish));
        wish.faults().settle();
        FeatureRecord whole = successor(seen.get(0), whole(fields, seen, staff, wish), editor);
        door.through(fields, staff, wish, edits -> edits.merge(seen, whole, editor));
        return Objects.requireNonNull(whole.id());
    }

    private List<Part> cut(RecordFields fields, ObjectVersion seen, Geometry blade, Staff staff, Member wish) {
        requireLiving(fields, List.of(seen), staff, wish);
        List<Part> parts = fields.type().geometry() == null
                ? List.of()
                : RecordBook.placed("blade", () -> shapes.getObject().split(fields.type(), seen, blade));
        if (parts.size() >= 2 && parts.size() <= MOST) return parts;
        throw unfit("blade", Wording.of("record.uncut", MOST));
    }

    private Part whole(RecordFields fields, List<ObjectVersion> seen, Staff staff, Member wish) {
        requireLiving(fields, seen, staff, wish);
        List<Part> pieces = fields.type().geometry() == null
                ? List.of()
                : shapes.getObject().union(fields.type(), seen);
        if (pieces.size() == 1) return pieces.get(0);
        throw unfit("records", Wording.of("record.apart"));
    }

    /** What has ended would hand its end on to what lives. */
    private void requireLiving(RecordFields fields, List<ObjectVersion> seen, Staff staff, Member wish) {
        door.requireCurrent(fields, seen, staff, wish);
        if (seen.stream().anyMatch(book::isOver))
            throw unfit(seen.size() > 1 ? "records" : "version", Wording.of("record.over"));
    }

    private static Problem unfit(String parameter, Wording why) {
        return Problem.unfit(List.of(new Problem.Fault(parameter, why)));
    }

    @SuppressWarnings("NullAway") // a feature record takes null for what is not there
    private FeatureRecord successor(ObjectVersion old, Part part, Editor editor) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(book.heritage(old));
        values.put(RecordChange.REASON, editor.reason());
        return new FeatureRecord(old.type(), UUID.randomUUID(), values, part.shape());
    }

    /** Two or more, none of them twice. */
    private static List<ObjectVersion> several(Member records, String type) {
        List<ObjectVersion> seen = records.some(MOST).stream()
                .map(one -> {
                    UUID id = one.at("id").requireText(FeatureId::parse);
                    if (id == null && !one.at("id").isBlank()) one.at("id").fault("record.object");
                    return RecordChange.seen(one, type, id == null ? new UUID(0, 0) : id);
                })
                .toList();
        if (seen.stream().map(ObjectVersion::id).distinct().count() < Math.max(2, seen.size()))
            records.fault("record.several");
        return seen;
    }

    /** Of lines for an area, a point for a line. */
    private static Geometry blade(Member member) {
        if (member.isAbsent()) member.fault("request.missing");
        Geometry blade = member.read(json -> {
            Geometry drawn = Cql2Json.geometry(json);
            boolean isBlade = drawn instanceof LineString || drawn instanceof Point;
            if (!isBlade || drawn.isEmpty() || !drawn.isValid()) throw new ValueRefused("record.blade");
            if (drawn.getNumPoints() > MOST_CORNERS) throw new ValueRefused("request.corners", MOST_CORNERS);
            return drawn;
        });
        return blade == null ? NOTHING : blade;
    }
}
