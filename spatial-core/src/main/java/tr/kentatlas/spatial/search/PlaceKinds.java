package tr.kentatlas.spatial.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.model.Text;

/** The kinds of places a release has, with how many there are of each. */
public record PlaceKinds(List<Kind> kinds) {

    /** One kind: what it is asked for by, its name, and the broader kind's code; empty where there is none. */
    public record Kind(String code, Text name, String group, int count) {}

    public PlaceKinds {
        kinds = List.copyOf(kinds);
    }

    /** Counts while places pass. */
    static final class Counter {
        private final Map<String, Kind> byCode = new LinkedHashMap<>();

        void add(Place place) {
            if (place.sort() != Place.Sort.PLACE) return;
            Text group = place.fact("groupCode");
            byCode.merge(place.code(), new Kind(place.code(), place.kind(), words(group), 1), Counter::oneMore);
        }

        PlaceKinds counted() {
            List<Kind> kinds = new ArrayList<>(byCode.values());
            kinds.sort(Comparator.comparingInt(Kind::count).reversed().thenComparing(Kind::code));
            return new PlaceKinds(kinds);
        }

        private static Kind oneMore(Kind kind, Kind other) {
            return new Kind(kind.code, kind.name, kind.group, kind.count + other.count);
        }

        private static String words(@Nullable Text text) {
            return text == null ? "" : text.tr();
        }
    }
}
