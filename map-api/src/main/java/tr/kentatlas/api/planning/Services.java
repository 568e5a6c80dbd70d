package tr.kentatlas.api.planning;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.spatial.planning.walk.Facility;
import tr.kentatlas.spatial.planning.walk.FacilityReader;
import tr.kentatlas.spatial.planning.walk.ServiceArea;
import tr.kentatlas.spatial.planning.walk.WalkNetwork;
import tr.kentatlas.spatial.planning.walk.WalkReader;
import tr.kentatlas.spatial.store.Projected;
import tr.kentatlas.spatial.store.WallReader;

/** Answers questions of walking. Measuring takes a fraction of what reading does, so nothing but the network is kept. */
@Component
final class Services {
    private final WallReader reader;
    private final FacilityReader facilities;
    private final WalkNetworks networks;

    Services(WallReader reader, WalkNetworks networks) {
        this.reader = reader;
        this.facilities = new FacilityReader(reader);
        this.networks = networks;
    }

    ServiceArea of(View view, ServiceQuestion question, Run run) {
        WalkNetwork network = networks.of(view, run);
        run.at(Run.Stage.FEATURES);
        List<Facility> found = facilities(view, question.target(), run);
        run.at(Run.Stage.WALKING);
        return ServiceArea.of(network, found, question.rules(), run::isStopped);
    }

    Projected projected(View view) {
        return new Projected(reader, view.edition(), view.type(WalkReader.STREETS));
    }

    private List<Facility> facilities(View view, ServiceQuestion.Target target, Run run) {
        return switch (target) {
            case ServiceQuestion.Place place -> List.of(pointed(view, place));
            case ServiceQuestion.Features asked -> read(view, asked, run);
        };
    }

    private List<Facility> read(View view, ServiceQuestion.Features asked, Run run) {
        try {
            return facilities.read(view.edition(), asked.type(), asked.query(), run);
        } catch (FacilityReader.TooManyFacilities e) {
            throw Problem.invalid("facilities", Wording.of("planning.facilities", FacilityReader.MOST_ENTRIES));
        }
    }

    private Facility pointed(View view, ServiceQuestion.Place place) {
        Coordinate at = projected(view).metres(place.longitude(), place.latitude());
        return new Facility(null, "", place.longitude(), place.latitude(), List.of(at), false);
    }
}
