package tr.kentatlas.api.planning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
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

    private record Key(String edition, String grant) {}

    WalkNetworks(WallReader reader) {
        this.reader = reader;
    }

    WalkNetwork of(View view, Run run) {
        view.type(WalkReader.STREETS);
        view.type(WalkReader.DOORS);
        run.at(Run.Stage.STREETS);
        return known.get(new Key(view.edition().mark(), view.grantHash()), key -> read(view, run));
    }

    private WalkNetwork read(View view, Run run) {
        try {
            return new WalkReader(reader, view.edition(), view.grant(), run).read();
        } catch (WalkReader.TooManyDoors e) {
            throw Problem.conflict(Wording.of("planning.doors", WalkReader.MOST_DOORS));
        }
    }
}
