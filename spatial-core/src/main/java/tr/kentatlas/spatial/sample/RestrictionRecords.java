package tr.kentatlas.spatial.sample;

import java.util.List;
import java.util.UUID;
import org.locationtech.jts.geom.Geometry;
import tr.kentatlas.spatial.ingest.RecordSink;

/** Writes where laws restrict building: the strip the river may flood, and the protected old town. */
final class RestrictionRecords {
    private static final double FLOOD = 28;
    private static final String RESTRICTION = "plan_kisitlama";

    private final District district;
    private final RecordSink sink;
    private final UUID master;

    private RestrictionRecords(District district, RecordSink sink) {
        this.district = district;
        this.sink = sink;
        this.master = district.ownId("mekansal_plan", "nip");
    }

    static void write(District district, RecordSink sink) {
        RestrictionRecords records = new RestrictionRecords(district, sink);
        district.cells.stream().filter(cell -> cell.river.length > 0).forEach(records::flood);
        records.heritage();
    }

    private void flood(Cell cell) {
        Geometry strip = Plane.GEOMETRY
                .createLineString(cell.river)
                .buffer(FLOOD, 4)
                .intersection(cell.ring.polygon().buffer(-0.01));
        restriction(
                district.id(RESTRICTION, "taskin:" + cell.key()),
                "taskin4373",
                "2_RiskExposure",
                Row.area(Plane.onCentimetres(strip)));
    }

    private void heritage() {
        List<Cell> old =
                district.cells.stream().filter(cell -> cell.zone == Zone.OLD).toList();
        if (!old.isEmpty()) {
            restriction(
                    district.ownId(RESTRICTION, "sit"),
                    "kulturVarliklari2863",
                    "3_HeritageProtection",
                    Row.area(District.union(old)));
        }
    }

    private void restriction(UUID id, String law, String european, Geometry land) {
        new Row(RESTRICTION, id)
                .with("plan", master)
                .with("sinirlayici_mevzuat", List.of(law))
                .with("avrupa", european)
                .with("surec", "yururlukte")
                .with("diger_plandan", false)
                .with("baglayicilik", "evet")
                .at(land)
                .into(sink);
    }
}
