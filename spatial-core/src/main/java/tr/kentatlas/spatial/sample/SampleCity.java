package tr.kentatlas.spatial.sample;

import java.util.List;
import java.util.OptionalLong;
import tr.kentatlas.spatial.ingest.FeatureSource;
import tr.kentatlas.spatial.ingest.RecordSink;

/** A whole invented city made from a size and a seed, in TUREF / TM33 (EPSG:5255), ilçe by ilçe so that it never stands in memory. */
public final class SampleCity implements FeatureSource {
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
        return "ornek:" + size.name().toLowerCase(java.util.Locale.ROOT) + ":" + seed;
    }

    @Override
    public int srid() {
        return Plane.SRID;
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
                District district = District.plan(source(), seed, size, east, north);
                write(district, district.number() == 0 ? defects.into(district, sink) : sink);
                done += district.houses.size();
                sink.progress(done);
            }
        }
    }

    /** Data set name for identities: two sizes of one seed are two cities. */
    private String source() {
        return name();
    }

    private static void write(District district, RecordSink sink) {
        AdminRecords.write(district, sink);
        RoadRecords.write(district, sink);
        Bridges.write(district, sink);
        LandRecords.write(district, sink);
        BuildingRecords.write(district, sink);
        StructureRecords.write(district, sink);
        AddressRecords.write(district, sink);
        GreenRecords.write(district, sink);
        TransportRecords.write(district, sink);
        PlanRecords.write(district, sink);
        RestrictionRecords.write(district, sink);
        ServiceRecords.write(district, sink);
        ComplexRecords.write(district, sink);
        UtilityRecords.write(district, sink);
        GroundRecords.write(district, sink);
    }
}
