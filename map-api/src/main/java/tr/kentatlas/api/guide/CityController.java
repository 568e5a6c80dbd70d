package tr.kentatlas.api.guide;

import java.time.Instant;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.city.City;
import tr.kentatlas.api.http.MediaTypes;
import tr.kentatlas.api.http.Open;

/** What the map page needs to know of the city before it draws. */
@RestController
@Open
class CityController {
    private final City city;

    CityController(City city) {
        this.city = city;
    }

    @GetMapping(path = "/api/guide/city", produces = MediaTypes.JSON)
    CityCard city(View view) {
        Envelope box = view.edition().extent();
        return new CityCard(
                city.name(),
                List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()),
                new Served(view.edition().release(), view.edition().publishedAt()),
                city.credits().html(),
                city.isSample());
    }

    /** @param attribution as HTML */
    record CityCard(String name, List<Double> bbox, Served release, String attribution, boolean sample) {}

    record Served(long number, Instant publishedAt) {}
}
