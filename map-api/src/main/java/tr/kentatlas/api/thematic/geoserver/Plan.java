package tr.kentatlas.api.thematic.geoserver;

import java.util.List;
import java.util.Optional;
import tr.kentatlas.spatial.model.Text;

/**
 * What stands between a GeoServer and a release; nothing is done by making one.
 *
 * @param steps in the order they have to be done
 * @param leftOut what only the embedded engine can draw, and why
 */
public record Plan(long release, List<Step> steps, List<Text> leftOut) {
    public Plan {
        steps = List.copyOf(steps);
        leftOut = List.copyOf(leftOut);
    }

    /** What is done to a thing. */
    public enum Deed {
        MAKE('+'),
        CHANGE('~'),
        REMOVE('-');

        private final char sign;

        Deed(char sign) {
            this.sign = sign;
        }

        /** For lists. */
        public char sign() {
            return sign;
        }
    }

    /**
     * One thing to do; doing it twice does no harm.
     *
     * @param layer the layer that is not to be drawn by GeoServer meanwhile
     */
    public record Step(Deed deed, String what, Optional<String> layer, Runnable work) {
        static Step of(Deed deed, String what, Runnable work) {
            return new Step(deed, what, Optional.empty(), work);
        }

        static Step of(Deed deed, String what, String layer, Runnable work) {
            return new Step(deed, what, Optional.of(layer), work);
        }
    }

    /** The layers that change under a reader's eyes. */
    List<String> touched() {
        return steps.stream().flatMap(step -> step.layer().stream()).distinct().toList();
    }
}
