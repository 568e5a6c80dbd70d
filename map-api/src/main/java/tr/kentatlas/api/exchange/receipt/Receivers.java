package tr.kentatlas.api.exchange.receipt;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.Desk;
import tr.kentatlas.api.access.ServedEdition;
import tr.kentatlas.api.exchange.agreement.Agreements;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.feature.Feature;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.FeatureStore;
import tr.kentatlas.spatial.store.VisibleType;

/**
 * Answers who received a feature (KVKK 6698 art. 11): by name, where a channel names features; and by place, where a piece of a map was
 * fetched that the feature lay in, in the very release, and that version of the agreement shows it. What a map leaves out at a small scale
 * counts as received: of who did receive it nobody is missing.
 */
@Component
public final class Receivers {
    /** Those pieces were fetched of, each found behind the one before: there are few releases, and millions of pieces. */
    private static final String RELEASES = """
            WITH RECURSIVE fetched AS (
                SELECT min(release_no) AS release_no FROM exchange.receipt_map WHERE type = ?
                 UNION ALL
                SELECT (SELECT min(m.release_no) FROM exchange.receipt_map m WHERE m.type = ? AND m.release_no > fetched.release_no)
                  FROM fetched WHERE fetched.release_no IS NOT NULL)
            SELECT release_no FROM fetched WHERE release_no IS NOT NULL
            """;

    private final JdbcClient desk;
    private final FeatureStore features;
    private final ServedEdition served;
    private final Agreements agreements;
    private final ReceiptShipper shipper;

    /**
     * One agreement that received a feature.
     *
     * @param fields what of it the agreement's version shows
     * @param isByPlace whether it lay in what was sent, and is not named in it
     */
    public record Receiver(
            String agreement,
            String partner,
            int version,
            String channel,
            long release,
            Instant firstAt,
            Instant lastAt,
            List<String> fields,
            @JsonProperty("byPlace") boolean isByPlace) {}

    private record Row(
            long agreement,
            int version,
            String channel,
            long release,
            Instant firstAt,
            Instant lastAt,
            boolean isByPlace) {

        Row and(Row o) {
            Instant first = firstAt.isBefore(o.firstAt) ? firstAt : o.firstAt;
            Row later = lastAt.isAfter(o.lastAt) ? this : o;
            return new Row(agreement, version, channel, later.release, first, later.lastAt, isByPlace);
        }
    }

    private record Under(long agreement, int version, String channel) {
        static Under of(Row row) {
            return new Under(row.agreement, row.version, row.channel);
        }
    }

    Receivers(
            @Desk JdbcClient desk,
            FeatureStore features,
            ServedEdition served,
            Agreements agreements,
            ReceiptShipper shipper) {
        this.desk = desk;
        this.shipper = shipper;
        this.features = features;
        this.served = served;
        this.agreements = agreements;
    }

    /**
     * Latest first.
     *
     * @throws Problem where no record of that type ever had that identity: that nobody received it would be told of another one
     */
    public List<Receiver> of(String type, UUID id) {
        requireKnown(type, id);
        shipper.shipNow();
        List<Receiver> all = new ArrayList<>();
        byName(type, id).forEach(row -> all.add(receiver(row, type)));
        byPlace(type, id).forEach(row -> all.add(receiver(row, type)));
        all.sort((a, b) -> b.lastAt().compareTo(a.lastAt()));
        return all;
    }

    private void requireKnown(String type, UUID id) {
        String known = desk.sql("SELECT type FROM working.nesne WHERE tucbs_no = ?")
                .param(id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> Problem.notFound(Wording.of("agreement.no-record", id)));
        if (!known.equals(type)) throw Problem.notFound(Wording.of("agreement.other-record", id, title(known)));
    }

    private Object title(String type) {
        return served.current()
                .find(type)
                .<Object>map(entry -> entry.type().title())
                .orElse(type);
    }

    private List<Row> byName(String type, UUID id) {
        return desk.sql("SELECT agreement_id, version, channel, release_no, first_at, last_at FROM exchange.receipt"
                        + " WHERE type = ? AND tucbs_no = ?")
                .params(type, id)
                .query((row, n) -> row(row, false))
                .list();
    }

    /** Of every release a piece was fetched of; one that is not kept any more is judged by the one served now. */
    private Collection<Row> byPlace(String type, UUID id) {
        Map<Under, Row> found = new LinkedHashMap<>();
        for (Map.Entry<Long, List<Long>> releases : judgedBy(type).entrySet()) {
            Edition edition = edition(releases.getKey());
            feature(edition, type, id)
                    .map(Feature::geometryJson)
                    .ifPresent(place -> byPlace(type, place, releases.getValue()).stream()
                            .filter(row -> shows(edition, row, type, id))
                            .forEach(row -> found.merge(Under.of(row), row, Row::and)));
        }
        return found.values();
    }

    /** The release that tells what lay there, and those it tells it of. */
    private Map<Long, List<Long>> judgedBy(String type) {
        return desk.sql(RELEASES).params(type, type).query(Long.class).list().stream()
                .collect(Collectors.groupingBy(release -> edition(release).release()));
    }

    private Edition edition(long release) {
        return served.find(release).orElseGet(served::current);
    }

    private List<Row> byPlace(String type, String geoJson, List<Long> releases) {
        return desk.sql("""
                        SELECT agreement_id, version, channel, max(release_no) AS release_no,
                               min(first_at) AS first_at, max(last_at) AS last_at
                          FROM exchange.receipt_map
                         WHERE type = ? AND release_no = ANY(?)
                           AND ST_Intersects(box, ST_SetSRID(ST_GeomFromGeoJSON(?), 4326))
                         GROUP BY agreement_id, version, channel
                        """)
                .params(type, releases.toArray(Long[]::new), geoJson)
                .query((row, n) -> row(row, true))
                .list();
    }

    private static Row row(ResultSet row, boolean isByPlace) throws SQLException {
        return new Row(
                row.getLong("agreement_id"),
                row.getInt("version"),
                row.getString("channel"),
                row.getLong("release_no"),
                row.getTimestamp("first_at").toInstant(),
                row.getTimestamp("last_at").toInstant(),
                isByPlace);
    }

    private Optional<Feature> feature(Edition edition, String type, UUID id) {
        return edition.find(type).flatMap(entry -> {
            var names = entry.model().attributesOf(entry.type()).stream()
                    .map(Attribute::name)
                    .collect(Collectors.toSet());
            Grant all = new Grant("who received", Grant.Audience.NAMED, Map.of(type, Grant.TypeGrant.of(names)));
            return find(edition, all, type, id);
        });
    }

    private boolean shows(Edition edition, Row row, String type, UUID id) {
        Agreements.Version version = version(row);
        return version != null
                && find(edition, version.terms().grant(), type, id).isPresent();
    }

    private Optional<Feature> find(Edition edition, Grant grant, String type, UUID id) {
        return VisibleType.find(edition, grant, type)
                .flatMap(visible -> features.find(edition, visible, id, Crs.CRS84));
    }

    private Receiver receiver(Row row, String type) {
        Agreements.Version version = version(row);
        List<String> fields = version == null
                ? List.of()
                : version.terms().shares().stream()
                        .filter(share -> share.type().equals(type))
                        .flatMap(share -> share.fields().stream())
                        .toList();
        return new Receiver(
                version == null ? "" : version.terms().number(),
                version == null ? "" : version.terms().parties().partner(),
                row.version,
                row.channel,
                row.release,
                row.firstAt,
                row.lastAt,
                fields,
                row.isByPlace);
    }

    private Agreements.@Nullable Version version(Row row) {
        return agreements.versions(row.agreement).stream()
                .filter(v -> v.version() == row.version)
                .findFirst()
                .orElse(null);
    }
}
