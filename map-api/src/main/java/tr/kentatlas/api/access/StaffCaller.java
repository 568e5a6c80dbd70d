package tr.kentatlas.api.access;

import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.store.Edition;

/** A member of staff as a reader of data. */
record StaffCaller(Staff staff, StaffGrants grants) implements Caller {
    @Override
    public String name() {
        return staff.account();
    }

    @Override
    public Kind kind() {
        return Kind.STAFF;
    }

    @Override
    public Grant grant(Edition edition, Edition served) {
        return grants.of(staff.roles(), edition);
    }
}
