package tr.kentatlas.spatial.planning.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.locationtech.jts.geom.Coordinate;

/** The doors (numarataj) of a release as a grant sees them, in the order of the address list, each at the street nearest to it. */
public final class Doors {
    /** No neighbourhood, or no street. */
    public static final int NONE = -1;

    private final UUID[] id;
    private final String[] number;
    private final String[] street;
    private final int[] neighbourhood;
    /** East, north, longitude, latitude of each. */
    private final double[] place;

    private final int[] edge;
    private final double[] along;
    private final double[] offset;

    private Doors(List<Door> doors, StreetIndex streets, double farthest) {
        int size = doors.size();
        id = doors.stream().map(Door::id).toArray(UUID[]::new);
        number = doors.stream().map(Door::number).toArray(String[]::new);
        street = doors.stream().map(Door::street).toArray(String[]::new);
        neighbourhood = doors.stream().mapToInt(Door::neighbourhood).toArray();
        place = new double[4 * size];
        edge = new int[size];
        along = new double[size];
        offset = new double[size];
        for (int i = 0; i < size; i++) put(i, doors.get(i), streets, farthest);
    }

    private void put(int i, Door door, StreetIndex streets, double farthest) {
        place[4 * i] = door.east();
        place[4 * i + 1] = door.north();
        place[4 * i + 2] = door.longitude();
        place[4 * i + 3] = door.latitude();
        var found = streets.nearest(door.east(), door.north(), farthest);
        edge[i] = found.map(Location::edge).orElse(NONE);
        along[i] = found.map(Location::along).orElse(0.0);
        offset[i] = found.map(Location::offset).orElse(Double.POSITIVE_INFINITY);
    }

    /**
     * A door as it is read.
     *
     * @param street name of its street; empty when it has none or the grant does not show it
     * @param neighbourhood place in the list of neighbourhoods, or {@link #NONE}
     */
    record Door(
            UUID id,
            double east,
            double north,
            double longitude,
            double latitude,
            String number,
            String street,
            int neighbourhood) {}

    static Doors at(List<Door> doors, StreetIndex streets, double farthest) {
        return new Doors(new ArrayList<>(doors), streets, farthest);
    }

    public int size() {
        return id.length;
    }

    public UUID id(int door) {
        return id[door];
    }

    public String number(int door) {
        return number[door];
    }

    public String street(int door) {
        return street[door];
    }

    public int neighbourhood(int door) {
        return neighbourhood[door];
    }

    public double longitude(int door) {
        return place[4 * door + 2];
    }

    public double latitude(int door) {
        return place[4 * door + 3];
    }

    Coordinate at(int door) {
        return new Coordinate(place[4 * door], place[4 * door + 1]);
    }

    /** Metres to the nearest street; infinite when none is anywhere near. */
    public double offset(int door) {
        return offset[door];
    }

    Location location(int door) {
        return new Location(edge[door], along[door], offset[door]);
    }
}
