package tr.kentatlas.api.thematic.saved;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.api.thematic.ClassedMap;
import tr.kentatlas.api.thematic.ClassedMaps;
import tr.kentatlas.api.thematic.FieldWords;
import tr.kentatlas.api.thematic.ThematicMap;
import tr.kentatlas.api.thematic.ThematicMapWriter;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.store.VisibleType;

/** A planner's map as everybody sees it; what not everybody may see can be shared with staff only. */
@Component
class OpenMaps {
    private static final List<String> OF_FIELDS = List.of("value", "normaliser", "filter");

    private final ClassedMaps classedMaps;

    OpenMaps(ClassedMaps classedMaps) {
        this.classedMaps = classedMaps;
    }

    /**
     * The map under the grant of everybody.
     *
     * @throws Problem naming the fields that are not everybody's
     */
    ClassedMap of(View view, ThematicMap map) {
        List<Problem.Fault> faults = closed(view, map);
        if (!faults.isEmpty()) throw Problem.unfit(faults);
        return classedMaps.of(View.visitor(view.edition()), map);
    }

    private static List<Problem.Fault> closed(View view, ThematicMap map) {
        VisibleType own = view.type(map.type());
        return View.visitor(view.edition())
                .find(map.type())
                .map(open -> closed(own, open, ThematicMapWriter.tree(map)))
                .orElseGet(() ->
                        List.of(fault("type", "thematic.closed-type", own.type().title())));
    }

    private static List<Problem.Fault> closed(VisibleType own, VisibleType open, JsonNode definition) {
        FieldWords fields = new FieldWords(own);
        List<Problem.Fault> faults = new ArrayList<>();
        for (String member : OF_FIELDS) {
            Stream<Attribute> named = fields.named(definition.path(member).asString("")).stream();
            named.filter(field -> open.attribute(field.name()).isEmpty())
                    .forEach(field -> faults.add(fault(member, "thematic.closed", field.title())));
        }
        return faults;
    }

    private static Problem.Fault fault(String parameter, String key, Object value) {
        return new Problem.Fault(parameter, Wording.of(key, value));
    }
}
