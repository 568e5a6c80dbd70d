package tr.kentatlas.api.thematic.drawn;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.thematic.ClassedMap;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.map.PictureStore;
import tr.kentatlas.spatial.store.thematic.Classes;
import tr.kentatlas.spatial.store.thematic.MapViewSql;
import tr.kentatlas.spatial.tile.LayerEncoder;
import tr.kentatlas.spatial.tile.TileAddress;
import tr.kentatlas.spatial.tile.TileEncoder;

/** Vector tiles of a classed map: geometry and class number, for numbers the value too; nothing else of a feature leaves. */
public final class ClassedTiles {
    private final PictureStore store;

    public ClassedTiles(PictureStore store) {
        this.store = store;
    }

    /**
     * A tile as MVT.
     *
     * @param bytes none when it is empty
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Tile(byte[] bytes, int features) {}

    public Tile encode(View view, ClassedMap classed, VisibleType type, TileAddress address) {
        TileEncoder tile = new TileEncoder(address);
        boolean numbers = classed.classes() instanceof Classes.Limits;
        List<String> keys = numbers ? List.of(MapViewSql.CLASS, MapViewSql.VALUE) : List.of(MapViewSql.CLASS);
        LayerEncoder layer = tile.layer(MapLibreStyle.LAYER, keys);
        var all = PictureStore.PictureQuestion.of(
                type, new PictureStore.OnGrid(address.bufferedBox()), values(classed.classes()));
        var question =
                classed.map().filter() == null ? all : all.where(classed.map().filter());
        AtomicInteger features = new AtomicInteger();
        store.read(view.edition(), question, (number, geometry, values) -> {
            if (layer.feature(number, geometry, values)) features.incrementAndGet();
        });
        return new Tile(tile.finish(), features.get());
    }

    private static List<PictureStore.Value> values(Classes classes) {
        PictureStore.Value number = new PictureStore.ClassNumber(classes);
        return classes instanceof Classes.Limits limits
                ? List.of(number, new PictureStore.MeasuredNumber(limits.measure()))
                : List.of(number);
    }
}
