package tr.kentatlas.spatial.store;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A snapshot and those it follows, itself first: beside each of them but the last stand the identities of what differs from the next. */
public record Lineage(List<Long> snapshots) {
    public Lineage {
        snapshots = List.copyOf(snapshots);
    }

    /** The snapshots beside which everything stands that differs from another; empty when nobody knows. */
    Optional<List<Long>> to(Lineage other) {
        return snapshots.stream()
                .filter(other.snapshots::contains)
                .findFirst()
                .map(common -> Stream.of(this, other)
                        .flatMap(line -> line.snapshots.stream().takeWhile(one -> !one.equals(common)))
                        .toList());
    }
}
