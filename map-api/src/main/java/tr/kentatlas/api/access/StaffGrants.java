package tr.kentatlas.api.access;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.store.Edition;

/** What each set of roles may see of an edition, compiled once. */
@Component
final class StaffGrants {
    private final Map<Set<Role>, GrantCache> grants = new ConcurrentHashMap<>();

    Grant of(Set<Role> roles, Edition edition) {
        return grants.computeIfAbsent(roles, known -> new GrantCache(e -> Grants.staff(known, e)))
                .on(edition);
    }
}
