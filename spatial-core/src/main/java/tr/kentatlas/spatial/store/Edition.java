package tr.kentatlas.spatial.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.Model;

/**
 * One release as readers see it: which snapshot holds each type, and the model it was frozen under. A request takes one at its beginning
 * and uses it to its end.
 *
 * @param release its number
 * @param srid EPSG code of the storage CRS
 */
public record Edition(long release, Instant publishedAt, int srid, Map<String, Entry> types) {

    /**
     * A type in this release.
     *
     * @param model the model its snapshot was frozen under
     * @param contentHash of all its snapshot holds; equal where the rows and the model are
     * @param extent box of its features in CRS84; null when it has none
     * @param decision what it was approved by
     * @param hasForms whether its snapshot holds the encoded forms of its rows
     * @param lineage of its snapshot
     */
    public record Entry(
            FeatureType type,
            Model model,
            long snapshot,
            String contentHash,
            long rows,
            @Nullable Envelope extent,
            @Nullable Decided decision,
            boolean hasForms,
            Lineage lineage) {

        PublishedTable table(PublishedTable.Wall wall) {
            return wall == PublishedTable.Wall.ACIK
                    ? PublishedTable.open(model, type, snapshot)
                    : PublishedTable.full(model, type, snapshot);
        }
    }

    /** The decision a type's data was published by. */
    public record Decided(Approval body, String number, LocalDate date) {}

    public Edition {
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
    }

    /**
     * Names these very contents. A number alone does not: where a backup of an earlier day was restored, the numbers after it are given
     * again.
     */
    public String mark() {
        return release + "@" + publishedAt.toEpochMilli();
    }

    public Optional<Entry> find(String type) {
        return Optional.ofNullable(types.get(type));
    }

    public List<Entry> entries() {
        return List.copyOf(types.values());
    }

    /** Whether any of its features has a place. */
    public boolean hasPlaces() {
        return types.values().stream().anyMatch(entry -> entry.extent() != null);
    }

    /** The box of all its features in CRS84; the world when none has a place. */
    public Envelope extent() {
        if (!hasPlaces()) return new Envelope(-180, 180, -90, 90);
        Envelope all = new Envelope();
        types.values().forEach(entry -> {
            if (entry.extent() != null) all.expandToInclude(entry.extent());
        });
        return all;
    }
}
