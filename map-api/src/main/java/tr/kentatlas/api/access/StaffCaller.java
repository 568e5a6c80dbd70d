package tr.kentatlas.api.access;

import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.store.Edition;

/**
 * A member of staff as a reader of data.
 *
 * @param name of the account, and of the key if it was one that let them in
 */
record StaffCaller(String name, Staff staff, StaffGrants grants) implements Caller {
    @Override
    public Kind kind() {
        return Kind.STAFF;
    }

    @Override
    public Grant grant(Edition edition, Edition served) {
        return grants.of(staff.roles(), edition);
    }
}
