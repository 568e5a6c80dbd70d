package tr.kentatlas.api.thematic.saved;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tr.kentatlas.api.access.Freshness;
import tr.kentatlas.api.access.Reaches;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.access.Witness;
import tr.kentatlas.api.access.audit.NamedReads;
import tr.kentatlas.api.http.MediaTypes;
import tr.kentatlas.api.page.ValueWords;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.api.thematic.ClassedMap;
import tr.kentatlas.api.thematic.ClassedMaps;
import tr.kentatlas.api.thematic.MapWords;
import tr.kentatlas.api.thematic.ThematicMap;
import tr.kentatlas.api.thematic.ThematicMapWriter;
import tr.kentatlas.api.thematic.drawn.ClassedTiles;
import tr.kentatlas.api.thematic.drawn.MapLibreStyle;
import tr.kentatlas.api.thematic.drawn.Sld;
import tr.kentatlas.api.thematic.print.MapSheet;
import tr.kentatlas.api.thematic.print.Paper;
import tr.kentatlas.api.thematic.print.SheetPress;
import tr.kentatlas.api.thematic.print.SheetRequest;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.WallReader;
import tr.kentatlas.spatial.store.map.PictureStore;
import tr.kentatlas.spatial.tile.TileAddress;
import tr.kentatlas.spatial.word.Worded;

/** The forms a thematic map is answered in, the same for the desk and for everybody. */
@Component
class Answers {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LOWEST_ZOOM = 8;
    private static final int LONGEST_PLACE = 250;

    private final ClassedMaps classedMaps;
    private final ClassedTiles tiles;
    private final SheetPress press;
    private final Reaches reaches;
    private final Witness witness;
    private final NamedReads reads;

    Answers(
            ClassedMaps classedMaps,
            WallReader reader,
            SheetPress press,
            Reaches reaches,
            Witness witness,
            NamedReads reads) {
        this.reads = reads;
        this.reaches = reaches;
        this.witness = witness;
        this.classedMaps = classedMaps;
        PictureStore pictures = new PictureStore(reader);
        this.tiles = new ClassedTiles(pictures);
        this.press = press;
    }

    /**
     * Definition, legend with counts and histogram, and the style of a map page.
     *
     * @param tileAddress with {z}, {x} and {y}
     */
    ObjectNode whole(View view, ThematicMap map, String tileAddress) {
        ClassedMap classed = classedMaps.of(view, map);
        VisibleType type = view.type(map.type());
        toldLegend(view, classed);
        ObjectNode json = JSON.createObjectNode();
        json.set("map", ThematicMapWriter.tree(map));
        json.set("legend", JSON.valueToTree(classed.legend()));
        json.set("style", MapLibreStyle.write(classed, type, tileAddress));
        json.set("usualTitle", JSON.valueToTree(new MapWords(type).title(map.measure())));
        json.put("release", view.edition().release());
        var extent = reaches.of(view, type).extent();
        if (extent != null) {
            json.putArray("bbox")
                    .add(extent.getMinX())
                    .add(extent.getMinY())
                    .add(extent.getMaxX())
                    .add(extent.getMaxY());
        }
        return json;
    }

    @Nullable
    ResponseEntity<byte[]> tile(
            View view, ThematicMap map, TileAddress address, HttpServletRequest request, HttpServletResponse response) {
        if (Freshness.isKnown(view, ThematicMapWriter.write(map), request, response)) return null;
        ClassedMap classed = classedMaps.of(view, map);
        ClassedTiles.Tile tile = tiles.encode(view, classed, view.type(map.type()), address);
        if (!view.isPublic()) told(view, map.type(), address, tile.features());
        if (tile.features() == 0) return ResponseEntity.noContent().build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(MediaTypes.TILE))
                .body(tile.bytes());
    }

    private void told(View view, String type, TileAddress address, int features) {
        String place = address.z() + "/" + address.y() + "/" + address.x();
        witness.map(view, new Witness.Piece("thematic", type, place, address.degrees(), Map.of(type, features)));
    }

    /** A legend counts features and tells the limits of their values, though it shows none. */
    private void toldLegend(View view, ClassedMap classed) {
        if (view.isPublic()) return;
        ThematicMap map = classed.map();
        reads.told(view, "read.legend", map.type(), classed.legend().total(), ThematicMapWriter.write(map));
    }

    /** What a sheet shows; its map is drawn in the storage CRS, so it counts for all that is seen of its types. */
    private void toldSheet(View view, SheetRequest request, Map<String, Integer> features) {
        if (view.isPublic()) return;
        List<VisibleType> types = MapSheet.types(view, request);
        Envelope box = Objects.requireNonNullElseGet(reaches.extent(view, types), Envelope::new);
        String place = request.paper().name() + " "
                + shortened(ThematicMapWriter.write(request.classed().map()));
        String subject = request.type().type().name();
        witness.map(view, new Witness.Piece("pdf", subject, place, box, box.isNull() ? Map.of() : features));
    }

    /** A definition may be long, and the name of a piece of a map may not. */
    private static String shortened(String definition) {
        if (definition.length() <= LONGEST_PLACE) return definition;
        return definition.substring(0, LONGEST_PLACE) + "… #" + Integer.toHexString(definition.hashCode());
    }

    ResponseEntity<byte[]> sld(View view, String name, ThematicMap map, Locale language) {
        ClassedMap classed = classedMaps.of(view, map);
        toldLegend(view, classed);
        String sld = Sld.write(name, classed, view.type(map.type()), language);
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "vnd.ogc.sld+xml", StandardCharsets.UTF_8))
                .body(sld.getBytes(StandardCharsets.UTF_8));
    }

    ResponseEntity<byte[]> pdf(
            View view, ThematicMap map, SavedMap.@Nullable Decision decision, String paper, Locale language) {
        Paper size = Worded.find(Paper.class, paper)
                .orElseThrow(() -> Problem.invalid("paper", Wording.of("thematic.paper")));
        String decided = decision == null
                ? null
                : decision.number() + ", " + ValueWords.plain(language).day(decision.date());
        SheetRequest request =
                new SheetRequest(classedMaps.of(view, map), view.type(map.type()), size, language, decided);
        MapSheet.Sheet printed = press.print(view, request);
        toldSheet(view, request, printed.features());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"harita.pdf\"")
                .header("Cache-Control", view.isPublic() ? "public, max-age=60" : "private, no-store")
                .body(printed.pdf());
    }

    static TileAddress address(String z, String y, String x) {
        try {
            TileAddress address = new TileAddress(Integer.parseInt(z), Integer.parseInt(x), Integer.parseInt(y));
            if (address.z() >= LOWEST_ZOOM) return address;
        } catch (IllegalArgumentException e) {
            throw Problem.notFound(Wording.of("tiles.none", z, y, x));
        }
        throw Problem.notFound(Wording.of("tiles.lowest-zoom", LOWEST_ZOOM));
    }
}
