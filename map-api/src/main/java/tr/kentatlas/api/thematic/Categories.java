package tr.kentatlas.api.thematic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.thematic.Classes;

/** Classes a map of codes: the most frequent ones each a class, the rest one more. */
final class Categories {
    private static final String OTHER_COLOUR = "#969696";

    private final ThematicMap map;
    private final VisibleType type;
    private final Attribute attribute;

    Categories(ThematicMap map, VisibleType type, Attribute attribute) {
        this.map = map;
        this.type = type;
        this.attribute = attribute;
    }

    ClassedMap of(Map<String, Long> counts) {
        long none = counts.getOrDefault("", 0L);
        List<String> codes =
                counts.keySet().stream().filter(code -> !code.isEmpty()).toList();
        int shown = codes.size() <= map.classes() ? codes.size() : map.classes() - 1;
        List<String> first = codes.subList(0, shown);
        List<Legend.Entry> entries = new ArrayList<>();
        List<String> colours = map.colours().of(shown);
        Model model = type.entry().model();
        for (int i = 0; i < shown; i++) {
            String code = first.get(i);
            entries.add(new Legend.Entry(
                    model.words(attribute, code), colours.get(i), counts.getOrDefault(code, 0L), null, null, code));
        }
        long rest = codes.stream()
                .skip(shown)
                .mapToLong(code -> counts.getOrDefault(code, 0L))
                .sum();
        if (rest > 0) {
            entries.add(new Legend.Entry(new Text("Kalanlar", "Others"), OTHER_COLOUR, rest, null, null, null));
        }
        return new ClassedMap(map, new Classes.Codes(map.property(), first), legend(entries, none, counts));
    }

    private Legend legend(List<Legend.Entry> entries, long none, Map<String, Long> counts) {
        String colour = map.noData();
        return new Legend(
                map.title(),
                new MapWords(type).about(map),
                null,
                false,
                entries,
                colour == null ? null : new Legend.Entry(Classification.NO_DATA, colour, none, null, null, null),
                Legend.Histogram.NONE,
                counts.values().stream().mapToLong(Long::longValue).sum());
    }
}
