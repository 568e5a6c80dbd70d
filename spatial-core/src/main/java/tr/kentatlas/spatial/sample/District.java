package tr.kentatlas.spatial.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import tr.kentatlas.spatial.feature.FeatureId;

/** One ilçe, planned whole and in memory; the city streams from one district to the next. */
final class District {
    final String source;
    final long seed;
    final Size size;
    final Lattice lattice;
    final Terrain terrain;
    final int east;
    final int north;
    final Mahalles mahalles;
    /** All cells, south to north and west to east. */
    final List<Cell> cells = new ArrayList<>();

    final List<Street> streets = new ArrayList<>();
    final List<Block> blocks = new ArrayList<>();
    final List<Parcel> parcels = new ArrayList<>();
    final List<House> houses = new ArrayList<>();
    final List<Road> roads = new ArrayList<>();
    final List<Link> links = new ArrayList<>();
    final List<Door> doors = new ArrayList<>();
    final Coordinate centre;

    District(String source, long seed, Size size, int east, int north) {
        this.source = source;
        this.seed = seed;
        this.size = size;
        this.east = east;
        this.north = north;
        this.lattice = new Lattice(seed, size);
        this.terrain = new Terrain(seed);
        this.mahalles = new Mahalles(seed, size, number());
        this.centre = lattice.node(firstColumn() + size.columns / 2, firstRow() + size.rows / 2);
    }

    int number() {
        return north * size.districtsEast + east;
    }

    int firstColumn() {
        return east * size.columns;
    }

    int firstRow() {
        return north * size.rows;
    }

    UUID id(String type, String key) {
        return FeatureId.of(source, type, key);
    }

    String mahalleKey(int number) {
        return number() + "-" + number;
    }

    UUID mahalleId(String key) {
        return id("idari_birim", "mahalle:" + key);
    }

    UUID ilceId() {
        return id("idari_birim", "ilce:" + number());
    }

    UUID belediyeId() {
        return id("idari_birim", "belediye:" + number());
    }

    /** The land of the cells that belong to a mahalle; borders are taken over vertex by vertex. */
    Geometry land(String mahalle) {
        return union(cells.stream().filter(cell -> cell.mahalle.equals(mahalle)).toList());
    }

    Geometry land() {
        return union(cells);
    }

    private static Geometry union(List<Cell> cells) {
        Geometry[] parts = cells.stream().map(cell -> cell.ring.polygon()).toArray(Geometry[]::new);
        return org.locationtech.jts.coverage.CoverageUnion.union(parts);
    }
}
