package tr.kentatlas.api.ogc.tiles;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tr.kentatlas.api.access.Reaches;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.city.City;
import tr.kentatlas.api.http.CurrentAddress;
import tr.kentatlas.api.http.Link;
import tr.kentatlas.api.http.MediaTypes;
import tr.kentatlas.api.http.Open;
import tr.kentatlas.api.http.Titles;
import tr.kentatlas.api.http.Urls;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.map.TileStore;

/** Tile sets and their description, for OGC clients (OGC 20-057 §9) and as TileJSON 3.0 for map libraries. */
@RestController
@Open
class TilesetsController {
    private static final String MATRIX_SET = "WebMercatorQuad";
    private static final String MATRIX_SET_URI = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad";
    private static final String WEB_MERCATOR = "http://www.opengis.net/def/crs/EPSG/0/3857";

    private static final Envelope WORLD = new Envelope(-180, 180, -85.05, 85.05);

    private final TileRules rules = TileRules.read();
    private final Reaches reaches;
    private final City city;

    TilesetsController(Reaches reaches, City city) {
        this.reaches = reaches;
        this.city = city;
    }

    @GetMapping(path = "/ogc/tiles", produces = MediaTypes.JSON)
    Tilesets map() {
        return new Tilesets(List.of(tileset("/ogc/tiles", Titles.of("tiles.city"))));
    }

    @GetMapping(path = "/ogc/collections/{type}/tiles", produces = MediaTypes.JSON)
    Tilesets collection(View view, @PathVariable String type, Locale locale) {
        VisibleType visible = view.type(type);
        return new Tilesets(List.of(tileset(
                "/ogc/collections/" + type + "/tiles", visible.type().title().in(locale))));
    }

    @GetMapping(path = "/ogc/tiles/WebMercatorQuad", params = "f=tilejson", produces = MediaTypes.JSON)
    TileJson mapTileJson(View view, Locale locale) {
        return tileJson(view, "/ogc/tiles", rules.layers(view, TileRules.MAX_ZOOM), TileRules.MIN_ZOOM, locale);
    }

    @GetMapping(path = "/ogc/tiles/WebMercatorQuad", produces = MediaTypes.JSON)
    Tileset mapTileset() {
        return tileset("/ogc/tiles", Titles.of("tiles.city"));
    }

    @GetMapping(
            path = "/ogc/collections/{type}/tiles/WebMercatorQuad",
            params = "f=tilejson",
            produces = MediaTypes.JSON)
    TileJson collectionTileJson(View view, @PathVariable String type, Locale locale) {
        return tileJson(
                view, "/ogc/collections/" + type + "/tiles", List.of(TileStore.Layer.of(view.type(type))), 8, locale);
    }

    @GetMapping(path = "/ogc/collections/{type}/tiles/WebMercatorQuad", produces = MediaTypes.JSON)
    Tileset collectionTileset(View view, @PathVariable String type, Locale locale) {
        return tileset(
                "/ogc/collections/" + type + "/tiles",
                view.type(type).type().title().in(locale));
    }

    private static Tileset tileset(String path, String title) {
        String set = path + "/" + MATRIX_SET;
        return new Tileset(
                title,
                "vector",
                WEB_MERCATOR,
                MATRIX_SET_URI,
                List.of(
                        new Link(Urls.ofSame(set), "self", MediaTypes.JSON, title),
                        new Link(tiles(set), "item", MediaTypes.TILE, Titles.of("link.each-tile")),
                        new Link(Urls.ofSame(set, "f=tilejson"), "describedby", MediaTypes.JSON, "TileJSON"),
                        new Link(
                                MATRIX_SET_URI,
                                "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme",
                                MediaTypes.JSON,
                                MATRIX_SET)));
    }

    /** A template of addresses: its braces are no part of one. */
    private static String tiles(String set) {
        String asOf = CurrentAddress.asOf();
        return Urls.of(set) + "/{tileMatrix}/{tileRow}/{tileCol}" + (asOf.isEmpty() ? "" : "?" + asOf);
    }

    private TileJson tileJson(View view, String path, List<TileStore.Layer> layers, int minZoom, Locale locale) {
        long release = view.edition().release();
        Envelope box = bounds(view, layers);
        return new TileJson(
                "3.0.0",
                List.of(Urls.of(path) + "/" + MATRIX_SET + "/{z}/{y}/{x}?release=" + release),
                minZoom,
                TileRules.MAX_ZOOM,
                List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()),
                layers.stream().map(layer -> vectorLayer(layer, locale)).toList(),
                city.credits().html());
    }

    /** The city's box, unless the grant shows a part of it only. */
    private Envelope bounds(View view, List<TileStore.Layer> layers) {
        List<VisibleType> types = layers.stream().map(TileStore.Layer::type).toList();
        if (types.stream().allMatch(VisibleType::showsAll))
            return view.edition().extent();
        Envelope box = reaches.extent(view, types);
        return box == null ? WORLD : box;
    }

    private static VectorLayer vectorLayer(TileStore.Layer layer, Locale locale) {
        Map<String, String> fields = new TreeMap<>();
        layer.fields().stream()
                .flatMap(name -> layer.type().attribute(name).stream())
                .forEach(a -> fields.put(a.name(), a.title().in(locale)));
        return new VectorLayer(layer.name(), fields);
    }

    record Tilesets(List<Tileset> tilesets) {}

    record Tileset(String title, String dataType, String crs, String tileMatrixSetURI, List<Link> links) {}

    record TileJson(
            String tilejson,
            List<String> tiles,
            int minzoom,
            int maxzoom,
            List<Double> bounds,
            @JsonProperty("vector_layers") List<VectorLayer> vectorLayers,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String attribution) {}

    record VectorLayer(String id, Map<String, String> fields) {}
}
