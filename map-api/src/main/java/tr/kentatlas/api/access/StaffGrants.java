package tr.kentatlas.api.access;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.store.Edition;

/** What each set of roles may see of an edition, compiled once. */
@Component
public final class StaffGrants {
    private final Map<Set<Role>, GrantCache> grants = new ConcurrentHashMap<>();

    /** A member of staff as a reader of data, known to the audit by that name. */
    public Caller caller(Staff staff, String name) {
        return new StaffCaller(name, staff, this);
    }

    Grant of(Set<Role> roles, Edition edition) {
        return grants.computeIfAbsent(roles, known -> new GrantCache(e -> Grants.staff(known, e)))
                .on(edition);
    }
}
