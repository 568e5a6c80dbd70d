package tr.kentatlas.spatial.store.thematic;

import java.util.List;
import tr.kentatlas.spatial.feature.cql2.Cql2;

/**
 * Which class a feature falls into, numbered from 0; none when it has no value. Decided in SQL for every reader, so that a map, its
 * legend and its counts cannot differ.
 */
public sealed interface Classes {

    /** By number: class i holds what is greater than {@code upper(i - 1)} and at most {@code upper(i)}; the last has no upper limit. */
    record Limits(Measure measure, List<Double> inner) implements Classes {
        public Limits {
            inner = List.copyOf(inner);
        }
    }

    /** By code: the place in the list; whatever else has a value falls into one more class. */
    record Codes(Cql2.Property property, List<String> codes) implements Classes {
        public Codes {
            codes = List.copyOf(codes);
        }
    }
}
