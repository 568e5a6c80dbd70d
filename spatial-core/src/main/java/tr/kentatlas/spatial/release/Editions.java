package tr.kentatlas.spatial.release;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.Edition.Decided;
import tr.kentatlas.spatial.store.Lineage;
import tr.kentatlas.spatial.word.Worded;

/** Reads published releases as the editions readers work with; any of the three roles may. */
public final class Editions {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CONTENT = """
            SELECT r.published_at, s.snapshot_id, s.content_hash, s.theme, s.model_hash, s.row_counts, s.extents, s.has_forms,
                   a.body, a.decision_no, a.decision_date,
                   ARRAY(WITH RECURSIVE line AS (
                             SELECT s.snapshot_id, s.follows, s.state, 0 AS step
                              UNION ALL
                             SELECT b.snapshot_id, b.follows, b.state, step + 1
                               FROM line JOIN release.snapshot b ON b.snapshot_id = line.follows WHERE line.state <> 'dropped')
                         SELECT id FROM (SELECT snapshot_id AS id, step FROM line
                                          UNION SELECT follows, step + 1 FROM line WHERE follows IS NOT NULL AND state <> 'dropped') known
                          GROUP BY id ORDER BY min(step)) AS lineage
              FROM release.release r JOIN release.content c USING (release_no) JOIN release.snapshot s USING (snapshot_id)
              LEFT JOIN release.approval a USING (snapshot_id)
             WHERE r.release_no = ? AND r.state = 'published' ORDER BY s.snapshot_id
            """;

    private final JdbcClient jdbc;
    private final int srid;

    public Editions(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.srid = jdbc.sql("SELECT value::integer FROM kent.setting WHERE name = 'srid'")
                .query(Integer.class)
                .single();
    }

    /** A release that is kept; empty for one that never was published or has been dropped. */
    public Optional<Edition> find(long release) {
        List<Part> parts = jdbc.sql(CONTENT)
                .param(release)
                .query((row, n) -> new Part(
                        row.getTimestamp("published_at").toInstant(),
                        row.getLong("snapshot_id"),
                        row.getString("content_hash"),
                        row.getString("theme"),
                        row.getString("model_hash"),
                        JSON.readValue(row.getString("row_counts"), new TypeReference<Map<String, Long>>() {}),
                        JSON.readValue(row.getString("extents"), new TypeReference<Map<String, List<Double>>>() {}),
                        decided(row.getString("body"), row.getString("decision_no"), row.getDate("decision_date")),
                        row.getBoolean("has_forms"),
                        new Lineage(List.of((Long[]) row.getArray("lineage").getArray()))))
                .list();
        return parts.isEmpty() ? Optional.empty() : Optional.of(edition(release, parts));
    }

    private Edition edition(long release, List<Part> parts) {
        Map<String, Model> models = new LinkedHashMap<>();
        Map<String, Edition.Entry> entries = new LinkedHashMap<>();
        for (Part part : parts) {
            Model model = models.computeIfAbsent(part.modelHash, hash -> StoredModel.read(hash, jdbc));
            model.theme(part.theme).types().forEach(type -> entries.put(type.name(), entry(part, type, model)));
        }
        return new Edition(release, parts.get(0).publishedAt, srid, inModelOrder(entries, models));
    }

    private static Map<String, Edition.Entry> inModelOrder(
            Map<String, Edition.Entry> entries, Map<String, Model> models) {
        List<String> order = new ArrayList<>();
        models.values().forEach(model -> model.types().forEach(type -> order.add(type.name())));
        Map<String, Edition.Entry> ordered = new LinkedHashMap<>();
        order.forEach(name -> {
            Edition.Entry entry = entries.get(name);
            if (entry != null) ordered.put(name, entry);
        });
        return ordered;
    }

    private static Edition.Entry entry(Part part, FeatureType type, Model model) {
        List<Double> box = part.extents.get(type.name());
        Envelope extent = box == null ? null : new Envelope(box.get(0), box.get(2), box.get(1), box.get(3));
        return new Edition.Entry(
                type,
                model,
                part.snapshot,
                part.contentHash,
                part.rows.getOrDefault(type.name(), 0L),
                extent,
                part.decision,
                part.hasForms,
                part.lineage);
    }

    private static @Nullable Decided decided(@Nullable String body, @Nullable String number, @Nullable Date date) {
        if (body == null || number == null || date == null) return null;
        LocalDate day = date.toLocalDate();
        return new Decided(Worded.of(Approval.class, body), number, day);
    }

    /** One theme of a release as stored. */
    private record Part(
            Instant publishedAt,
            long snapshot,
            String contentHash,
            String theme,
            String modelHash,
            Map<String, Long> rows,
            Map<String, List<Double>> extents,
            @Nullable Decided decision,
            boolean hasForms,
            Lineage lineage) {}
}
