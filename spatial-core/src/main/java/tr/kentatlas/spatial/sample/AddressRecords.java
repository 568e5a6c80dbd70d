package tr.kentatlas.spatial.sample;

import tr.kentatlas.spatial.ingest.RecordSink;

/** Writes door numbers. */
final class AddressRecords {
    private final District district;
    private final RecordSink sink;
    private long next;

    private AddressRecords(District district, RecordSink sink) {
        this.district = district;
        this.sink = sink;
        this.next = 31_000_000L + district.number() * 100_000L;
    }

    static void write(District district, RecordSink sink) {
        AddressRecords records = new AddressRecords(district, sink);
        district.doors.forEach(records::door);
    }

    private void door(Door door) {
        boolean plot = door.kind() == Door.Kind.EMPTY_PLOT;
        House house = door.house();
        new Row("numarataj", door.id())
                .with("tip", kind(door))
                .with("kapi_no", door.number())
                .with("bina_adi", house == null ? null : house.name)
                .with("numarataj_kodu", next++)
                .with("konumlayici", "kapiBelirleyici")
                .with("yetkili_idare", "ilceBelediyesi")
                .with("konum_belirtimi", plot ? "parcel" : "entrance")
                .with("konum_yontemi", "byAdministrator")
                .with("varsayilan", true)
                .with("yon", RoadRecords.sideId(district, door.link(), door.left()))
                .with("bina", house == null ? null : house.id)
                .with("parsel", district.id("parsel", door.parcel().key))
                .with(
                        "ust_numarataj",
                        door.upper() == null ? null : door.upper().id())
                .with("durum", plot ? "reserved" : "current")
                .with("aci", plot ? null : door.angle())
                .at(Plane.point(door.at()))
                .into(sink);
    }

    private static String kind(Door door) {
        return switch (door.kind()) {
            case MAIN -> "anaGiris";
            case SIDE -> "taliGiris";
            case EMPTY_PLOT -> "tahsisliArsaParsel";
            case GATE -> "diger";
        };
    }
}
