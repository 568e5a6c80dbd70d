package tr.kentatlas.api.desk.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.access.Staff;
import tr.kentatlas.api.access.StaffSight;
import tr.kentatlas.spatial.feature.time.CityTime;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;
import tr.kentatlas.spatial.model.CodeList;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.store.edit.WorkingRecord;
import tr.kentatlas.spatial.store.schema.Findable;

/**
 * The fields of a type as one member of staff has them.
 *
 * @param seen in the order of the model
 */
record RecordFields(Model model, FeatureType type, List<Attribute> seen) {
    /** Kept by the database, or set by what is done to a record as a whole. */
    private static final Set<String> KEPT = Set.of(
            "surum_no",
            "surum_baslangic",
            "gecerlilik_baslangic",
            "gecerlilik_bitis",
            "olusturan",
            "olusturma_tarihi",
            "degistiren",
            RecordChange.REASON);

    RecordFields {
        seen = List.copyOf(seen);
    }

    static RecordFields of(Model model, FeatureType type, Staff staff) {
        return new RecordFields(model, type, StaffSight.attributes(staff, model, type));
    }

    /**
     * A field of the form.
     *
     * @param kind as the model calls it, in lower case
     * @param editable whether it is filled in by hand
     * @param target type of what it refers to, where that is one
     */
    record Field(
            String name,
            Text title,
            String kind,
            boolean isMany,
            boolean isRequired,
            boolean editable,
            @Nullable String unit,
            @Nullable String target,
            List<Code> codes) {}

    /** @param isOffered whether it may be chosen: one that has ended keeps its words for the records that have it */
    record Code(String code, Text title, boolean isOffered) {}

    /** Its own first, then those every type has. */
    List<Field> told() {
        return ownFirst().map(this::told).toList();
    }

    private Field told(Attribute attribute) {
        return new Field(
                attribute.name(),
                attribute.title(),
                attribute.type().word(),
                attribute.isMany(),
                attribute.multiplicity().required(),
                isEditable(attribute),
                attribute.unit(),
                attribute.target(),
                model.listOf(attribute).stream()
                        .flatMap(list -> list.codes().stream())
                        .map(code -> new Code(code.code(), code.title(), isOffered(code)))
                        .toList());
    }

    /** Whether a record may be given it today; anything of an attribute without a list. */
    boolean isOffered(Attribute attribute, Object value) {
        return model.listOf(attribute).stream()
                .allMatch(list -> list.find(value.toString())
                        .filter(RecordFields::isOffered)
                        .isPresent());
    }

    private static boolean isOffered(CodeList.Code code) {
        return code.isInForce(LocalDate.now(CityTime.ZONE));
    }

    List<Attribute> editable() {
        return seen.stream().filter(RecordFields::isEditable).toList();
    }

    /** Those without which there is no new record. */
    List<Attribute> required() {
        return editable().stream().filter(one -> one.multiplicity().required()).toList();
    }

    /** The records a record speaks of. */
    List<UUID> others(WorkingRecord known) {
        return IntStream.range(0, seen.size())
                .filter(i -> seen.get(i).type() == AttributeType.REFERENCE)
                .mapToObj(i -> known.feature().values().get(i))
                .flatMap(value -> value instanceof List<?> many ? many.stream() : Stream.ofNullable(value))
                .map(UUID.class::cast)
                .toList();
    }

    private static boolean isEditable(Attribute attribute) {
        return attribute.type() != AttributeType.GEOMETRY && !KEPT.contains(attribute.column());
    }

    /** By which a record is found: its names, numbers and identity numbers. */
    List<Attribute> texts() {
        return ownFirst().filter(Findable::by).toList();
    }

    private Stream<Attribute> ownFirst() {
        Stream<Attribute> own = seen.stream().filter(type.attributes()::contains);
        Stream<Attribute> common =
                seen.stream().filter(one -> !type.attributes().contains(one));
        return Stream.concat(own, common);
    }

    /** What a record is called, its title first and then what else it is found by. */
    List<Attribute> names() {
        Stream<Attribute> title = seen.stream().filter(one -> one.name().equals(type.label()) && !one.isMany());
        return Stream.concat(title, texts().stream()).distinct().toList();
    }
}
