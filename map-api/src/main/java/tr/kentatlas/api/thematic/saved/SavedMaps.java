package tr.kentatlas.api.thematic.saved;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.access.Desk;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.api.thematic.PublishedMaps;
import tr.kentatlas.api.thematic.ThematicMap;
import tr.kentatlas.api.thematic.ThematicMapReader;
import tr.kentatlas.api.thematic.ThematicMapWriter;
import tr.kentatlas.spatial.feature.time.CityTime;
import tr.kentatlas.spatial.word.Worded;

/** The table of kept maps. */
@Component
public class SavedMaps implements PublishedMaps {
    private static final Logger LOG = LoggerFactory.getLogger(SavedMaps.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int ID_LENGTH = 12;
    /** Fine enough to tell two versions of one minute apart. */
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss", Locale.ROOT).withZone(CityTime.ZONE);

    private static final String COLUMNS =
            "SELECT map_id, definition, state, decision_no, decision_date, owner, changed_by, changed_at"
                    + " FROM thematic.map";
    /** Nothing is done to a version that whoever does it has not seen. */
    private static final String SEEN = " WHERE map_id = ? AND changed_at = coalesce(?::timestamptz, changed_at)";

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;

    SavedMaps(@Desk JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The published ones of a city that is not served from here. */
    public static PublishedMaps published(JdbcClient jdbc) {
        return new SavedMaps(jdbc);
    }

    List<SavedMap> all() {
        return jdbc.sql(COLUMNS + " ORDER BY changed_at DESC LIMIT 500")
                .query(SavedMaps::map)
                .list();
    }

    /** What cannot be an id is not looked for: the database takes no NUL in a text. */
    Optional<SavedMap> find(String id) {
        if (!id.matches("[a-z0-9]{1,40}")) return Optional.empty();
        return jdbc.sql(COLUMNS + " WHERE map_id = ?")
                .param(id)
                .query(SavedMaps::map)
                .optional();
    }

    SavedMap require(String id) {
        return find(id).orElseThrow(() -> missing(id));
    }

    static Problem missing(String id) {
        return Problem.notFound(Wording.of("thematic.none", id));
    }

    /** @param id a {@linkplain #newId new} one */
    SavedMap create(String id, ThematicMap map, String account) {
        jdbc.sql("INSERT INTO thematic.map (map_id, definition, owner, changed_by) VALUES (?, ?::jsonb, ?, ?)")
                .params(id, ThematicMapWriter.write(map), account, account)
                .update();
        return require(id);
    }

    /** A map that was published has to be decided on again once it is another; false where it is the same as before. */
    boolean change(String id, ThematicMap map, SavedMap.Doer doer) {
        String definition = ThematicMapWriter.write(map);
        int changed = jdbc.sql("UPDATE thematic.map SET definition = ?::jsonb, changed_by = ?, changed_at = now(),"
                        + " state = CASE state WHEN 'published' THEN 'shared' ELSE state END,"
                        + " decision_no = NULL, decision_date = NULL" + SEEN + " AND definition <> ?::jsonb")
                .params(Arrays.<@Nullable Object>asList(definition, doer.account(), id, seen(doer), definition))
                .update();
        if (changed == 0) requireSeen(id, doer);
        return changed > 0;
    }

    SavedMap publish(String id, SavedMap.Decision decision, SavedMap.Doer doer) {
        update(
                "UPDATE thematic.map SET state = 'published', decision_no = ?, decision_date = ?, changed_by = ?,"
                        + " changed_at = now()" + SEEN,
                id,
                doer,
                decision.number(),
                decision.date(),
                doer.account());
        return require(id);
    }

    /** Shared with staff or by link, or private again; in any case not published. */
    SavedMap withdraw(String id, SavedMap.State state, SavedMap.Doer doer) {
        update(
                "UPDATE thematic.map SET state = ?, decision_no = NULL, decision_date = NULL, changed_by = ?,"
                        + " changed_at = now()" + SEEN,
                id,
                doer,
                state.word(),
                doer.account());
        return require(id);
    }

    void delete(String id, SavedMap.Doer doer) {
        update("DELETE FROM thematic.map" + SEEN, id, doer);
    }

    @Override
    public List<Published> list(View view) {
        return jdbc
                .sql(COLUMNS + " WHERE state = 'published' ORDER BY changed_at LIMIT 500")
                .query(SavedMaps::map)
                .list()
                .stream()
                .flatMap(map -> read(map, view).map(read -> new Published(map.id(), read)).stream())
                .toList();
    }

    /** What a map is made of; empty where this caller's grant hides any of it. */
    static Optional<ThematicMap> read(SavedMap map, View view) {
        try {
            return Optional.of(ThematicMapReader.read(map.definition(), view));
        } catch (Problem hidden) {
            LOG.debug("map={} shows what this caller does not see", map.id(), hidden);
            return Optional.empty();
        }
    }

    /** @param sql with the values first and {@link #SEEN} last */
    private void update(String sql, String id, SavedMap.Doer doer, Object... values) {
        List<@Nullable Object> params = new ArrayList<>(Arrays.asList(values));
        params.add(id);
        params.add(seen(doer));
        if (jdbc.sql(sql).params(params).update() == 0) requireSeen(id, doer);
    }

    private static @Nullable OffsetDateTime seen(SavedMap.Doer doer) {
        return doer.seen() == null ? null : doer.seen().atOffset(ZoneOffset.UTC);
    }

    /**
     * The map where it is still the version that was looked at.
     *
     * @throws Problem telling both versions where it is another by now
     */
    SavedMap requireSeen(String id, SavedMap.Doer doer) {
        SavedMap now = require(id);
        if (doer.seen() == null || doer.seen().equals(now.changedAt())) return now;
        throw Problem.conflict(
                Wording.of("thematic.changed", told(doer.seen()), told(now.changedAt()), now.changedBy()));
    }

    private static String told(Instant moment) {
        return MOMENT.format(moment);
    }

    private static SavedMap map(ResultSet row, int number) throws SQLException {
        String decision = row.getString("decision_no");
        return new SavedMap(
                row.getString("map_id"),
                JSON.readTree(row.getString("definition")),
                Worded.of(SavedMap.State.class, row.getString("state")),
                decision == null
                        ? null
                        : new SavedMap.Decision(
                                decision, row.getDate("decision_date").toLocalDate()),
                row.getString("owner"),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant());
    }

    /** Not to be guessed: whoever knows it sees a shared map. */
    String newId() {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < ID_LENGTH; i++) id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        return id.toString();
    }
}
