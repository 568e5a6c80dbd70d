package tr.kentatlas.spatial.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.ingest.RecordSink;

class SampleMetropolisTest {
    private static final long SEED = 1923;

    /** Two of its forty ilçes side by side: they share a border, and no object. */
    @Test
    void noTwoObjectsOfNeighbouringDistrictsHaveOneIdentity() {
        Identities identities = new Identities();
        assertThatThrownBy(() -> SampleCity.of(Size.METROPOLIS, SEED).read(identities))
                .isInstanceOf(Enough.class);
        assertThat(identities.known).hasSizeGreaterThan(700_000);
        assertThat(identities.repeated).isEmpty();
    }

    /** Two districts were read. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Counts by type what comes again. */
    private static final class Identities implements RecordSink {
        private final Set<UUID> known = new HashSet<>();
        private final TreeMap<String, Integer> repeated = new TreeMap<>();

        @Override
        public void accept(FeatureRecord entry) {
            if (!known.add(CollectedCity.id(entry))) repeated.merge(entry.type(), 1, Integer::sum);
        }

        @Override
        public void reject(String type, String key, String reason) {
            throw new AssertionError(reason);
        }

        @Override
        public void skip(String kind) {
            throw new AssertionError(kind);
        }

        @Override
        public void progress(long done) {
            if (done >= 2L * Size.METROPOLIS.buildings) throw new Enough();
        }
    }
}
