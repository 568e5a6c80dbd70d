package tr.kentatlas.api.planning;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tr.kentatlas.api.access.FilterFields;
import tr.kentatlas.api.access.Permits;
import tr.kentatlas.api.access.Reaches;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.Staff;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.access.audit.NamedReads;
import tr.kentatlas.api.body.JsonBody;
import tr.kentatlas.api.http.Csv;
import tr.kentatlas.api.problem.Words;
import tr.kentatlas.spatial.planning.Neighbourhoods.Neighbourhood;
import tr.kentatlas.spatial.planning.statistics.AreaFigures;
import tr.kentatlas.spatial.planning.statistics.AreaStatistics;
import tr.kentatlas.spatial.planning.statistics.StatisticsQuestion;
import tr.kentatlas.spatial.store.WallReader;

/** {@code /api/desk/planning}: what can be asked about, and statistics by area; a question is posted, since areas are long. */
@RestController
@RequestMapping("/api/desk/planning")
@Permits({Role.VIEWER, Role.PLANNER, Role.EDITOR, Role.STEWARD})
class StatisticsController {
    private final WallReader reader;
    private final AreaStatistics statistics;
    private final Reaches reaches;
    private final NamedReads reads;
    private final Runs runs;
    private final Words words;

    StatisticsController(WallReader reader, Reaches reaches, NamedReads reads, Runs runs, Words words) {
        this.reader = reader;
        this.statistics = new AreaStatistics(reader);
        this.reaches = reaches;
        this.reads = reads;
        this.runs = runs;
        this.words = words;
    }

    @GetMapping("/types")
    List<PlanningTypes.Type> types(View view) {
        return PlanningTypes.of(view, reaches);
    }

    /** What a filter on a type can speak of. */
    @GetMapping("/types/{type}/fields")
    List<FilterFields.Field> fields(View view, @PathVariable String type) {
        return FilterFields.of(view, view.type(type));
    }

    /** @param shapes whether the areas come along as GeoJSON, in the member of that name */
    @PostMapping("/statistics")
    ObjectNode json(
            View view, Staff staff, HttpServletRequest request, @RequestParam(defaultValue = "false") boolean shapes)
            throws IOException {
        StatisticsAnswer answer = answer(view, staff, request);
        ObjectNode json = StatisticsJson.of(answer);
        if (shapes) json.set("shapes", StatisticsJson.geoJson(answer));
        return json;
    }

    @PostMapping("/statistics.csv")
    ResponseEntity<byte[]> csv(
            View view,
            Staff staff,
            HttpServletRequest request,
            Locale language,
            @RequestParam(required = false) @Nullable String separator)
            throws IOException {
        Csv form = AskedCsv.of(separator, language);
        return new StatisticsCsv(words, answer(view, staff, request), language, form).file();
    }

    @PostMapping(value = "/statistics.geojson", produces = "application/geo+json")
    String geoJson(View view, Staff staff, HttpServletRequest request) throws IOException {
        return StatisticsJson.geoJson(answer(view, staff, request)).toString();
    }

    private StatisticsAnswer answer(View view, Staff staff, HttpServletRequest request) throws IOException {
        JsonNode asked = JsonBody.read(request);
        StatisticsQuestion question = StatisticsReader.read(asked, view);
        StatisticsAnswer answer =
                runs.during(staff, request.getHeader(Runs.HEADER), run -> answer(view, question, asked, run));
        AreaFigures all = answer.areas().getFirst().figures();
        reads.told(view, "read.statistics", question.type().type().name(), all.count(), asked.toString());
        return answer;
    }

    private StatisticsAnswer answer(View view, StatisticsQuestion question, JsonNode asked, Run run) {
        run.at(Run.Stage.FEATURES);
        var figures = statistics.of(view.edition(), question, run);
        var units = question.units();
        List<Neighbourhood> neighbourhoods = units == null ? List.of() : units.list(reader);
        return StatisticsAnswer.of(view, question, asked, neighbourhoods, figures);
    }
}
