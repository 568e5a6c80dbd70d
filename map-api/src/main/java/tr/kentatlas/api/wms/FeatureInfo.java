package tr.kentatlas.api.wms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.access.Witness;
import tr.kentatlas.api.ogc.tiles.TileRules;
import tr.kentatlas.api.page.Facts;
import tr.kentatlas.api.render.Frame;
import tr.kentatlas.api.render.Symbol;
import tr.kentatlas.api.thematic.ClassedMap;
import tr.kentatlas.spatial.feature.Bbox;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.feature.Feature;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.feature.Page;
import tr.kentatlas.spatial.store.FeatureStore;
import tr.kentatlas.spatial.store.WallReader;
import tr.kentatlas.spatial.store.sql.SqlFragment;
import tr.kentatlas.spatial.store.thematic.ClassSql;
import tr.kentatlas.spatial.store.thematic.ClassStore;

/** Tells what lies at a pixel (OGC 06-042 §7.4): as text, as a page, as GeoJSON, as GML; the nearest first. */
@Component
final class FeatureInfo {
    static final List<String> FORMATS =
            List.of("text/plain", "text/html", "application/json", "application/geo+json", InfoGml.FORMAT);
    static final int MOST = 50;

    private static final JsonMapper JSON = JsonMapper.shared();
    /** How near a click must come to a point or line, in pixels. */
    private static final double NEAR = 5;

    private static final double INSIDE = 0.5;

    private final FeatureStore features;
    private final ClassStore classes;
    private final Catalogue catalogue;
    private final TileRules rules = TileRules.read();
    private final Witness witness;

    FeatureInfo(FeatureStore features, WallReader reader, Catalogue catalogue, Witness witness) {
        this.features = features;
        this.classes = new ClassStore(reader);
        this.catalogue = catalogue;
        this.witness = witness;
    }

    /** A question: where, and how many of each layer. */
    record Click(Frame frame, int column, int row, int most) {
        Bbox around(double pixels) {
            Envelope box = frame.box();
            double perX = box.getWidth() / frame.width();
            double perY = box.getHeight() / frame.height();
            double x = box.getMinX() + (column + INSIDE) * perX;
            double y = box.getMaxY() - (row + INSIDE) * perY;
            double south = latitude(y - pixels * perY);
            double north = latitude(y + pixels * perY);
            return new Bbox(x - pixels * perX, south, x + pixels * perX, north, frame.crs());
        }

        /** There is nothing beyond the poles; metres are as they are. */
        private double latitude(double y) {
            return frame.crs().isGeographic() ? Math.clamp(y, -90, 90) : y;
        }
    }

    /**
     * A feature and the layer it was found in.
     *
     * @param theme what the layer tells of it where that is a thematic map
     */
    record Found(
            Catalogue.Entry layer,
            Feature feature,
            @Nullable ThemeFacts theme) {
        /** What the map is of first, then the feature itself. */
        List<Facts.Fact> facts(Facts words, Locale locale) {
            List<Facts.Fact> facts = new ArrayList<>(theme == null ? List.of() : theme.of(locale));
            facts.addAll(words.of(feature));
            return facts;
        }

        Map<String, Object> properties(Locale locale) {
            Map<String, Object> properties = new LinkedHashMap<>();
            var attributes = layer.type().attributes();
            for (int i = 0; i < attributes.size(); i++) {
                Object value = feature.values().get(i);
                if (value != null && Facts.isForPeople(attributes.get(i))) {
                    properties.put(attributes.get(i).name(), value);
                }
            }
            if (theme != null) properties.putAll(theme.properties(locale));
            return properties;
        }
    }

    /** The answer's text in the format asked for. */
    String tell(View view, List<Catalogue.Entry> layers, Click click, String format, Locale locale) {
        List<Found> found = new ArrayList<>();
        for (Catalogue.Entry layer : layers) find(view, layer, click, found);
        return switch (format) {
            case "text/html" -> page(found, locale);
            case "text/plain" -> plain(found, locale);
            case InfoGml.FORMAT -> InfoGml.write(found, locale);
            default -> json(found, locale);
        };
    }

    private void find(View view, Catalogue.Entry layer, Click click, List<Found> found) {
        boolean area = Symbol.Shape.of(layer.type()).equals(List.of(Symbol.Shape.AREA));
        FeatureQuery all = FeatureQuery.all(layer.type().type().name(), Page.first(click.most()));
        var filter = layer.map().map(map -> map.filter());
        FeatureQuery query = filter.map(f -> all.where(f, Crs.CRS84)).orElse(all);
        ClassedMap theme = catalogue.classed(view, layer).orElse(null);
        List<Feature> near = new ArrayList<>();
        Bbox box = click.around(area ? INSIDE : NEAR);
        features.nearest(view.edition(), layer.type(), query, box, drawn(view, layer, theme, box), near::add);
        List<UUID> told = near.stream().map(Feature::id).toList();
        var classed = theme == null || near.isEmpty()
                ? Map.<UUID, ClassStore.Classed>of()
                : classes.classed(view.edition(), layer.type(), told, theme.classes());
        for (Feature feature : near) {
            ThemeFacts facts = theme == null ? null : ThemeFacts.of(theme, classed.get(feature.id()));
            found.add(new Found(layer, feature, facts));
        }
        if (!view.isPublic()) witness.told(view, layer.type().type().name(), "wms", "GetFeatureInfo", told);
    }

    /** What is drawn there: neither plans that finer ones leave nothing of, nor what a thematic map leaves out for want of a value. */
    private FeatureStore.Drawn drawn(View view, Catalogue.Entry layer, @Nullable ClassedMap theme, Bbox box) {
        if (theme != null && theme.legend().noData() != null) return FeatureStore.Drawn.ALL;
        if (theme != null) {
            SqlFragment hasClass =
                    new ClassSql(layer.type()).classOf(theme.classes()).between("(", ") IS NOT NULL");
            return (rows, columns) -> rows.where(hasClass).select(columns);
        }
        return rules.finer(view, layer.type())
                .map(finer -> finer.around(view.edition(), layer.type(), box))
                .orElse(FeatureStore.Drawn.ALL);
    }

    private static String plain(List<Found> found, Locale locale) {
        StringBuilder text = new StringBuilder();
        for (Found one : found) {
            Facts facts = new Facts(one.layer().type(), locale);
            text.append(title(one, facts, locale)).append('\n');
            one.facts(facts, locale)
                    .forEach(fact -> text.append("  ")
                            .append(fact.label())
                            .append(" = ")
                            .append(fact.value())
                            .append('\n'));
        }
        return text.isEmpty() ? nothing(locale) + "\n" : text.toString();
    }

    /** The layer and, where it has one, the feature's own name. */
    private static String title(Found found, Facts facts, Locale locale) {
        String layer = found.layer().title().in(locale);
        String kind = found.layer().type().type().title().in(locale);
        String name = facts.title(found.feature());
        return name.equals(kind) ? layer : layer + ": " + name;
    }

    private static String nothing(Locale locale) {
        return isEnglish(locale) ? "Nothing here." : "Burada bir şey yok.";
    }

    private static String page(List<Found> found, Locale locale) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html><html lang=\"" + (isEnglish(locale) ? "en" : "tr")
                + "\"><head><meta charset=\"utf-8\"><title>Kentatlas</title></head><body>");
        for (Found one : found) {
            Facts facts = new Facts(one.layer().type(), locale);
            html.append("<table><caption>")
                    .append(escaped(title(one, facts, locale)))
                    .append("</caption>");
            one.facts(facts, locale)
                    .forEach(fact -> html.append("<tr><th scope=\"row\">")
                            .append(escaped(fact.label()))
                            .append("</th><td>")
                            .append(escaped(fact.value()))
                            .append("</td></tr>"));
            html.append("</table>");
        }
        if (found.isEmpty()) html.append("<p>").append(nothing(locale)).append("</p>");
        return html.append("</body></html>").toString();
    }

    private static String json(List<Found> found, Locale locale) {
        ObjectNode answer = JSON.createObjectNode();
        answer.put("type", "FeatureCollection");
        ArrayNode features = answer.putArray("features");
        for (Found one : found) {
            ObjectNode feature = features.addObject();
            feature.put("type", "Feature");
            feature.put(
                    "id", one.layer().type().type().name() + "." + one.feature().id());
            String geometry = one.feature().geometryJson();
            if (geometry == null) feature.putNull("geometry");
            else feature.putRawValue("geometry", new RawValue(geometry));
            feature.set("properties", JSON.valueToTree(one.properties(locale)));
        }
        return JSON.writeValueAsString(answer);
    }

    private static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals("en");
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
