package tr.kentatlas.api.wms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.ogc.tiles.TileRules;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.api.render.Frame;
import tr.kentatlas.api.render.Layer;
import tr.kentatlas.api.render.LegendPicture;
import tr.kentatlas.api.render.style.DefaultStyles;
import tr.kentatlas.api.render.style.StyleLegend;
import tr.kentatlas.api.thematic.ClassedMap;
import tr.kentatlas.api.thematic.ClassedMaps;
import tr.kentatlas.api.thematic.PublishedMaps;
import tr.kentatlas.api.thematic.ThematicMap;
import tr.kentatlas.api.thematic.drawn.ClassedLayer;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.store.VisibleType;

/** What a caller can ask {@code /wms} for: each type they see, and each published thematic map of such a type. */
@Component
final class Catalogue {
    static final String THEME = "theme:";
    private static final double LEGEND_ZOOM = 16;

    private final ClassedMaps classedMaps;
    private final ObjectProvider<PublishedMaps> published;
    private final DefaultStyles styles = DefaultStyles.read();
    private final TileRules rules = TileRules.read();

    Catalogue(ClassedMaps classedMaps, ObjectProvider<PublishedMaps> published) {
        this.classedMaps = classedMaps;
        this.published = published;
    }

    /** A layer as the capabilities tell of it; a thematic map's has that. */
    record Entry(String name, Text title, VisibleType type, Optional<PublishedMaps.Published> published) {
        Optional<ThematicMap> map() {
            return published.map(PublishedMaps.Published::map);
        }
    }

    List<Entry> list(View view) {
        List<Entry> entries = new ArrayList<>();
        for (VisibleType type : view.types()) {
            if (type.type().geometry() == null) continue;
            entries.add(new Entry(type.type().name(), type.type().title(), type, Optional.empty()));
        }
        maps(view).forEach(map -> entries.add(entry(view, map)));
        return entries;
    }

    /** Published maps whose type and fields this caller sees; any other does not exist. */
    private List<PublishedMaps.Published> maps(View view) {
        return published.stream().flatMap(maps -> maps.list(view).stream()).toList();
    }

    private static Entry entry(View view, PublishedMaps.Published map) {
        return new Entry(
                THEME + map.id(), map.map().title(), view.type(map.map().type()), Optional.of(map));
    }

    /** A layer by its name and the style asked for. */
    Entry find(View view, String name, String style) {
        boolean themed = style.startsWith(THEME);
        List<Entry> all = themed || name.startsWith(THEME) ? list(view) : types(view, name);
        Entry entry = named(all, name, "LayerNotDefined", Wording.of("wms.no-layer", Parameters.shortened(name)));
        if (style.isEmpty() || style.equals("default") || style.equals(name)) return entry;
        Wording unknown = Wording.of("wms.no-style", name, Parameters.shortened(style));
        Entry look = named(all, style, "StyleNotDefined", unknown);
        if (!themed || !look.type().equals(entry.type())) throw new ServiceException("StyleNotDefined", unknown);
        return new Entry(name, entry.title(), entry.type(), look.published());
    }

    private static List<Entry> types(View view, String name) {
        return view.find(name).stream()
                .filter(type -> type.type().geometry() != null)
                .map(type -> new Entry(name, type.type().title(), type, Optional.empty()))
                .toList();
    }

    private static Entry named(List<Entry> all, String name, String code, Wording unknown) {
        return all.stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ServiceException(code, unknown));
    }

    /** The classes of a thematic map; empty for a type as it is. */
    Optional<ClassedMap> classed(View view, Entry entry) {
        return entry.map().map(map -> classed(view, map));
    }

    Layer layer(View view, Entry entry, Frame frame) {
        return classed(view, entry)
                .map(classed -> ClassedLayer.of(classed, entry.type()))
                .orElseGet(() -> styled(view, entry.type(), frame.zoom(view.edition())));
    }

    private Layer styled(View view, VisibleType type, double zoom) {
        Layer layer = styles.layer(type, zoom);
        return rules.finer(view, type).map(layer::beneath).orElse(layer);
    }

    /** A layer's legend: its title, which a single line says itself, and its lines. */
    record LegendText(String title, List<LegendPicture.Line> lines) {}

    LegendText legend(View view, Entry entry, Locale locale) {
        String title = entry.title().in(locale);
        if (entry.map().isPresent()) {
            ThematicMap map = entry.map().get();
            return new LegendText(
                    map.title().in(locale), ClassedLayer.legend(classed(view, map), entry.type(), locale));
        }
        List<LegendPicture.Line> lines = StyleLegend.of(styles.layer(entry.type(), LEGEND_ZOOM), entry.type(), locale);
        return new LegendText(lines.size() > 1 ? title : "", lines);
    }

    private ClassedMap classed(View view, ThematicMap map) {
        try {
            return classedMaps.of(view, map);
        } catch (Problem problem) {
            throw ServiceException.of(problem);
        }
    }
}
