package tr.kentatlas.api.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.List;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.VisibleType;

/** What one request works with from beginning to end: one edition, one grant, and whose it is. Controllers take it as an argument. */
public record View(Edition edition, Grant grant, Caller caller) {
    /** By identity: a grant is compiled once and then presented with every request. */
    private static final LoadingCache<Grant, String> HASHES =
            Caffeine.newBuilder().weakKeys().build(Grant::hash);

    private static final Caller VISITOR = KeyedCaller.of("", Caller.Kind.VISITOR, Grants::open);

    /** An edition as everybody sees it. */
    public static View visitor(Edition edition) {
        return new View(edition, VISITOR.grant(edition), VISITOR);
    }

    /** A type the caller sees; any other does not exist. */
    public VisibleType type(String name) {
        return VisibleType.find(edition, grant, name)
                .orElseThrow(() -> Problem.notFound("There is no collection '" + name + "'."));
    }

    /** Part of cache keys: equal for grants that show the same. */
    public String grantHash() {
        return HASHES.get(grant);
    }

    public List<VisibleType> types() {
        return VisibleType.list(edition, grant);
    }

    public boolean isPublic() {
        return grant.audience() == Grant.Audience.PUBLIC;
    }
}
