package tr.kentatlas.spatial.sample;

/** What a line of the street plan is; widths in metres between the building blocks and between the kerbs. */
enum StreetKind {
    BOULEVARD(36, 24, 4, 70, "mainRoad", "dualCarriageway", "asfalt", "2"),
    AVENUE(22, 14, 2, 50, "secondClass", "singleCarriageway", "asfalt", "3"),
    ROUNDABOUT(20, 11, 2, 30, "mainRoad", "roundabout", "asfalt", "1"),
    COLLECTOR(15, 9, 2, 50, "fourthClass", "singleCarriageway", "asfalt", "4"),
    STREET(11, 7, 2, 30, "fifthClass", "singleCarriageway", "asfalt", "4"),
    LANE(8, 5, 1, 20, "sixthClass", "singleCarriageway", "parke", "4"),
    PEDESTRIAN(10, 8, 1, 10, "seventhClass", "pedestrianZone", "tasDoseme", "4"),
    TRACK(8, 4.5, 1, 30, "eighthClass", "tractorRoad", "stabilize", "5"),
    /** No street: the river with its banks. */
    RIVER(44, 0, 0, 0, "", "", "", ""),
    /** No street: the border of the district; nothing is built across it. */
    BORDER(6, 0, 0, 0, "", "", "", ""),
    /** No street: where a dead end stops and two blocks meet, a hand's breadth apart. */
    NONE(0.1, 0, 0, 0, "", "", "", "");

    final double width;
    final double carriageway;
    final int lanes;
    final int speedLimit;
    final String functionalClass;
    final String form;
    final String surface;
    /** Code of the list csbmTuru. */
    final String csbm;

    StreetKind(
            double width,
            double carriageway,
            int lanes,
            int speedLimit,
            String functionalClass,
            String form,
            String surface,
            String csbm) {
        this.width = width;
        this.carriageway = carriageway;
        this.lanes = lanes;
        this.speedLimit = speedLimit;
        this.functionalClass = functionalClass;
        this.form = form;
        this.surface = surface;
        this.csbm = csbm;
    }

    boolean isRoad() {
        return carriageway > 0;
    }

    boolean isMain() {
        return this == BOULEVARD || this == AVENUE;
    }
}
