package tr.kentatlas.api.exchange.receipt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.ServedEdition;
import tr.kentatlas.api.access.Desk;
import tr.kentatlas.api.exchange.agreement.Agreements;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.feature.Feature;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.FeatureStore;
import tr.kentatlas.spatial.store.VisibleType;

/**
 * Answers who received a feature (KVKK 6698 art. 11): by name, where a channel names features; and by place, where a piece of a map was
 * fetched that the feature lies in and whose agreement shows it.
 */
@Component
public final class Receivers {
    private final JdbcClient desk;
    private final FeatureStore features;
    private final ServedEdition served;
    private final Agreements agreements;
    private final ReceiptShipper shipper;

    /**
     * One agreement that received a feature.
     *
     * @param fields what of it the agreement's version shows
     */
    public record Receiver(
            String agreement,
            String partner,
            int version,
            String channel,
            long release,
            Instant firstAt,
            Instant lastAt,
            List<String> fields) {}

    private record Row(long agreement, int version, String channel, long release, Instant firstAt, Instant lastAt) {}

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

    /** Latest first. */
    public List<Receiver> of(String type, UUID id) {
        shipper.shipNow();
        List<Receiver> all = new ArrayList<>();
        byName(type, id).forEach(row -> all.add(receiver(row, type)));
        Edition edition = served.current();
        feature(edition, type, id)
                .map(Feature::geometryJson)
                .ifPresent(place -> byPlace(type, place).stream()
                        .filter(row -> shows(edition, row, type, id))
                        .forEach(row -> all.add(receiver(row, type))));
        all.sort((a, b) -> b.lastAt().compareTo(a.lastAt()));
        return all;
    }

    private List<Row> byName(String type, UUID id) {
        return desk.sql("SELECT agreement_id, version, channel, release_no, first_at, last_at FROM exchange.receipt"
                        + " WHERE type = ? AND tucbs_no = ?")
                .params(type, id)
                .query((row, n) -> row(row))
                .list();
    }

    private List<Row> byPlace(String type, String geoJson) {
        return desk.sql("""
                        SELECT agreement_id, max(version) AS version, channel, max(release_no) AS release_no,
                               min(first_at) AS first_at, max(last_at) AS last_at
                          FROM exchange.receipt_map
                         WHERE type = ? AND ST_Intersects(box, ST_SetSRID(ST_GeomFromGeoJSON(?), 4326))
                         GROUP BY agreement_id, channel
                        """).params(type, geoJson).query((row, n) -> row(row)).list();
    }

    private static Row row(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Row(
                row.getLong("agreement_id"),
                row.getInt("version"),
                row.getString("channel"),
                row.getLong("release_no"),
                row.getTimestamp("first_at").toInstant(),
                row.getTimestamp("last_at").toInstant());
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
                fields);
    }

    private Agreements.@Nullable Version version(Row row) {
        return agreements.versions(row.agreement).stream()
                .filter(v -> v.version() == row.version)
                .findFirst()
                .orElse(null);
    }
}
