package tr.kentatlas.spatial.sample;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import tr.kentatlas.spatial.ingest.FeatureSource;
import tr.kentatlas.spatial.ingest.RecordSink;
import tr.kentatlas.spatial.progress.Progress;

/** A whole invented city made from a size and a seed, in TUREF / TM33 (EPSG:5255), ilçe by ilçe so that it never stands in memory. */
public final class SampleCity implements FeatureSource {
    private static final List<BiConsumer<District, RecordSink>> WRITERS = List.of(
            AdminRecords::write,
            RoadRecords::write,
            Bridges::write,
            LandRecords::write,
            BuildingRecords::write,
            StructureRecords::write,
            AddressRecords::write,
            GreenRecords::write,
            TransportRecords::write,
            PlanRecords::write,
            RestrictionRecords::write,
            ServiceRecords::write,
            ComplexRecords::write,
            UtilityRecords::write,
            GroundRecords::write);

    private final Size size;
    private final long seed;
    private final Defects defects;

    private SampleCity(Size size, long seed, Defects defects) {
        this.size = size;
        this.seed = seed;
        this.defects = defects;
    }

    /** A city in which no rule finds anything. */
    public static SampleCity of(Size size, long seed) {
        return new SampleCity(size, seed, Defects.none());
    }

    /** The same city with known mistakes, at least one for each rule. */
    public SampleCity withDefects() {
        return new SampleCity(size, seed, Defects.planted());
    }

    /** What {@link #withDefects} has planted; complete once the city has been read. */
    public List<PlantedDefect> plantedDefects() {
        return defects.list();
    }

    @Override
    public String name() {
        return "ornek:" + size.word() + ":" + seed;
    }

    @Override
    public int srid() {
        return Plane.SRID;
    }

    @Override
    public Progress.Unit unit() {
        return Progress.Unit.PIECES;
    }

    /** In buildings. */
    @Override
    public OptionalLong size() {
        return OptionalLong.of((long) size.districts() * size.buildings);
    }

    @Override
    public void read(RecordSink sink) {
        long done = 0;
        for (int north = 0; north < size.districtsNorth; north++) {
            for (int east = 0; east < size.districtsEast; east++) {
                Share share = new Share(sink, done, size.buildings, District.PLANNERS.size() + WRITERS.size());
                District district = District.plan(source(), seed, size, east, north, share::next);
                RecordSink into = district.number() == 0 ? defects.into(district, sink) : sink;
                WRITERS.forEach(writer -> {
                    writer.accept(district, into);
                    share.next();
                });
                done += size.buildings;
            }
        }
    }

    /** Tells how much of one district is done, step by step; planning one takes as long as writing it. */
    private static final class Share {
        private final RecordSink sink;
        private final long before;
        private final long whole;
        private final int steps;
        private int step;

        Share(RecordSink sink, long before, long whole, int steps) {
            this.sink = sink;
            this.before = before;
            this.whole = whole;
            this.steps = steps;
        }

        void next() {
            sink.progress(before + whole * ++step / steps);
        }
    }

    /** Data set name for identities: two sizes of one seed are two cities. */
    private String source() {
        return name();
    }
}
