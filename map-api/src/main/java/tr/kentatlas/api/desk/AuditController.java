package tr.kentatlas.api.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tr.kentatlas.api.access.Permits;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.Staff;
import tr.kentatlas.api.access.audit.Audit;
import tr.kentatlas.api.access.audit.AuditEntry;
import tr.kentatlas.api.access.audit.AuditSearch;
import tr.kentatlas.api.access.audit.AuditSearch.Criteria;
import tr.kentatlas.api.access.audit.AuditSearch.Found;
import tr.kentatlas.api.access.audit.AuditSearch.Place;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.model.Text;

/** {@code /api/desk/audit}: who did what and who read what is not public, by page or as CSV (RFC 4180). Looking is audited too. */
@RestController
@RequestMapping("/api/desk/audit")
@Permits(Role.AUDITOR)
class AuditController {
    private static final int MOST_ROWS = 200;
    private static final int BLOCK = 5_000;

    private final AuditSearch search;
    private final Audit audit;
    private final ObjectProvider<Model> model;

    AuditController(AuditSearch search, Audit audit, ObjectProvider<Model> model) {
        this.search = search;
        this.audit = audit;
        this.model = model;
    }

    @GetMapping
    Answer page(
            Staff staff,
            AuditQuestion question,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after) {
        if (limit < 1 || limit > MOST_ROWS) throw Problem.invalid("limit", Wording.of("request.between", 1, MOST_ROWS));
        List<Found> found = search.after(place(after), question.wanted(), limit + 1);
        List<Found> rows = found.subList(0, Math.min(limit, found.size()));
        record(staff, "audit.read", rows.size());
        return new Answer(rows, found.size() > limit ? rows.getLast().place().toString() : null, titles());
    }

    private Map<String, Text> titles() {
        return model.getObject().types().stream().collect(Collectors.toMap(FeatureType::name, FeatureType::title));
    }

    private static @Nullable Place place(@Nullable String after) {
        try {
            return after == null || after.isEmpty() ? null : Place.of(after);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("after", "request.value");
        }
    }

    @GetMapping("/csv")
    void csv(Staff staff, AuditQuestion question, HttpServletResponse response) throws IOException {
        Criteria wanted = question.wanted();
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"denetim.csv\"");
        PrintWriter out = new PrintWriter(response.getOutputStream(), false, StandardCharsets.UTF_8);
        out.print(AuditCsv.HEAD);
        long told = 0;
        try {
            List<Found> rows = search.after(null, wanted, BLOCK);
            while (!rows.isEmpty() && !out.checkError()) {
                rows.forEach(row -> out.print(AuditCsv.line(row)));
                told += rows.size();
                rows = search.after(rows.getLast().place(), wanted, BLOCK);
            }
        } finally {
            record(staff, "audit.csv", told);
        }
        out.flush();
    }

    private void record(Staff staff, String action, long count) {
        audit.record(AuditEntry.deed(staff, action, "audit").counting(count));
    }

    /** The parameters of a search; empty ones are as good as none. */
    record AuditQuestion(
            @Nullable String caller,
            @Nullable String kind,
            @Nullable String action,
            @Nullable String subject,
            @Nullable Long release,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate from,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate until) {
        Criteria wanted() {
            return new Criteria(given(caller), given(kind), given(action), given(subject), release, from, until);
        }

        private static @Nullable String given(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.trim();
        }
    }

    /**
     * A page of entries.
     *
     * @param next what the page behind this one comes {@code after}; none behind the last
     * @param titles of the feature types an entry may speak of
     */
    record Answer(List<Found> entries, @Nullable String next, Map<String, Text> titles) {}
}
