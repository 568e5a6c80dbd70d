package tr.kentatlas.api.thematic.geoserver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.ogc.tiles.TileRules;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.ValueWordings;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.api.problem.Words;
import tr.kentatlas.api.render.sld.Looks;
import tr.kentatlas.api.render.style.DefaultStyles;
import tr.kentatlas.api.thematic.ClassedMap;
import tr.kentatlas.api.thematic.ClassedMaps;
import tr.kentatlas.api.thematic.PublishedMaps;
import tr.kentatlas.api.thematic.drawn.ClassedLayer;
import tr.kentatlas.api.thematic.drawn.Sld;
import tr.kentatlas.spatial.delivery.MapViews;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.GrantedSql;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.WallReader;
import tr.kentatlas.spatial.store.thematic.MapViewSql;

/** Works out what a GeoServer should hold of a release: exactly what a visitor sees of it, and no more. */
final class Wants {
    private static final Locale TURKISH = Locale.forLanguageTag("tr");
    private static final Words WORDS = Words.ofFiles();

    private final WallReader reader;
    private final ClassedMaps classedMaps;
    private final PublishedMaps maps;
    private final MapViews views;
    private final DefaultStyles styles = DefaultStyles.read();
    private final TileRules rules = TileRules.read();

    Wants(DataSource owner, PublishedMaps maps, MapViews views) {
        this.reader = new WallReader(owner, owner);
        this.classedMaps = new ClassedMaps(reader);
        this.maps = maps;
        this.views = views;
    }

    Wanted of(Edition edition, Progress progress) {
        View visitor = View.visitor(edition);
        List<VisibleType> types = inDrawingOrder(visitor);
        List<PublishedMaps.Published> published = maps.list(visitor);
        List<WantedLayer> layers = new ArrayList<>();
        List<Text> leftOut = new ArrayList<>();
        try (Progress.Step bar =
                progress.begin("reading release " + edition.release(), types.size() + published.size())) {
            for (VisibleType type : types) {
                type(visitor, type).ifPresentOrElse(layers::add, () -> leftOut.add(leftOut(type)));
                bar.at(layers.size() + leftOut.size());
            }
            List<String> group = layers.stream().map(WantedLayer::name).toList();
            for (PublishedMaps.Published map : published) {
                addMap(visitor, map, layers, leftOut);
                bar.at(layers.size() + leftOut.size());
            }
            bar.done();
            return new Wanted(edition, layers, group, leftOut);
        }
    }

    private Text leftOut(VisibleType type) {
        String name = type.type().name();
        String why = rules.isBeneathPlans(name) ? "geoserver.left.plans" : "geoserver.left.type";
        return WORDS.text(Wording.of(why, type.type().title(), name));
    }

    private void addMap(View visitor, PublishedMaps.Published map, List<WantedLayer> layers, List<Text> leftOut) {
        try {
            layers.add(layerOf(visitor, map));
        } catch (Problem refused) {
            leftOut.add(leftOut(map, language -> WORDS.tell(refused, language)));
        } catch (IllegalArgumentException refused) {
            leftOut.add(leftOut(map, language -> WORDS.tell(ValueWordings.of(refused), language)));
        }
    }

    private static Text leftOut(PublishedMaps.Published map, Function<Locale, String> why) {
        Text reason = new Text(why.apply(TURKISH), why.apply(Locale.ENGLISH));
        return WORDS.text(Wording.of("geoserver.left.theme", map.map().title(), "theme:" + map.id(), reason));
    }

    /** As the default cartography lies them over each other; types it does not know are lowest. */
    private List<VisibleType> inDrawingOrder(View visitor) {
        List<String> order = styles.drawingOrder();
        return visitor.types().stream()
                .filter(type -> type.type().geometry() != null)
                .sorted(Comparator.comparingInt(
                        type -> order.indexOf(type.type().name())))
                .toList();
    }

    private Optional<WantedLayer> type(View visitor, VisibleType type) {
        String name = type.type().name();
        if (rules.isBeneathPlans(name)) return Optional.empty();
        return Looks.of(reader, styles, visitor.edition(), type).map(looks -> {
            GrantedSql select = looks.select();
            return new WantedLayer(
                    type.type().title().tr(),
                    new MapViews.View(name, select),
                    looks.sld(name),
                    views.content(select),
                    frame -> styles.layer(type, frame.zoom(visitor.edition())));
        });
    }

    private WantedLayer layerOf(View visitor, PublishedMaps.Published map) {
        VisibleType type = visitor.type(map.map().type());
        ClassedMap classed = classedMaps.of(visitor, map.map());
        String name = Names.map(map.id(), map.map());
        GrantedSql select =
                MapViewSql.classed(visitor.edition(), type, map.map().query(), classed.classes());
        return new WantedLayer(
                map.map().title().tr(),
                new MapViews.View(name, select),
                Sld.write(name, classed, type, TURKISH),
                views.content(select),
                frame -> ClassedLayer.of(classed, type));
    }
}
