package tr.kentatlas.spatial.sample;

import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Geometry;
import tr.kentatlas.spatial.ingest.RecordSink;

/** Writes büyükşehir, ilçe, belediye, mahalles and the borders between them. */
final class AdminRecords {
    private final District district;
    private final RecordSink sink;

    private AdminRecords(District district, RecordSink sink) {
        this.district = district;
        this.sink = sink;
    }

    static void write(District district, RecordSink sink) {
        AdminRecords records = new AdminRecords(district, sink);
        if (district.number() == 0) records.metropolis();
        records.units();
        for (int k = 0; k < district.mahalles.count(); k++) {
            records.mahalle(k);
        }
        district.edges.forEach(records::border);
    }

    /** Whose land is that of all ilçes; the city has no il. */
    private void metropolis() {
        new Row("idari_birim", district.id("idari_birim", "buyuksehir"))
                .with("duzey", "belediye")
                .with("ad", district.name() + " Büyükşehir Belediyesi")
                .with("ulusal_kod", "99B")
                .with("belediye_tipi", "buyuksehirBelediyesi")
                .with("merkez_ad", district.name())
                .with("merkez_geom", Plane.point(district.centre))
                .at(Plane.polygon(district.lattice.outline()))
                .into(sink);
    }

    private void units() {
        Geometry land = Row.area(district.land());
        String code = String.format(Locale.ROOT, "99%02d", district.number() + 1);
        new Row("idari_birim", district.ilceId())
                .with("duzey", "ilce")
                .with("ad", district.name())
                .with("ulusal_kod", code)
                .with("merkez_ad", district.name())
                .with("merkez_geom", Plane.point(district.centre))
                .at(land)
                .into(sink);
        new Row("idari_birim", district.belediyeId())
                .with("duzey", "belediye")
                .with("ad", district.name() + " Belediyesi")
                .with("ulusal_kod", code + "B")
                .with("belediye_tipi", "buyuksehirIlceBelediyesi")
                .with("ust_birim", district.ilceId())
                .with("merkez_ad", district.name())
                .with("merkez_geom", Plane.point(district.centre))
                .at(land)
                .into(sink);
    }

    private void mahalle(int k) {
        String key = district.mahalleKey(k);
        Geometry land = district.land(key);
        if (land.isEmpty()) {
            return;
        }
        new Row("idari_birim", district.mahalleId(key))
                .with("duzey", "mahalle")
                .with("ad", district.mahalleName(key))
                .with("ulusal_kod", Long.toString(170_000L + district.number() * 100L + k))
                .with("uavt_kod", Long.toString(170_000L + district.number() * 100L + k))
                .with("ust_birim", district.belediyeId())
                .at(Row.area(land))
                .into(sink);
        localities(key);
    }

    /** The fields of a mahalle, one named place each. */
    private void localities(String mahalle) {
        int count = 0;
        for (Cell cell : district.cells) {
            if (cell.mahalle.equals(mahalle) && cell.zone == Zone.FRINGE) {
                String word = Words.ADJECTIVES.get(Math.floorMod(cell.i * 7 + cell.j, Words.ADJECTIVES.size())) + " "
                        + Words.NOUNS.get(Math.floorMod(cell.j * 31 + cell.i * 5 + count++, Words.NOUNS.size()));
                new Row("mahalle_baglisi", district.id("mahalle_baglisi", cell.key()))
                        .with("ad", word + " Mevkii")
                        .with("tip", "mevki")
                        .with("idari_birim", district.mahalleId(mahalle))
                        .at(cell.ring.polygon())
                        .into(sink);
            }
        }
    }

    private void border(Street edge) {
        if (edge.left.equals(edge.right)) {
            return;
        }
        boolean outer = edge.left.isEmpty() || edge.right.isEmpty();
        boolean mine = !edge.left.isEmpty() || district.isOutermost(edge);
        if (outer && !mine) {
            return;
        }
        new Row("idari_sinir", district.id("idari_sinir", edge.key))
                .with("yasal_durum", "agreed")
                .with("teknik_durum", "edgeMatched")
                .with("sol_birim", edge.left.isEmpty() ? null : district.mahalleId(edge.left))
                .with("sag_birim", edge.right.isEmpty() ? null : district.mahalleId(edge.right))
                .with("duzey", outer ? List.of("ilce", "belediye", "mahalle") : List.of("mahalle"))
                .at(Plane.GEOMETRY.createLineString(district.fullLine(edge)))
                .into(sink);
    }
}
