package tr.kentatlas.api.desk.record;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tr.kentatlas.api.access.Permits;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.Staff;
import tr.kentatlas.api.body.JsonBody;
import tr.kentatlas.api.body.Member;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.store.edit.UsualValues;

/** What who draws a record asks before it is kept: how it would look, what is around it, and what a new one usually has. */
@RestController
@RequestMapping("/api/desk/records")
@Permits({Role.PLANNER, Role.EDITOR, Role.NUMBERING, Role.STEWARD})
class RecordDrawing {
    private final RecordBook book;
    private final RecordShapes shapes;
    private final ObjectProvider<UsualValues> usual;

    RecordDrawing(RecordBook book, RecordShapes shapes, ObjectProvider<UsualValues> usual) {
        this.book = book;
        this.shapes = shapes;
        this.usual = usual;
    }

    /** A place in CRS84. */
    record Place(double lon, double lat) {}

    /** Of the required ones among yes, no and codes; no code that has ended. */
    @GetMapping("/types/{type}/usual")
    Map<String, Object> usual(@PathVariable String type, Staff staff) {
        RecordFields fields = book.writable(type, staff);
        List<Attribute> wanted = fields.required().stream()
                .filter(one -> one.isCategory() && !one.isMany())
                .toList();
        Map<String, Object> found = usual.getObject().of(fields.type(), wanted);
        Map<String, Object> offered = new LinkedHashMap<>();
        wanted.forEach(one -> {
            Object value = found.get(one.name());
            if (value != null && fields.isOffered(one, value)) offered.put(one.name(), value);
        });
        return offered;
    }

    /** Where a place of the city's own coordinates is, in metres. */
    @GetMapping("/place")
    Place place(@RequestParam double east, @RequestParam double north) {
        Coordinate at = shapes.place(east, north);
        return new Place(at.x, at.y);
    }

    /** The shapes of a type in a part of the map, whose corners a new one may share. */
    @GetMapping("/{type}/shapes")
    List<RecordTold.Found> around(
            @PathVariable String type,
            @RequestParam double west,
            @RequestParam double south,
            @RequestParam double east,
            @RequestParam double north,
            Staff staff) {
        if (!(Math.abs(west) <= 180 && Math.abs(east) <= 180 && Math.abs(south) <= 90 && Math.abs(north) <= 90))
            throw Problem.invalid("west", "record.place");
        return book.within(book.writable(type, staff), new Envelope(west, east, south, north), staff);
    }

    /** The shape as it would be kept. */
    @PostMapping("/{type}/shape/preview")
    RecordTold.Shape preview(@PathVariable String type, Staff staff, HttpServletRequest request) throws IOException {
        RecordFields fields = book.writable(type, staff);
        Member wish = Member.document(JsonBody.read(request));
        wish.knowOnly(Set.of("geometry"));
        Geometry drawn = RecordShapes.require(wish);
        wish.faults().settle();
        return RecordTold.Shape.of(shapes.fit(fields, Objects.requireNonNull(drawn)));
    }
}
