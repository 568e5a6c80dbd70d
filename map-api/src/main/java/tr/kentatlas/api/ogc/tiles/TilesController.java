package tr.kentatlas.api.ogc.tiles;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.access.Witness;
import tr.kentatlas.api.http.EntityTag;
import tr.kentatlas.api.http.MediaTypes;
import tr.kentatlas.api.http.Open;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.map.TileStore;
import tr.kentatlas.spatial.tile.TileAddress;

/** Vector tiles in WebMercatorQuad, of one collection or of the whole map (OGC 20-057 §7 to §10). */
@RestController
@Open
class TilesController {
    private static final MediaType MVT = MediaType.parseMediaType(MediaTypes.TILE);
    private static final String MAP = "map";
    private static final Duration KEPT = Duration.ofMinutes(1);

    /** Zooms below show nothing of a city that a higher one does not. */
    private static final int LOWEST_COLLECTION_ZOOM = 8;

    private final TileStore tiles;
    private final TileCache cache;
    private final TileShelf shelf;
    private final Witness witness;
    private final TileRules rules = TileRules.read();

    TilesController(TileStore tiles, TileCache cache, TileShelf shelf, Witness witness) {
        this.shelf = shelf;
        this.witness = witness;
        this.tiles = tiles;
        this.cache = cache;
    }

    @GetMapping("/ogc/tiles/WebMercatorQuad/{z}/{y}/{x}")
    ResponseEntity<byte[]> map(
            View view,
            @PathVariable String z,
            @PathVariable String y,
            @PathVariable String x,
            HttpServletRequest request) {
        TileAddress address = address(z, y, x);
        return answer(
                view,
                MAP,
                address,
                () -> shelf.find(view, address)
                        .orElseGet(() -> tiles.encode(view.edition(), address, rules.layers(view, address.z()))),
                request);
    }

    @GetMapping("/ogc/collections/{type}/tiles/WebMercatorQuad/{z}/{y}/{x}")
    ResponseEntity<byte[]> collection(
            View view,
            @PathVariable("type") String name,
            @PathVariable String z,
            @PathVariable String y,
            @PathVariable String x,
            HttpServletRequest request) {
        VisibleType type = view.type(name);
        TileAddress address = address(z, y, x);
        if (address.z() < LOWEST_COLLECTION_ZOOM)
            throw Problem.notFound(Wording.of("tiles.lowest-zoom", LOWEST_COLLECTION_ZOOM));
        return answer(
                view,
                name,
                address,
                () -> tiles.encode(view.edition(), address, List.of(rules.layer(type, address.z()))),
                request);
    }

    private ResponseEntity<byte[]> answer(
            View view, String what, TileAddress address, Supplier<byte[]> bytes, HttpServletRequest request) {
        String key = view.edition().mark() + "/" + view.grantHash() + "/" + what + "/" + address.z() + "/" + address.x()
                + "/" + address.y();
        EntityTag tag = EntityTag.of(view.edition().release(), view.edition().publishedAt(), key);
        if (tag.isKnownTo(request))
            return head(ResponseEntity.status(HttpStatus.NOT_MODIFIED), view, tag)
                    .build();
        TileCache.Tile tile = cache.get(key, () -> new TileCache.Tile(bytes.get()));
        if (!view.isPublic()) told(view, what, address, tile);
        if (tile.plain().length == 0)
            return head(ResponseEntity.status(HttpStatus.NO_CONTENT), view, tag).build();
        String accepted = request.getHeader("Accept-Encoding");
        boolean gzip = accepted != null && accepted.contains("gzip");
        var head = head(ResponseEntity.ok(), view, tag).contentType(MVT);
        return gzip ? head.header("Content-Encoding", "gzip").body(tile.gzip()) : head.body(tile.plain());
    }

    private void told(View view, String what, TileAddress address, TileCache.Tile tile) {
        String place = address.z() + "/" + address.y() + "/" + address.x();
        witness.map(view, new Witness.Piece("tiles", what, place, address.degrees(), features(what, tile)));
    }

    /** Whoever asks for one collection is told of it even by an empty tile. */
    private static Map<String, Integer> features(String what, TileCache.Tile tile) {
        return what.equals(MAP) || !tile.features().isEmpty() ? tile.features() : Map.of(what, 0);
    }

    /** Asked for again each minute, also where the address names its release: somebody may take that back. */
    private static ResponseEntity.BodyBuilder head(ResponseEntity.BodyBuilder builder, View view, EntityTag tag) {
        CacheControl control = view.isPublic()
                ? CacheControl.maxAge(KEPT).mustRevalidate().cachePublic()
                : CacheControl.noStore().cachePrivate();
        return builder.eTag(tag.toString()).cacheControl(control).varyBy("Accept-Encoding", "Authorization");
    }

    private static TileAddress address(String z, String y, String x) {
        try {
            return new TileAddress(Integer.parseInt(z), Integer.parseInt(x), Integer.parseInt(y));
        } catch (IllegalArgumentException e) {
            throw Problem.notFound(Wording.of("tiles.none", z, y, x));
        }
    }
}
