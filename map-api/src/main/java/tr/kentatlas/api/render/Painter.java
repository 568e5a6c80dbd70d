package tr.kentatlas.api.render;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.map.PictureStore;
import tr.kentatlas.spatial.tile.GridShape;

/** The embedded engine: draws layers from stored geometry with Java2D, the grant in SQL on every picture. */
public final class Painter {
    private final PictureStore store;

    public Painter(PictureStore store) {
        this.store = store;
    }

    /**
     * A picture and what it shows.
     *
     * @param features how many of each type, those whose symbol just reaches over the edge among them
     */
    public record Painting(BufferedImage image, Map<String, Integer> features) {
        public Painting {
            features = Map.copyOf(features);
        }
    }

    /**
     * A picture of the layers, the first lowest.
     *
     * @param background ARGB; 0 leaves it transparent
     */
    public Painting draw(Edition edition, Frame frame, List<Layer> layers, int background) {
        boolean opaque = background >>> 24 == 0xff;
        BufferedImage image = new BufferedImage(
                frame.width(), frame.height(), opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB_PRE);
        if (background != 0) Arrays.fill(Pixels.of(image), background);
        Graphics2D canvas = image.createGraphics();
        try {
            prepare(canvas);
            return new Painting(image, draw(edition, frame, layers, new PixelCanvas(image, canvas)));
        } finally {
            canvas.dispose();
        }
    }

    /** The same on any canvas whose units are the frame's pixels; tells how many features of each type it shows. */
    public Map<String, Integer> draw(Edition edition, Frame frame, List<Layer> layers, Canvas canvas) {
        Map<String, Integer> features = new TreeMap<>();
        for (Layer layer : layers) {
            Sorter gathered = gather(edition, frame, layer);
            features.merge(layer.type().type().name(), gathered.features, Integer::sum);
            for (Map<Place, Strokes> coat : gathered.coats) {
                coat.forEach((place, strokes) -> strokes.onto(canvas, place.symbol));
            }
        }
        return features;
    }

    static void prepare(Graphics2D canvas) {
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    }

    private Sorter gather(Edition edition, Frame frame, Layer layer) {
        PictureStore.Area area = frame.area();
        boolean grid = area instanceof PictureStore.OnGrid;
        Sorter sorter = new Sorter(layer, frame);
        var question = question(layer, area);
        if (PictureStore.hasBlocks(question)) {
            List<Strokes> strokes = sorter.strokes(new Object[0]);
            store.blocks(edition, question, block -> strokes.forEach(one -> GridShape.readAll(block, one)));
            sorter.features = strokes.stream().mapToInt(Strokes::features).max().orElse(0);
            return sorter;
        }
        store.read(edition, question, (number, geometry, values) -> {
            for (Strokes strokes : sorter.sort(values)) {
                if (grid) GridShape.read(geometry, strokes);
                else WkbShape.read(geometry, strokes);
            }
        });
        return sorter;
    }

    private static PictureStore.PictureQuestion question(Layer layer, PictureStore.Area area) {
        var all = PictureStore.PictureQuestion.of(layer.type(), area, layer.values());
        var asked = layer.filter() == null ? all : all.where(layer.filter());
        return layer.finer() == null ? asked : asked.beneath(layer.finer());
    }

    /** Where features lie in a coat: over those of less rank, and among their own so that no other order of theirs changes the picture. */
    private record Place(double rank, Symbol symbol) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparingDouble(Place::rank).thenComparing(Place::symbol, Symbol.ORDER);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** Finds the paths a feature belongs to; symbols are chosen once for equal values. */
    private static final class Sorter {
        private final Layer layer;
        private final Frame frame;
        private final Screen screen;
        private final List<SortedMap<Place, Strokes>> coats = new ArrayList<>();
        private final Map<List<Optional<Object>>, List<Strokes>> known = new HashMap<>();
        private int features;

        Sorter(Layer layer, Frame frame) {
            this.layer = layer;
            this.frame = frame;
            this.screen = frame.screen();
            layer.coats().forEach(coat -> coats.add(new TreeMap<>()));
        }

        List<Strokes> sort(@Nullable Object[] values) {
            List<Strokes> found = strokes(values);
            if (!found.isEmpty()) features++;
            return found;
        }

        private List<Strokes> strokes(@Nullable Object[] values) {
            List<Optional<Object>> key = new ArrayList<>(values.length);
            for (Object value : values) key.add(Optional.ofNullable(value));
            List<Strokes> found = known.get(key);
            if (found == null) {
                found = choose(values);
                known.put(key, found);
            }
            return found;
        }

        private List<Strokes> choose(@Nullable Object[] values) {
            Layer.Values given = index -> values[index];
            List<Strokes> chosen = new ArrayList<>();
            for (int i = 0; i < coats.size(); i++) {
                Layer.Coat coat = layer.coats().get(i);
                Symbol symbol = coat.symbol(given);
                if (symbol == null) continue;
                Place place = new Place(coat.rank(given), symbol);
                chosen.add(coats.get(i)
                        .computeIfAbsent(place, p -> new Strokes(screen, symbol, frame.width(), frame.height())));
            }
            return chosen;
        }
    }
}
