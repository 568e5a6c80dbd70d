package tr.kentatlas.api.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.VisibleType;

/** What one request works with from beginning to end: one edition, one grant, and whose it is. Controllers take it as an argument. */
public record View(Edition edition, Grant grant, Caller caller) {
    /** By identity: a grant is compiled once and then presented with every request. */
    private static final LoadingCache<Grant, String> HASHES =
            Caffeine.newBuilder().weakKeys().build(Grant::hash);

    /** What a grant sees of an edition, both by identity. Nothing kept here holds on to either. */
    private static final LoadingCache<Grant, Cache<Edition, Map<String, VisibleType>>> SEEN = Caffeine.newBuilder()
            .weakKeys()
            .build(grant -> Caffeine.newBuilder().weakKeys().build());

    private static final Caller VISITOR = KeyedCaller.of("", Caller.Kind.VISITOR, Grants::open);

    /** An edition as everybody sees it. */
    public static View visitor(Edition edition) {
        return new View(edition, VISITOR.grant(edition, edition), VISITOR);
    }

    /** A type the caller sees; any other does not exist. */
    public VisibleType type(String name) {
        return find(name).orElseThrow(() -> Problem.notFound(Wording.of("items.no-collection", name)));
    }

    /** The same; empty for what does not exist for the caller. */
    public Optional<VisibleType> find(String name) {
        return Optional.ofNullable(seen().get(name));
    }

    /** Part of cache keys: equal for grants that show the same. */
    public String grantHash() {
        return HASHES.get(grant);
    }

    public List<VisibleType> types() {
        return List.copyOf(seen().values());
    }

    private Map<String, VisibleType> seen() {
        return SEEN.get(grant).get(edition, e -> byName(VisibleType.list(e, grant)));
    }

    private static Map<String, VisibleType> byName(List<VisibleType> types) {
        Map<String, VisibleType> all = new LinkedHashMap<>();
        types.forEach(type -> all.put(type.type().name(), type));
        return Collections.unmodifiableMap(all);
    }

    public boolean isPublic() {
        return grant.audience() == Grant.Audience.PUBLIC;
    }
}
