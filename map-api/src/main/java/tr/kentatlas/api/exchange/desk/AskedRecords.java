package tr.kentatlas.api.exchange.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.Desk;
import tr.kentatlas.spatial.address.AddressParser;
import tr.kentatlas.spatial.address.AddressPart;
import tr.kentatlas.spatial.address.ParsedAddress;
import tr.kentatlas.spatial.address.TurkishText;
import tr.kentatlas.spatial.feature.FeatureId;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.search.SearchQuestion;
import tr.kentatlas.spatial.store.edit.WorkingRecord;
import tr.kentatlas.spatial.store.edit.WorkingRecords;
import tr.kentatlas.spatial.store.schema.Findable;

/**
 * Finds the record somebody asks about as a letter names it: by identity, national number, block and parcel, street and door, or the name of a
 * place. Of types closed to the public it tells no more than was asked: that there is one with that whole number, or that flat behind that door.
 */
@Component
class AskedRecords {
    private static final int MOST = 20;
    private static final Pattern NATIONAL_NUMBER = Pattern.compile("\\d{7,18}");

    private final ObjectProvider<Model> models;
    private final ObjectProvider<WorkingRecords> stored;
    private final JdbcClient desk;

    /** @param name what it is called; null where that is not public, or it has no name */
    record Found(String type, Text layer, UUID id, @Nullable String name) {}

    /** What a written address names. */
    private record Place(
            String street, String door, @Nullable String unit) {}

    AskedRecords(ObjectProvider<Model> models, ObjectProvider<WorkingRecords> stored, @Desk JdbcClient desk) {
        this.models = models;
        this.stored = stored;
        this.desk = desk;
    }

    /** Each once: a record has a row for each time it was or will be otherwise. */
    List<Found> find(String asked) {
        Map<UUID, Found> once = new LinkedHashMap<>();
        all(asked).forEach(one -> once.putIfAbsent(one.id(), one));
        return once.values().stream().limit(MOST).toList();
    }

    private List<Found> all(String asked) {
        String cleaned = SearchQuestion.clean(asked);
        UUID id = FeatureId.parse(cleaned);
        if (id != null) return byId(id).stream().toList();
        if (NATIONAL_NUMBER.matcher(cleaned).matches()) return byNumber(cleaned);
        return switch (SearchQuestion.of(cleaned)) {
            case SearchQuestion.Parcel parcel -> parcels(parcel.block(), parcel.parcel());
            case SearchQuestion.TwoNumbers two -> parcels(two.first(), two.second());
            case SearchQuestion question ->
                Stream.concat(places(cleaned, question).flatMap(this::atDoors), byName(cleaned).stream())
                        .toList();
        };
    }

    /** The record of that identity, also one that has ended. */
    Optional<Found> byId(UUID id) {
        return records().typeOf(id).flatMap(models.getObject()::find).map(type -> {
            List<Attribute> names = names(type);
            return records().known(type.name(), names, List.of(id)).stream()
                    .findFirst()
                    .map(known -> found(type, known))
                    .orElseGet(() -> new Found(type.name(), type.title(), id, null));
        });
    }

    private List<Found> byNumber(String number) {
        return models.getObject().types().stream()
                .flatMap(type -> {
                    List<Attribute> numbers = attributes(type)
                            .filter(one -> one.type() == AttributeType.LONG && Findable.by(one))
                            .toList();
                    return records().find(type.name(), numbers, numbers, number, MOST).stream()
                            .filter(known -> known.feature().values().stream()
                                    .anyMatch(value -> number.equals(String.valueOf(value))))
                            .map(known -> new Found(
                                    type.name(), type.title(), known.feature().id(), called(type, known)));
                })
                .limit(MOST)
                .toList();
    }

    private List<Found> parcels(String block, @Nullable String parcel) {
        FeatureType type = models.getObject().get("parsel");
        List<Attribute> numbers = attributes(type)
                .filter(one -> List.of("ada_no", "parsel_no").contains(one.column()))
                .toList();
        String words = parcel == null ? block : block + " " + parcel;
        return records().find(type.name(), numbers, numbers, words, 5 * MOST).stream()
                .filter(known -> block.equals(known.feature().values().get(0))
                        && (parcel == null
                                || parcel.equals(known.feature().values().get(1))))
                .limit(MOST)
                .map(known -> found(type, known))
                .toList();
    }

    /** With a stroke it may be an outer door, and the flat behind one: as it is written, and as it is understood. */
    private static Stream<Place> places(String text, SearchQuestion question) {
        ParsedAddress address = AddressParser.parse(text);
        Optional<String> street = address.text(AddressPart.STREET);
        String unit = address.text(AddressPart.UNIT).orElse(null);
        Stream<Place> understood =
                street
                        .flatMap(road -> address.text(AddressPart.DOOR).map(door -> new Place(road, door, unit)))
                        .stream();
        Stream<Place> written = switch (question) {
            case SearchQuestion.Door at -> Stream.of(new Place(street.orElse(at.street()), at.door(), unit));
            case SearchQuestion.NumberFirst at -> Stream.of(new Place(street.orElse(at.street()), at.door(), unit));
            default -> Stream.empty();
        };
        return Stream.concat(written, understood).distinct();
    }

    /** Doors of that number, the buildings they lead to, and of the flats behind them the one that was named. */
    private Stream<Found> atDoors(Place place) {
        Model model = models.getObject();
        FeatureType type = model.get("numarataj");
        List<Attribute> read = attributes(type)
                .filter(one -> List.of("kapi_no", "bina").contains(one.column()))
                .toList();
        return records().onRoads(type.name(), read, place.street() + " " + firstNumber(place.door()), 5 * MOST).stream()
                .filter(door -> key(place.door())
                        .equals(key(String.valueOf(door.feature().values().get(0)))))
                .flatMap(door -> Stream.concat(
                        Stream.of(found(type, door)),
                        behind(door, (UUID) door.feature().values().get(1), place.unit())));
    }

    private Stream<Found> behind(WorkingRecord door, @Nullable UUID building, @Nullable String unit) {
        Stream<Found> house = building == null ? Stream.empty() : byId(building).stream();
        return unit == null ? house : Stream.concat(house, units(door, unit));
    }

    private Stream<Found> units(WorkingRecord door, String unit) {
        FeatureType type = models.getObject().get("bagimsiz_bolum");
        return desk
                .sql("SELECT DISTINCT tucbs_no FROM working.bagimsiz_bolum"
                        + " WHERE numarataj = ? AND upper(ic_kapi_no) = upper(?)")
                .params(door.feature().id(), unit)
                .query((row, n) ->
                        new Found(type.name(), type.title(), row.getObject(1, UUID.class), door.name() + " / " + unit))
                .list()
                .stream();
    }

    /** What everybody may know by its name. */
    private List<Found> byName(String words) {
        return models.getObject().types().stream()
                .filter(FeatureType::isPublic)
                .flatMap(type -> {
                    List<Attribute> names = names(type);
                    return records().find(type.name(), names, names, words, MOST).stream()
                            .map(known -> found(type, known));
                })
                .limit(MOST)
                .toList();
    }

    private Found found(FeatureType type, WorkingRecord known) {
        String called = called(type, known);
        Object own = known.feature().values().isEmpty()
                ? null
                : known.feature().values().get(0);
        return new Found(
                type.name(),
                type.title(),
                known.feature().id(),
                called != null || own == null || !type.isPublic() ? called : own.toString());
    }

    private static @Nullable String called(FeatureType type, WorkingRecord known) {
        return type.isPublic() ? known.name() : null;
    }

    /** The public name of a type's records; numbers of doors and parcels alone name none. */
    private List<Attribute> names(FeatureType type) {
        return attributes(type)
                .filter(one -> one.name().equals(type.label())
                        && one.type() == AttributeType.TEXT
                        && one.isFullyPublic()
                        && Findable.by(one)
                        && !List.of("kapi_no", "parsel_no").contains(one.column()))
                .toList();
    }

    private Stream<Attribute> attributes(FeatureType type) {
        return models.getObject().attributesOf(type).stream();
    }

    /** Of 12/A the 12: a stroke parts words, and only one of them may be no part of the road's name. */
    private static String firstNumber(String door) {
        return door.replaceFirst("(?<=\\d)\\D.*", "");
    }

    private static String key(String door) {
        return TurkishText.searchKey(door).replaceAll("[\\s/-]", "");
    }

    private WorkingRecords records() {
        return stored.getObject();
    }
}
