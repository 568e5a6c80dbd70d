package tr.kentatlas.api.planning;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.access.Permits;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.Staff;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.access.Witness;
import tr.kentatlas.api.access.audit.NamedReads;
import tr.kentatlas.api.body.JsonBody;
import tr.kentatlas.api.http.Csv;
import tr.kentatlas.api.problem.Words;
import tr.kentatlas.spatial.planning.walk.ServiceArea;
import tr.kentatlas.spatial.planning.walk.WalkReader;

/** {@code /api/desk/planning/service-area}: who can walk to the nearest of something in how many minutes, counted, listed and drawn. */
@RestController
@RequestMapping("/api/desk/planning/service-area")
@Permits({Role.VIEWER, Role.PLANNER, Role.EDITOR, Role.STEWARD})
class ServiceController {
    private static final String CHANNEL = "service-area";

    private final Services services;
    private final Runs runs;
    private final NamedReads reads;
    private final Witness witness;
    private final Words words;

    ServiceController(Services services, Runs runs, NamedReads reads, Witness witness, Words words) {
        this.services = services;
        this.runs = runs;
        this.reads = reads;
        this.witness = witness;
        this.words = words;
    }

    /** A page of the list, and how many there are in all. */
    record Page(int total, List<AddressList.Row> rows) {}

    /** A request with what it asks. */
    private record Asked(View view, JsonNode json, ServiceQuestion question) {
        long release() {
            return view.edition().release();
        }
    }

    @PostMapping
    ServiceSummary summary(View view, Staff staff, HttpServletRequest request) throws IOException {
        Asked asked = asked(view, request);
        ServiceSummary summary = answer(
                asked,
                staff,
                request,
                (area, run) -> ServiceSummary.of(asked.release(), view.edition().srid(), area));
        told(asked, summary.city().doors());
        return summary;
    }

    @PostMapping(value = "/shapes", produces = "application/geo+json")
    String shapes(View view, Staff staff, HttpServletRequest request) throws IOException {
        Asked asked = asked(view, request);
        String shapes = answer(asked, staff, request, (area, run) -> {
            run.at(Run.Stage.SHAPES);
            return ServiceShapesJson.of(asked.release(), area, services.projected(view), run);
        });
        told(asked, 0);
        return shapes;
    }

    @PostMapping("/addresses")
    Page addresses(View view, Staff staff, HttpServletRequest request) throws IOException {
        Asked asked = asked(view, request);
        AddressList all = list(asked, staff, request);
        AddressList page = all.page(asked.question().addresses());
        told(asked, page);
        return new Page(all.size(), page.rows());
    }

    @PostMapping("/addresses.csv")
    ResponseEntity<byte[]> csv(
            View view,
            Staff staff,
            HttpServletRequest request,
            Locale language,
            @RequestParam(required = false) @Nullable String separator)
            throws IOException {
        Csv form = AskedCsv.of(separator, language);
        Asked asked = asked(view, request);
        AddressList all = list(asked, staff, request);
        told(asked, all);
        return new AddressCsv(words, language, form).of(asked.release(), all.rows());
    }

    @PostMapping(value = "/addresses.geojson", produces = "application/geo+json")
    String geoJson(View view, Staff staff, HttpServletRequest request) throws IOException {
        Asked asked = asked(view, request);
        AddressList all = list(asked, staff, request);
        told(asked, all);
        return all.geoJson(asked.release());
    }

    private static Asked asked(View view, HttpServletRequest request) throws IOException {
        JsonNode json = JsonBody.read(request);
        return new Asked(view, json, ServiceReader.read(json, view));
    }

    private AddressList list(Asked asked, Staff staff, HttpServletRequest request) {
        return answer(
                asked,
                staff,
                request,
                (area, run) -> AddressList.all(area, asked.question().addresses()));
    }

    private <T> T answer(Asked asked, Staff staff, HttpServletRequest request, BiFunction<ServiceArea, Run, T> form) {
        return runs.during(
                staff,
                request.getHeader(Runs.HEADER),
                run -> form.apply(services.of(asked.view(), asked.question(), run), run));
    }

    private void told(Asked asked, long doors) {
        reads.told(
                asked.view(),
                "read." + CHANNEL,
                WalkReader.DOORS,
                doors,
                asked.json().toString());
    }

    private void told(Asked asked, AddressList doors) {
        witness.told(asked.view(), WalkReader.DOORS, CHANNEL, asked.json().toString(), doors.ids());
    }
}
