package tr.kentatlas.spatial.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A named road: streets one after the other, each walked forwards or backwards. */
final class Road {
    final String key;
    final UUID id;
    final StreetKind kind;
    final List<Leg> legs;
    final List<Link> links = new ArrayList<>();
    String name = "";
    String csbm;
    int lastOdd;
    int lastEven;

    Road(String key, UUID id, StreetKind kind, List<Leg> legs) {
        this.key = key;
        this.id = id;
        this.kind = kind;
        this.legs = List.copyOf(legs);
        this.csbm = kind.csbm;
    }

    /** One street of the road and how many metres lie before it. */
    record Leg(Street street, boolean backwards, double before) {}

    double length() {
        Leg last = legs.getLast();
        return last.before + last.street.length();
    }

    /** The name with its kind of street, as signs show it. */
    String title() {
        return switch (csbm) {
            case "1" -> name + " Meydanı";
            case "2" -> name + " Bulvarı";
            case "3" -> name + " Caddesi";
            case "5" -> name + " Küme Evleri";
            default -> Character.isDigit(name.charAt(0)) ? name + ". Sokak" : name + " Sokak";
        };
    }
}
