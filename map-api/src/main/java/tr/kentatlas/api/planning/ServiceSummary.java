package tr.kentatlas.api.planning;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.planning.Neighbourhoods.Neighbourhood;
import tr.kentatlas.spatial.planning.walk.Doors;
import tr.kentatlas.spatial.planning.walk.ServiceArea;
import tr.kentatlas.spatial.planning.walk.ServiceArea.Outcome;

/**
 * Who is served, counted: in the city and in each neighbourhood.
 *
 * @param crs whose metres were walked
 */
record ServiceSummary(
        long release,
        String crs,
        Method method,
        Facilities facilities,
        Network network,
        Counts city,
        List<Counts> neighbourhoods) {

    /** By which rules it was walked. */
    record Method(double speed, double snap, List<Integer> minutes) {}

    /** How many places are walked to, and how many of them lie near no street. */
    record Facilities(int count, int withoutStreet) {}

    record Network(int streets, int junctions, long metres) {}

    /**
     * Doors of one area.
     *
     * @param id null for the city, and for doors in no neighbourhood
     * @param served how many within each band, all shorter ones included
     */
    record Counts(
            @Nullable String id,
            @Nullable String name,
            int doors,
            List<Integer> served,
            int tooFar,
            int cutOff,
            int noStreet) {}

    static ServiceSummary of(long release, int srid, ServiceArea area) {
        var rules = area.rules();
        var graph = area.network().graph();
        Tally city = new Tally(rules.minutes().size());
        List<Tally> tallies = tallies(area);
        List<Neighbourhood> names = area.network().neighbourhoods();
        List<Counts> all = new ArrayList<>();
        for (int i = 0; i < names.size(); i++)
            all.add(tallies.get(i)
                    .counts(names.get(i).id().toString(), names.get(i).name()));
        Tally nowhere = tallies.getLast();
        if (nowhere.doors > 0) all.add(nowhere.counts(null, null));
        tallies.forEach(city::add);
        return new ServiceSummary(
                release,
                "EPSG:" + srid,
                new Method(rules.kilometresPerHour(), rules.snap(), rules.minutes()),
                new Facilities(area.facilities().size(), area.withoutStreet()),
                new Network(graph.edges(), graph.nodes(), Math.round(graph.metres())),
                city.counts(null, null),
                all);
    }

    /** One for each neighbourhood, and a last one for doors in none. */
    private static List<Tally> tallies(ServiceArea area) {
        List<Tally> tallies = new ArrayList<>();
        int count = area.network().neighbourhoods().size();
        for (int i = 0; i <= count; i++)
            tallies.add(new Tally(area.rules().minutes().size()));
        Doors doors = area.network().doors();
        for (int door = 0; door < doors.size(); door++) {
            int hood = doors.neighbourhood(door);
            tallies.get(hood == Doors.NONE ? count : hood).take(area.outcome(door), area.band(door));
        }
        return tallies;
    }

    /** Counts that grow. */
    private static final class Tally {
        private final int[] inBand;
        private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        private int doors;

        Tally(int bands) {
            inBand = new int[bands];
        }

        void take(Outcome outcome, int band) {
            doors++;
            outcomes.merge(outcome, 1, Integer::sum);
            if (outcome == Outcome.SERVED) inBand[band]++;
        }

        void add(Tally other) {
            doors += other.doors;
            other.outcomes.forEach((outcome, count) -> outcomes.merge(outcome, count, Integer::sum));
            for (int i = 0; i < inBand.length; i++) inBand[i] += other.inBand[i];
        }

        Counts counts(@Nullable String id, @Nullable String name) {
            List<Integer> served = new ArrayList<>();
            int sum = 0;
            for (int count : inBand) served.add(sum += count);
            return new Counts(
                    id,
                    name,
                    doors,
                    served,
                    outcomes.getOrDefault(Outcome.TOO_FAR, 0),
                    outcomes.getOrDefault(Outcome.CUT_OFF, 0),
                    outcomes.getOrDefault(Outcome.NO_STREET, 0));
        }
    }
}
