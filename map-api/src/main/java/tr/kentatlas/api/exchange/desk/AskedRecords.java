package tr.kentatlas.api.exchange.desk;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    /** One more, by which it is known that there are more. */
    private static final int READ = MOST + 1;
    /** A record has a row for each time it was or will be otherwise. */
    private static final int ROWS = 5 * MOST;

    private static final Pattern NATIONAL_NUMBER = Pattern.compile("\\d{7,18}");

    private final ObjectProvider<Model> models;
    private final ObjectProvider<WorkingRecords> stored;
    private final AskedParcels parcels;
    private final JdbcClient desk;

    /** @param isMore whether there are others that fit as well, and are not told */
    record Answer(List<Found> records, boolean isMore) {}

    /**
     * @param name what it is called; null where that is not public, or it has no name
     * @param neighbourhood by which parcels of one number are told apart; null of anything else
     */
    record Found(
            String type,
            Text layer,
            UUID id,
            @Nullable String name,
            @Nullable String neighbourhood) {
        Found(String type, Text layer, UUID id, @Nullable String name) {
            this(type, layer, id, name, null);
        }

        Found in(@Nullable String place) {
            return new Found(type, layer, id, name, place);
        }
    }

    /** What a written address names. */
    private record Place(
            String street, String door, @Nullable String unit) {}

    AskedRecords(
            ObjectProvider<Model> models,
            ObjectProvider<WorkingRecords> stored,
            AskedParcels parcels,
            @Desk JdbcClient desk) {
        this.models = models;
        this.stored = stored;
        this.parcels = parcels;
        this.desk = desk;
    }

    /** Each once. */
    Answer find(String asked) {
        Set<UUID> known = new HashSet<>();
        List<Found> found =
                all(asked).filter(one -> known.add(one.id())).limit(READ).toList();
        return new Answer(found.stream().limit(MOST).toList(), found.size() > MOST);
    }

    private Stream<Found> all(String asked) {
        String cleaned = SearchQuestion.clean(asked);
        UUID id = FeatureId.parse(cleaned);
        if (id != null) return byId(id).stream();
        if (NATIONAL_NUMBER.matcher(cleaned).matches()) return byNumber(cleaned);
        return switch (SearchQuestion.of(cleaned)) {
            case SearchQuestion.Parcel parcel -> numbered(parcels(parcel));
            case SearchQuestion.TwoNumbers two ->
                numbered(parcels(new SearchQuestion.Parcel(two.first(), two.second(), "")));
            case SearchQuestion question ->
                Stream.of(inNeighbourhood(question), places(cleaned, question).flatMap(this::atDoors), byName(cleaned))
                        .flatMap(found -> found);
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

    private Stream<Found> byNumber(String number) {
        return models.getObject().types().stream().flatMap(type -> {
            List<Attribute> numbers = attributes(type)
                    .filter(one -> one.type() == AttributeType.LONG && Findable.by(one))
                    .toList();
            return records().find(type.name(), numbers, numbers, number, ROWS).stream()
                    .filter(known ->
                            known.feature().values().stream().anyMatch(value -> number.equals(String.valueOf(value))))
                    .map(known ->
                            new Found(type.name(), type.title(), known.feature().id(), called(type, known)));
        });
    }

    private List<AskedParcels.Parcel> parcels(SearchQuestion.Parcel asked) {
        return parcels.find(asked.block(), asked.parcel(), asked.rest(), READ);
    }

    /** "Çınarlı Mah. 101/2": the parcel where that neighbourhood has one, and a door as well. */
    private Stream<Found> inNeighbourhood(SearchQuestion question) {
        return question instanceof SearchQuestion.Door door
                ? numbered(door.asParcel().map(this::parcels).orElse(List.of()).stream()
                        .filter(AskedParcels.Parcel::isNamed)
                        .toList())
                : Stream.empty();
    }

    private Stream<Found> numbered(List<AskedParcels.Parcel> all) {
        if (all.isEmpty()) return Stream.empty();
        FeatureType type = models.getObject().get("parsel");
        Map<UUID, WorkingRecord> known =
                records()
                        .known(
                                type.name(),
                                List.of(),
                                all.stream().map(AskedParcels.Parcel::id).toList())
                        .stream()
                        .collect(Collectors.toMap(one -> one.feature().id(), one -> one));
        return all.stream()
                .flatMap(one -> Stream.ofNullable(known.get(one.id()))
                        .map(record -> found(type, record).in(one.neighbourhood())));
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
                .filter(one -> List.of("kapi_no", "bina", "diger_binalar").contains(one.column()))
                .toList();
        return records().onRoads(type.name(), read, place.street() + " " + firstNumber(place.door()), ROWS).stream()
                .filter(door -> key(place.door())
                        .equals(key(String.valueOf(door.feature().values().get(0)))))
                .flatMap(door -> Stream.concat(Stream.of(found(type, door)), behind(door, place.unit())));
    }

    /** Its building, the further ones it serves, and the flat that was named. */
    private Stream<Found> behind(WorkingRecord door, @Nullable String unit) {
        Stream<Found> houses = door.feature().values().stream()
                .skip(1)
                .flatMap(value -> value instanceof List<?> further ? further.stream() : Stream.ofNullable(value))
                .flatMap(building -> byId((UUID) building).stream());
        return unit == null ? houses : Stream.concat(houses, units(door, unit));
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
    private Stream<Found> byName(String words) {
        return models.getObject().types().stream().filter(FeatureType::isPublic).flatMap(type -> {
            List<Attribute> names = names(type);
            return records().find(type.name(), names, names, words, ROWS).stream()
                    .map(known -> found(type, known));
        });
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
