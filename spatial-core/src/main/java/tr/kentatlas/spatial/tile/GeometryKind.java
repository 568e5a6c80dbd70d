package tr.kentatlas.spatial.tile;

/** Point, line or polygon, one part or many: MVT 4.3.4's GeomType, whose number is also the first stored byte. */
public enum GeometryKind {
    POINT(1),
    LINE(2),
    POLYGON(3);

    private final int code;

    GeometryKind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static GeometryKind of(int code) {
        return switch (code) {
            case 1 -> POINT;
            case 2 -> LINE;
            case 3 -> POLYGON;
            default -> throw new IllegalArgumentException("not a grid geometry: first byte is " + code);
        };
    }
}
