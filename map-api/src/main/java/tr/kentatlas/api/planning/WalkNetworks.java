package tr.kentatlas.api.planning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.spatial.planning.walk.WalkNetwork;
import tr.kentatlas.spatial.planning.walk.WalkReader;
import tr.kentatlas.spatial.store.WallReader;

/** The networks asked for lately: one for each release and grant, so that nobody walks on a street they do not see. */
@Component
final class WalkNetworks {
    private static final int KEPT = 3;
    private static final Duration IDLE = Duration.ofMinutes(30);

    private final WallReader reader;
    private final Cache<Key, WalkNetwork> known =
            Caffeine.newBuilder().maximumSize(KEPT).expireAfterAccess(IDLE).build();

    /** One is read at a time: each takes much memory. */
    private final Lock reading = new ReentrantLock();

    private record Key(String edition, String grant) {}

    WalkNetworks(WallReader reader) {
        this.reader = reader;
    }

    WalkNetwork of(View view, Run run) {
        view.type(WalkReader.STREETS);
        view.type(WalkReader.DOORS);
        run.at(Run.Stage.STREETS);
        Key key = new Key(view.edition().mark(), view.grantHash());
        WalkNetwork network = known.getIfPresent(key);
        return network != null ? network : inTurn(key, view, run);
    }

    private WalkNetwork inTurn(Key key, View view, Run run) {
        reading.lock();
        try {
            WalkNetwork meanwhile = known.getIfPresent(key);
            if (meanwhile != null) return meanwhile;
            WalkNetwork network = read(view, run);
            known.put(key, network);
            return network;
        } finally {
            reading.unlock();
        }
    }

    private WalkNetwork read(View view, Run run) {
        try {
            return new WalkReader(reader, view.edition(), view.grant(), run).read();
        } catch (WalkReader.TooManyDoors e) {
            throw Problem.conflict(Wording.of("planning.doors", WalkReader.MOST_DOORS));
        }
    }
}
