package tr.kentatlas.api.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.access.View;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.planning.Neighbourhoods.Neighbourhood;
import tr.kentatlas.spatial.planning.statistics.AreaFigures;
import tr.kentatlas.spatial.planning.statistics.StatisticsQuestion;
import tr.kentatlas.spatial.word.Worded;

/**
 * A question of statistics with its answer, ready to be written.
 *
 * @param areas all features first, then what was drawn, then the neighbourhoods in the order of their names
 */
record StatisticsAnswer(View view, StatisticsQuestion question, JsonNode asked, List<Area> areas) {

    /** What an area is. */
    enum Kind implements Worded {
        ALL,
        DRAWN,
        NEIGHBOURHOOD
    }

    /**
     * One row.
     *
     * @param geoJson its shape in CRS84; empty for all features
     */
    record Area(Kind kind, Text name, String geoJson, AreaFigures figures) {}

    static StatisticsAnswer of(
            View view,
            StatisticsQuestion question,
            JsonNode asked,
            List<Neighbourhood> neighbourhoods,
            Map<String, AreaFigures> figures) {
        List<Area> areas = new ArrayList<>();
        areas.add(new Area(Kind.ALL, new Text("Tümü", "All"), "", figures(AreaFigures.ALL, question, figures)));
        for (int i = 1; i <= question.drawn().size(); i++) {
            String name = question.drawn().get(i - 1).name();
            String shape = asked.path("areas").get(i - 1).path("shape").toString();
            areas.add(new Area(Kind.DRAWN, new Text(name, name), shape, figures("drawn-" + i, question, figures)));
        }
        for (Neighbourhood one : neighbourhoods) {
            AreaFigures own = figures(one.id().toString(), question, figures);
            areas.add(new Area(Kind.NEIGHBOURHOOD, new Text(one.name(), one.name()), one.geoJson(), own));
        }
        return new StatisticsAnswer(view, question, asked, areas);
    }

    /** An area in which nothing lies has figures too: none of everything. */
    private static AreaFigures figures(String key, StatisticsQuestion question, Map<String, AreaFigures> figures) {
        AreaFigures found = figures.get(key);
        if (found != null) return found;
        AreaFigures.Numbers none = new AreaFigures.Numbers(0, null, null, null, null, null, false);
        List<AreaFigures.Numbers> numbers =
                question.numbers().stream().map(attribute -> none).toList();
        return new AreaFigures(key, 0, 0, 0, numbers, List.of(), false);
    }

    /** Whether the features have an area, or a length: what is measured beside their number. */
    boolean hasArea() {
        var geometry = question.type().type().geometry();
        return geometry != null
                && switch (geometry.type()) {
                    case MULTI_POLYGON, GEOMETRY -> true;
                    case POINT, LINE_STRING -> false;
                };
    }

    boolean hasLength() {
        var geometry = question.type().type().geometry();
        return geometry != null
                && switch (geometry.type()) {
                    case LINE_STRING, GEOMETRY -> true;
                    case POINT, MULTI_POLYGON -> false;
                };
    }
}
