package tr.kentatlas.spatial.quality;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.spatial.release.ReleaseCheck.Severity;
import tr.kentatlas.spatial.store.sql.OneTransaction;
import tr.kentatlas.spatial.word.Worded;

/** Reads what the rules found in a release. Needs the desk's role or the owner. */
public final class Findings {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PORTION = 500;
    private static final String SELECT = """
            SELECT finding_id, rule_id, severity, type, tucbs_no, detail, ST_AsGeoJSON(ST_Transform(place, 4326), 7)
              FROM release.finding WHERE release_no = ?
            """;

    /** Rules that found more than is kept, in the last check. */
    private static final String CUT = """
            SELECT r.rule_id, r.found, count(f.finding_id) AS kept
              FROM release.check_run r LEFT JOIN release.finding f ON f.release_no = r.release_no AND f.rule_id = r.rule_id
             WHERE r.release_no = :release AND r.rule_id = coalesce(:rule, r.rule_id)
             GROUP BY r.rule_id, r.found HAVING r.found > count(f.finding_id) ORDER BY r.rule_id
            """;

    private static final String COUNTS = """
            SELECT rule_id, severity, count(*) FROM release.finding WHERE release_no = ? AND type = ANY(?)
             GROUP BY rule_id, severity ORDER BY array_position(ARRAY['blocker', 'error', 'warning'], severity), rule_id
            """;

    private final DataSource desk;

    /** A rule of which not all findings are kept. */
    public record Cut(String ruleId, long found, long kept) {}

    public Findings(DataSource desk) {
        this.desk = desk;
    }

    /** How many of the findings that are kept of a rule are about some types. */
    public record Count(String ruleId, Severity severity, long kept) {}

    /** At most {@code limit} findings of a rule whose number is greater than {@code after}, in the order of their numbers. */
    public List<Finding> page(long release, String ruleId, long after, int limit) {
        return page(release, ruleId, null, after, limit);
    }

    /** The same of some types only; null for all. */
    public List<Finding> page(long release, String ruleId, @Nullable Set<String> types, long after, int limit) {
        return JdbcClient.create(desk)
                .sql(SELECT
                        + " AND rule_id = ? AND (? OR type = ANY(?)) AND finding_id > ? ORDER BY finding_id LIMIT ?")
                .params(release, ruleId, types == null, array(types == null ? Set.of() : types), after, limit)
                .query((row, n) -> finding(row))
                .list();
    }

    /** What was found about some types, the gravest rules first. */
    public List<Count> counts(long release, Set<String> types) {
        return JdbcClient.create(desk)
                .sql(COUNTS)
                .params(release, array(types))
                .query((row, n) ->
                        new Count(row.getString(1), Worded.of(Severity.class, row.getString(2)), row.getLong(3)))
                .list();
    }

    private static String[] array(Set<String> words) {
        return words.toArray(String[]::new);
    }

    /**
     * The rules of which not all findings are kept.
     *
     * @param ruleId null for all rules
     */
    public List<Cut> cut(long release, @Nullable String ruleId) {
        return cut(JdbcClient.create(desk), release, ruleId);
    }

    private static List<Cut> cut(JdbcClient jdbc, long release, @Nullable String ruleId) {
        return jdbc.sql(CUT)
                .param("release", release)
                .param("rule", ruleId, Types.VARCHAR)
                .query((row, n) -> new Cut(row.getString(1), row.getLong(2), row.getLong(3)))
                .list();
    }

    /**
     * Writes the findings kept of a rule as a GeoJSON FeatureCollection (RFC 7946, CRS84), row by row; its foreign member {@code cut} names
     * the rules that found more.
     *
     * @param ruleId null for those of all rules
     */
    public void writeGeoJson(long release, @Nullable String ruleId, OutputStream out) {
        String sql = SELECT + (ruleId == null ? "" : " AND rule_id = ?") + " ORDER BY finding_id";
        try (Connection connection = desk.getConnection();
                OneTransaction whole = OneTransaction.on(connection);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(PORTION); // which the driver does inside a transaction only
            statement.setLong(1, release);
            if (ruleId != null) statement.setString(2, ruleId);
            write(statement, cut(whole.jdbc(), release, ruleId), out);
            whole.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("findings cannot be read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(PreparedStatement statement, List<Cut> cut, OutputStream out)
            throws SQLException, IOException {
        try (ResultSet rows = statement.executeQuery();
                JsonGenerator json = JSON.createGenerator(new Unclosed(out))) {
            json.writeStartObject().writeStringProperty("type", "FeatureCollection");
            json.writeArrayPropertyStart("cut");
            cut.forEach(one -> write(one, json));
            json.writeEndArray().writeArrayPropertyStart("features");
            while (rows.next()) write(finding(rows), json);
            json.writeEndArray().writeEndObject();
        }
        out.write("\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void write(Cut cut, JsonGenerator json) {
        json.writeStartObject().writeStringProperty("rule", cut.ruleId());
        json.writeNumberProperty("found", cut.found());
        json.writeNumberProperty("shown", cut.kept());
        json.writeEndObject();
    }

    private static void write(Finding finding, JsonGenerator json) {
        json.writeStartObject().writeStringProperty("type", "Feature");
        json.writeNumberProperty("id", finding.number());
        json.writeName("geometry");
        if (finding.place() == null) json.writeNull();
        else json.writeRawValue(finding.place());
        json.writeObjectPropertyStart("properties");
        json.writeStringProperty("rule", finding.ruleId());
        json.writeStringProperty("severity", finding.severity().word());
        json.writeStringProperty("featureType", finding.type());
        json.writeStringProperty(
                "tucbsNo", finding.tucbsNo() == null ? null : finding.tucbsNo().toString());
        json.writeStringProperty("detail", finding.detail());
        json.writeEndObject().writeEndObject();
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                row.getLong(1),
                row.getString(2),
                Worded.of(Severity.class, row.getString(3)),
                row.getString(4),
                row.getObject(5, UUID.class),
                row.getString(6),
                row.getString(7));
    }

    /** The caller's stream stays open. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
