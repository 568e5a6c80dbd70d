package tr.kentatlas.api.desk.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.Staff;
import tr.kentatlas.api.access.StaffSight;
import tr.kentatlas.api.access.audit.Audit;
import tr.kentatlas.api.access.audit.AuditEntry;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.store.edit.WorkingRecord;
import tr.kentatlas.spatial.store.edit.WorkingRecords;

/** What the records that others speak of are called; of what somebody may not see, nothing. */
@Component
class RecordNames {
    private final ObjectProvider<Model> models;
    private final ObjectProvider<WorkingRecords> stored;
    private final Audit audit;

    RecordNames(ObjectProvider<Model> models, ObjectProvider<WorkingRecords> stored, Audit audit) {
        this.models = models;
        this.stored = stored;
        this.audit = audit;
    }

    /** @param of which record speaks of them */
    List<RecordTold.Named> of(UUID of, Collection<UUID> ids, Staff staff) {
        List<RecordTold.Named> named = new ArrayList<>();
        stored.getObject()
                .typesOf(ids)
                .forEach((name, those) -> models.getObject()
                        .find(name)
                        .filter(type -> StaffSight.sees(staff, type))
                        .ifPresent(type -> named.addAll(named(type, those, of, staff))));
        return named;
    }

    private List<RecordTold.Named> named(FeatureType type, List<UUID> ids, UUID of, Staff staff) {
        RecordFields fields = RecordFields.of(models.getObject(), type, staff);
        List<WorkingRecord> known = stored.getObject().known(type.name(), fields.names(), ids);
        audit.record(AuditEntry.deed(staff, "read.records", type.name())
                .counting(known.size())
                .with("question", of.toString()));
        return known.stream()
                .map(one -> RecordTold.named(one, fields, fields.names()))
                .toList();
    }
}
