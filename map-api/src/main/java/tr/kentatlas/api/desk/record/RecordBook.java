package tr.kentatlas.api.desk.record;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.Staff;
import tr.kentatlas.api.access.StaffSight;
import tr.kentatlas.api.access.audit.Audit;
import tr.kentatlas.api.access.audit.AuditEntry;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.spatial.feature.FeatureId;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.store.edit.Kin;
import tr.kentatlas.spatial.store.edit.ObjectVersion;
import tr.kentatlas.spatial.store.edit.WorkingRecord;
import tr.kentatlas.spatial.store.edit.WorkingRecords;
import tr.kentatlas.spatial.store.edit.WorkingVersion;

/** Records as who is signed in may see them; whatever is told of one is in the audit before. */
@Component
class RecordBook {
    private static final int MOST = 20;
    private static final int NEAREST = 5;
    private static final int MOST_AROUND = 300;
    private static final int MOST_OTHERS = 100;
    private static final String WHO = "degistiren";

    private final ObjectProvider<Model> models;
    private final ObjectProvider<WorkingRecords> stored;
    private final RecordNames names;
    private final Audit audit;

    RecordBook(ObjectProvider<Model> models, ObjectProvider<WorkingRecords> stored, RecordNames names, Audit audit) {
        this.models = models;
        this.stored = stored;
        this.names = names;
        this.audit = audit;
    }

    /** All that are seen, in the order of the model. */
    List<RecordTold.Type> types(Staff staff) {
        return models.getObject().types().stream()
                .filter(type -> StaffSight.sees(staff, type))
                .map(type ->
                        new RecordTold.Type(type.name(), type.title(), geometry(type), StaffSight.edits(staff, type)))
                .toList();
    }

    /** What is not there and what may not be seen look the same. */
    RecordFields fields(String name, Staff staff) {
        Model model = models.getObject();
        FeatureType type = model.find(name)
                .filter(known -> StaffSight.sees(staff, known))
                .orElseThrow(() -> Problem.notFound(Wording.of("request.collection", name)));
        return RecordFields.of(model, type, staff);
    }

    /** The fields of a type that this member of staff edits. */
    RecordFields writable(String name, Staff staff) {
        RecordFields fields = fields(name, staff);
        if (StaffSight.edits(staff, fields.type())) return fields;
        Wording editor = Wording.of("role." + fields.type().editor());
        throw Problem.forbidden(Wording.of("record.not-yours", fields.type().title(), editor));
    }

    /** A number nobody gave, or that another type's object has, is no record of this type. */
    void require(FeatureType type, UUID id) {
        boolean isThere =
                records().typeOf(id).filter(name -> name.equals(type.name())).isPresent();
        if (!isThere) throw Problem.notFound(Wording.of("record.none", type.title(), id));
    }

    Optional<String> typeOf(UUID id) {
        return records().typeOf(id);
    }

    /** Whether an object is still known in the version somebody saw. */
    boolean isCurrent(ObjectVersion seen) {
        return records().versions(seen.type(), seen.id()).stream()
                .anyMatch(one -> one.number() == seen.version() && one.knownTo() == null);
    }

    /** Whether the version somebody saw has ended: it is true no more. */
    boolean isOver(ObjectVersion seen) {
        return records().versions(seen.type(), seen.id()).stream()
                .filter(one -> one.number() == seen.version())
                .map(WorkingVersion::validTo)
                .anyMatch(end -> end != null && !end.isAfter(Instant.now()));
    }

    /** By name, number or identity; by {@code tucbs_no} whatever its type. */
    List<RecordTold.Found> find(RecordFields fields, String words, Staff staff) {
        UUID id = FeatureId.parse(words.strip());
        if (id != null) return byId(id, staff);
        List<Attribute> names = fields.names();
        List<WorkingRecord> known =
                inTime(() -> records().find(fields.type().name(), names, fields.texts(), words, MOST));
        return told(known, fields, names, words, staff);
    }

    private static List<WorkingRecord> inTime(Supplier<List<WorkingRecord>> search) {
        try {
            return search.get();
        } catch (QueryTimeoutException e) {
            throw Problem.tooHeavy(Wording.of("record.too-many"));
        }
    }

    /** By the name of the road it lies on. */
    List<RecordTold.Found> onRoads(RecordFields fields, String words, Staff staff) {
        List<Attribute> names = fields.names();
        List<WorkingRecord> known = inTime(() -> records().onRoads(fields.type().name(), names, words, MOST));
        return known.isEmpty() ? List.of() : told(known, fields, names, words, staff);
    }

    private List<RecordTold.Found> byId(UUID id, Staff staff) {
        Optional<FeatureType> type =
                typeOf(id).flatMap(models.getObject()::find).filter(known -> StaffSight.sees(staff, known));
        if (type.isEmpty()) return List.of();
        RecordFields fields = fields(type.get().name(), staff);
        List<Attribute> names = fields.names();
        List<WorkingRecord> known =
                records().now(type.get().name(), names, id, null).stream().toList();
        return known.isEmpty()
                ? List.of(new RecordTold.Found(type.get().name(), id, List.of(), 0, null, null))
                : told(known, fields, names, id.toString(), staff);
    }

    List<RecordTold.Found> near(RecordFields fields, double longitude, double latitude, Staff staff) {
        if (fields.type().geometry() == null) throw Problem.invalid("lon", "record.placeless");
        List<Attribute> names = fields.names();
        List<WorkingRecord> near =
                placed("lon", () -> records().near(fields.type().name(), names, longitude, latitude, NEAREST));
        return told(near, fields, names, longitude + " " + latitude, staff);
    }

    List<RecordTold.Found> neighbours(RecordFields fields, UUID id, Staff staff) {
        require(fields.type(), id);
        if (fields.type().geometry() == null) return List.of();
        List<Attribute> names = fields.names();
        return told(records().neighbours(fields.type().name(), names, id, MOST), fields, names, id.toString(), staff);
    }

    /** Those in a part of the map. */
    List<RecordTold.Found> within(RecordFields fields, Envelope box, Staff staff) {
        if (fields.type().geometry() == null) return List.of();
        List<Attribute> names = fields.names();
        List<WorkingRecord> near =
                placed("west", () -> records().within(fields.type().name(), names, box, MOST_AROUND));
        return told(near, fields, names, box.toString(), staff);
    }

    private List<RecordTold.Found> told(
            List<WorkingRecord> known, RecordFields fields, List<Attribute> names, String question, Staff staff) {
        audit.record(AuditEntry.deed(staff, "read.records", fields.type().name())
                .counting(known.size())
                .with("question", question));
        return known.stream().map(one -> RecordTold.found(one, fields, names)).toList();
    }

    /** @param known null for what is known now */
    RecordTold open(RecordFields fields, UUID id, @Nullable Instant known, @Nullable Instant valid, Staff staff) {
        FeatureType type = fields.type();
        require(type, id);
        Optional<WorkingRecord> found = known == null
                ? records().now(type.name(), fields.seen(), id, valid)
                : records().then(type.name(), fields.seen(), id, known, valid == null ? known : valid);
        read(type.name(), id, found.isPresent() ? 1 : 0, staff);
        List<Kin> kin = records().kin(id);
        return new RecordTold(
                type.name(),
                id,
                found.map(one -> RecordTold.named(one, fields, fields.seen()).name())
                        .orElse(null),
                StaffSight.edits(staff, type),
                found.map(one -> RecordTold.state(one, fields.seen())).orElse(null),
                versions(fields, id),
                kin,
                names.of(id, others(fields, found, kin), staff));
    }

    private static Set<UUID> others(RecordFields fields, Optional<WorkingRecord> found, List<Kin> kin) {
        Stream<UUID> spoken = found.stream().flatMap(one -> fields.others(one).stream());
        return Stream.concat(spoken, kin.stream().map(Kin::id))
                .limit(MOST_OTHERS)
                .collect(Collectors.toSet());
    }

    /** What became of the version somebody saw; null where nothing did. */
    RecordTold.@Nullable State became(RecordFields fields, ObjectVersion seen, Staff staff) {
        Optional<WorkingRecord> found = records()
                .became(seen, fields.seen())
                .or(() -> records().now(seen.type(), fields.seen(), seen.id(), seen.moment()));
        read(seen.type(), seen.id(), found.isPresent() ? 1 : 0, staff);
        return found.map(one -> RecordTold.state(one, fields.seen())).orElse(null);
    }

    /** What became of one field of the version somebody saw, each of its values; nothing of a field that is empty. */
    List<?> values(ObjectVersion seen, Attribute field) {
        Object value = records()
                .became(seen, List.of(field))
                .map(known -> known.feature().values().get(0))
                .orElse(null);
        return value instanceof List<?> many ? many : Stream.ofNullable(value).toList();
    }

    /** One record is about to be told. */
    void read(String type, UUID id, int count, Staff staff) {
        audit.record(AuditEntry.deed(staff, "read.record", type).counting(count).with("object", id.toString()));
    }

    private List<RecordTold.Version> versions(RecordFields fields, UUID id) {
        boolean tellsWho = sees(fields, WHO);
        boolean tellsWhy = sees(fields, RecordChange.REASON);
        return records().versions(fields.type().name(), id).stream()
                .map(one -> RecordTold.version(one, tellsWho, tellsWhy))
                .toList();
    }

    private static boolean sees(RecordFields fields, String column) {
        return fields.seen().stream().anyMatch(one -> one.column().equals(column));
    }

    /** Values of the version somebody saw that its successors have. */
    Map<String, @Nullable Object> heritage(ObjectVersion seen) {
        return records().heritage(seen);
    }

    /** A place no map of the city has cannot be brought into its coordinates. */
    static <T> T placed(String parameter, Supplier<T> question) {
        try {
            return question.get();
        } catch (UncategorizedSQLException e) {
            throw Problem.invalid(parameter, "record.place");
        }
    }

    private WorkingRecords records() {
        return stored.getObject();
    }

    private static String geometry(FeatureType type) {
        if (type.geometry() == null) return "none";
        return switch (type.geometry().type()) {
            case POINT -> "point";
            case LINE_STRING -> "line";
            case MULTI_POLYGON -> "area";
            case GEOMETRY -> "any";
        };
    }
}
