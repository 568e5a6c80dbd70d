package tr.kentatlas.api.guide;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.access.Witness;
import tr.kentatlas.api.http.MediaTypes;
import tr.kentatlas.api.http.Open;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.ValueWordings;
import tr.kentatlas.spatial.feature.Bbox;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.feature.Feature;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.feature.Page;
import tr.kentatlas.spatial.search.PlaceIndex.Position;
import tr.kentatlas.spatial.store.FeatureStore;
import tr.kentatlas.spatial.store.VisibleType;

/** {@code /api/guide/at}: what is at a place, as cards for people; points before lines, lines before areas, small before large. */
@RestController
@Open
class PlaceController {
    private static final double METRES_PER_DEGREE = 111_320;
    private static final double USUAL_RADIUS = 8;
    private static final int MOST_RADIUS = 500;
    private static final int MOST_PER_TYPE = 4;

    private final FeatureStore features;
    private final Witness witness;

    PlaceController(FeatureStore features, Witness witness) {
        this.witness = witness;
        this.features = features;
    }

    @GetMapping(path = "/api/guide/at", produces = MediaTypes.JSON)
    Cards at(View view, HttpServletRequest request, Locale locale) {
        GuideRequest asked = new GuideRequest(request);
        Position position = asked.position();
        double radius = asked.radius(USUAL_RADIUS, MOST_RADIUS);
        asked.check();
        Bbox around = around(position.longitude(), position.latitude(), radius);
        List<PlaceCard> cards = new ArrayList<>();
        for (VisibleType type : view.types()) {
            if (type.type().geometry() != null) collect(view, type, around, locale, cards);
        }
        cards.sort(Comparator.comparingDouble(PlaceCard::size));
        return new Cards(cards);
    }

    private void collect(View view, VisibleType type, Bbox around, Locale locale, List<PlaceCard> cards) {
        FeatureQuery query =
                FeatureQuery.all(type.type().name(), Page.first(MOST_PER_TYPE)).within(around);
        List<UUID> told = new ArrayList<>();
        features.page(view.edition(), type, query, (Feature feature) -> {
            cards.add(PlaceCard.of(type, feature, locale));
            told.add(feature.id());
        });
        if (!told.isEmpty()) witness.told(view, type.type().name(), "place", "", told);
    }

    private static Bbox around(double lon, double lat, double radius) {
        double up = radius / METRES_PER_DEGREE;
        double side = up / Math.max(0.01, Math.cos(Math.toRadians(lat)));
        try {
            return new Bbox(lon - side, lat - up, lon + side, lat + up, Crs.CRS84);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("lon, lat", ValueWordings.of(e));
        }
    }

    record Cards(List<PlaceCard> features) {}
}
