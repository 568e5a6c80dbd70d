package tr.kentatlas.spatial.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import tr.kentatlas.spatial.feature.FeatureId;

/** One ilçe, planned whole and in memory; the city streams from one district to the next. */
final class District {
    /** In this order: each builds on what those before it have planned. */
    static final List<Consumer<District>> PLANNERS =
            List.of(Drawing::draw, BlockPlan::draw, Roads::join, Census::take, Numbering::give, HouseNames::give);

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

    /** Every edge of the main mesh, borders too. */
    final List<Street> edges = new ArrayList<>();

    final List<Street> streets = new ArrayList<>();
    final List<Block> blocks = new ArrayList<>();
    final List<Parcel> parcels = new ArrayList<>();
    final List<House> houses = new ArrayList<>();
    final List<Road> roads = new ArrayList<>();
    final List<Link> links = new ArrayList<>();
    final List<Door> doors = new ArrayList<>();
    final Coordinate centre;
    /** Looked up only: nodes on the border, and whether this district writes them. */
    private final Map<Coordinate, Boolean> borderNodes = new HashMap<>();

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

    /** Plans one ilçe from the ground to the last door, and tells after each step. */
    static District plan(String source, long seed, Size size, int east, int north, Runnable afterStep) {
        District district = new District(source, seed, size, east, north);
        PLANNERS.forEach(planner -> {
            planner.accept(district);
            afterStep.run();
        });
        return district;
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

    /** The zone a local street was drawn in; main roads count as centre. */
    Zone zoneOf(Street street) {
        String[] key = street.key.split(":", -1);
        if (!key[0].equals("s")) {
            return Zone.CENTRE;
        }
        int i = Integer.parseInt(key[1]) - firstColumn();
        int j = Integer.parseInt(key[2]) - firstRow();
        return cells.get(j * size.columns + i).zone;
    }

    String name() {
        return Words.DISTRICTS.get(number() % Words.DISTRICTS.size());
    }

    String mahalleName(String key) {
        int k = Integer.parseInt(key.substring(key.indexOf('-') + 1));
        return Words.MAHALLES.get((k * 7 + number() * 11) % Words.MAHALLES.size());
    }

    /** The untrimmed line of an edge of the main mesh, from node to node. */
    Coordinate[] fullLine(Street edge) {
        String[] key = edge.key.split(":", -1);
        int i = Integer.parseInt(key[1]);
        int j = Integer.parseInt(key[2]);
        return key[0].equals("e") ? lattice.eastward(i, j) : lattice.northward(i, j);
    }

    /** Whether an edge on the district's western or southern border has no other district beyond it. */
    boolean isOutermost(Street edge) {
        String[] key = edge.key.split(":", -1);
        int i = Integer.parseInt(key[1]);
        int j = Integer.parseInt(key[2]);
        return key[0].equals("e")
                ? j == 0 || j == size.rows * size.districtsNorth
                : i == 0 || i == size.columns * size.districtsEast;
    }

    /** Whether a node of the main mesh lies on the district's border. */
    boolean isOnBorder(Coordinate at) {
        return borderNodes().containsKey(at);
    }

    /** A node shared with the district to the west or south is written there. */
    boolean writesBorderNode(Coordinate at) {
        return Boolean.TRUE.equals(borderNodes().get(at));
    }

    private Map<Coordinate, Boolean> borderNodes() {
        if (borderNodes.isEmpty()) {
            int i1 = firstColumn() + size.columns;
            int j1 = firstRow() + size.rows;
            for (int i = firstColumn(); i <= i1; i++) {
                borderNodes.put(lattice.node(i, firstRow()), north == 0);
                borderNodes.put(lattice.node(i, j1), true);
            }
            for (int j = firstRow(); j <= j1; j++) {
                borderNodes.put(lattice.node(firstColumn(), j), east == 0);
                borderNodes.put(lattice.node(i1, j), true);
            }
        }
        return borderNodes;
    }

    UUID id(String type, String key) {
        return FeatureId.of(source, type, key);
    }

    /** Of something every ilçe has one of under the same key, such as its plans and its roster. */
    UUID ownId(String type, String key) {
        return id(type, number() == 0 ? key : number() + "/" + key);
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

    static Geometry union(List<Cell> cells) {
        Geometry[] parts = cells.stream().map(cell -> cell.ring.polygon()).toArray(Geometry[]::new);
        return CoverageUnion.union(parts);
    }
}
