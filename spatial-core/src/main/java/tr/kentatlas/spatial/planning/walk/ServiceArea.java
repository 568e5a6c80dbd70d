package tr.kentatlas.spatial.planning.walk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import tr.kentatlas.spatial.word.Worded;

/** Who can walk to the nearest of some facilities, and in how many minutes. */
public final class ServiceArea {
    /** The edge of an area is an entry where a street passes this near, in metres. */
    private static final double BESIDE = 30;

    private final WalkNetwork network;
    private final List<Facility> facilities;
    private final WalkRules rules;
    private final List<Location> starts = new ArrayList<>();
    private final Ints facilityOfStart = new Ints();
    private final WalkDistances distances;
    private final double[] metres;
    private final int[] nearest;
    private int withoutStreet;

    private ServiceArea(WalkNetwork network, List<Facility> facilities, WalkRules rules, BooleanSupplier isStopped) {
        this.network = network;
        this.facilities = List.copyOf(facilities);
        this.rules = rules;
        for (int f = 0; f < facilities.size(); f++) enter(f);
        distances = WalkDistances.from(network.graph(), starts, isStopped);
        metres = new double[network.doors().size()];
        nearest = new int[network.doors().size()];
        int[] owner = facilityOfStart.toArray();
        for (int door = 0; door < metres.length; door++) measure(door, owner);
    }

    /**
     * Measures to every door.
     *
     * @param isStopped asked now and then; true ends it with a {@link java.util.concurrent.CancellationException}
     */
    public static ServiceArea of(
            WalkNetwork network, List<Facility> facilities, WalkRules rules, BooleanSupplier isStopped) {
        return new ServiceArea(network, facilities, rules, isStopped);
    }

    private void enter(int number) {
        Facility facility = facilities.get(number);
        List<Location> entries = facility.isArea() ? beside(facility) : near(facility, rules.snap());
        if (entries.isEmpty()) withoutStreet++;
        for (Location entry : entries) {
            starts.add(entry);
            facilityOfStart.add(number);
        }
    }

    /** Where streets pass beside an area; if none does, the one nearest to it. */
    private List<Location> beside(Facility area) {
        List<Location> beside = near(area, Math.min(BESIDE, rules.snap()));
        if (!beside.isEmpty()) return beside;
        return near(area, rules.snap()).stream()
                .min(Comparator.comparingDouble(Location::offset))
                .map(List::of)
                .orElse(List.of());
    }

    private List<Location> near(Facility facility, double most) {
        List<Location> near = new ArrayList<>();
        for (Coordinate entry : facility.entries())
            network.streets().nearest(entry.x, entry.y, most).ifPresent(near::add);
        return near;
    }

    private void measure(int door, int[] owner) {
        metres[door] = Double.POSITIVE_INFINITY;
        nearest[door] = -1;
        if (network.doors().offset(door) > rules.snap()) return;
        WalkDistances.Arrival arrival = distances.to(network.doors().location(door));
        metres[door] = arrival.metres();
        if (arrival.start() >= 0) nearest[door] = owner[arrival.start()];
    }

    /** What becomes of a door. */
    public enum Outcome implements Worded {
        SERVED,
        /** There is a way, but it takes longer than the last band. */
        TOO_FAR,
        /** No way leads from its street to any facility. */
        CUT_OFF,
        /** No street that can be walked lies near enough. */
        NO_STREET
    }

    public WalkNetwork network() {
        return network;
    }

    public List<Facility> facilities() {
        return facilities;
    }

    public WalkRules rules() {
        return rules;
    }

    /** Facilities near no street; nobody walks to them. */
    public int withoutStreet() {
        return withoutStreet;
    }

    public Outcome outcome(int door) {
        if (metres[door] <= rules.metres(rules.most())) return Outcome.SERVED;
        if (nearest[door] >= 0) return Outcome.TOO_FAR;
        return network.doors().offset(door) > rules.snap() ? Outcome.NO_STREET : Outcome.CUT_OFF;
    }

    /** Metres to the nearest facility; infinite when there is no way. */
    public double metres(int door) {
        return metres[door];
    }

    /** Minutes to the nearest facility; infinite when there is no way. */
    public double minutes(int door) {
        return rules.minutes(metres[door]);
    }

    /** The first band a door lies in; the number of bands when it lies in none. */
    public int band(int door) {
        int band = 0;
        while (band < rules.minutes().size()
                && metres[door] > rules.metres(rules.minutes().get(band))) band++;
        return band;
    }

    public Optional<Facility> nearest(int door) {
        @Nullable Facility none = null;
        return Optional.ofNullable(nearest[door] < 0 ? none : facilities.get(nearest[door]));
    }

    WalkDistances distances() {
        return distances;
    }
}
