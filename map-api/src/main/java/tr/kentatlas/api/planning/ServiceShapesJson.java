package tr.kentatlas.api.planning;

import java.util.List;
import java.util.concurrent.CancellationException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tr.kentatlas.spatial.planning.walk.Facility;
import tr.kentatlas.spatial.planning.walk.ServiceArea;
import tr.kentatlas.spatial.planning.walk.ServiceShapes;
import tr.kentatlas.spatial.store.Projected;

/** A service area as GeoJSON: of each band the ground and the streets, the longest band first, then the facilities. */
final class ServiceShapesJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Projected projected;
    private final Run run;
    private final StringBuilder features = new StringBuilder();

    private ServiceShapesJson(Projected projected, Run run) {
        this.projected = projected;
        this.run = run;
    }

    static String of(long release, ServiceArea area, Projected projected, Run run) {
        return new ServiceShapesJson(projected, run).whole(release, area);
    }

    private String whole(long release, ServiceArea area) {
        ServiceShapes shapes = new ServiceShapes(area);
        List<Integer> longestFirst = area.rules().minutes().reversed();
        for (int minutes : longestFirst) {
            add(band("ground", minutes), projected.geoJson(shapes.ground(minutes), run));
            add(band("streets", minutes), projected.geoJson(shapes.streets(minutes), run));
            if (run.isStopped()) throw new CancellationException();
        }
        area.facilities().forEach(this::facility);
        return "{\"type\":\"FeatureCollection\",\"release\":" + release + ",\"features\":[" + features + "]}";
    }

    private static ObjectNode band(String kind, int minutes) {
        return JSON.createObjectNode().put("kind", kind).put("minutes", minutes);
    }

    private void facility(Facility facility) {
        ObjectNode point = JSON.createObjectNode().put("type", "Point");
        point.putArray("coordinates").add(facility.longitude()).add(facility.latitude());
        ObjectNode properties = JSON.createObjectNode().put("kind", "facility").put("name", facility.name());
        if (facility.id() != null) properties.put("id", facility.id().toString());
        add(properties, point.toString());
    }

    private void add(ObjectNode properties, String geometry) {
        if (!features.isEmpty()) features.append(',');
        features.append("{\"type\":\"Feature\",\"properties\":").append(properties);
        features.append(",\"geometry\":").append(geometry).append('}');
    }
}
