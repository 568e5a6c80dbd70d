package tr.kentatlas.spatial.sample;

/** The character of a cell between main roads: how it is divided and what is built there. */
enum Zone {
    /** Around the main square: bitişik nizam, shops below. */
    CENTRE(5200, 17, 0.16, 0.05, 6, StreetKind.STREET),
    /** The old town: narrow, crooked lanes, row houses. */
    OLD(3600, 11, 0.30, 0.22, 2.6, StreetKind.LANE),
    /** Blocks of flats standing apart, the common quarter. */
    FLATS(6300, 19, 0.12, 0.08, 5, StreetKind.STREET),
    /** Low family houses grown without much plan. */
    HOUSES(4700, 14, 0.24, 0.16, 2, StreetKind.STREET),
    /** Towers in a park, behind one gate. */
    ESTATE(22000, 400, 0.10, 0, 12, StreetKind.COLLECTOR),
    /** Villas with gardens at the fringe. */
    VILLA(8600, 21, 0.35, 0.35, 2, StreetKind.STREET),
    /** Workshops and sheds. */
    INDUSTRY(17000, 36, 0.03, 0.05, 1.3, StreetKind.COLLECTOR),
    /** Fields and groves with a few farmhouses. */
    FRINGE(34000, 75, 0.35, 0.3, 1.4, StreetKind.TRACK),
    /** Schools, hospital, offices on large plots. */
    CAMPUS(24000, 400, 0.10, 0, 4, StreetKind.COLLECTOR),
    PARK(1e9, 0, 0, 0, 1, StreetKind.STREET),
    CEMETERY(1e9, 0, 0, 0, 1, StreetKind.STREET);

    /** Gross square metres of a block. */
    final double blockArea;
    /** Metres of street front per parcel. */
    final double front;
    /** How far streets bend and turn away from the straight. */
    final double crooked;
    /** Share of streets that end blind. */
    final double deadEnds;
    /** Usual floors above ground. */
    final double floors;

    final StreetKind street;

    Zone(double blockArea, double front, double crooked, double deadEnds, double floors, StreetKind street) {
        this.blockArea = blockArea;
        this.front = front;
        this.crooked = crooked;
        this.deadEnds = deadEnds;
        this.floors = floors;
        this.street = street;
    }

    boolean isWhole() {
        return blockArea > 1e8;
    }
}
