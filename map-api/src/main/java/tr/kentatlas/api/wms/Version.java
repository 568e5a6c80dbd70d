package tr.kentatlas.api.wms;

import org.locationtech.jts.geom.Envelope;
import tr.kentatlas.spatial.feature.Crs;

/** The two versions spoken, and where they differ. */
enum Version {
    V1_1_1("1.1.1", "SRS", "X", "Y", "application/vnd.ogc.se_xml", "application/vnd.ogc.wms_xml"),
    V1_3_0("1.3.0", "CRS", "I", "J", "text/xml", "text/xml");

    private final String number;
    private final String crsParameter;
    private final String column;
    private final String row;
    private final String exceptionType;
    private final String capabilitiesType;

    Version(
            String number,
            String crsParameter,
            String column,
            String row,
            String exceptionType,
            String capabilitiesType) {
        this.number = number;
        this.crsParameter = crsParameter;
        this.column = column;
        this.row = row;
        this.exceptionType = exceptionType;
        this.capabilitiesType = capabilitiesType;
    }

    /** The version that answers a request for one (OGC 06-042 §6.2.4): the newest not above it, else the oldest. */
    static Version of(String asked) {
        return asked.isEmpty() || asked.compareTo("1.3.0") >= 0 ? V1_3_0 : V1_1_1;
    }

    String number() {
        return number;
    }

    String crsParameter() {
        return crsParameter;
    }

    String column() {
        return column;
    }

    String row() {
        return row;
    }

    String exceptionType() {
        return exceptionType;
    }

    String capabilitiesType() {
        return capabilitiesType;
    }

    /** Whether boxes have the northing first: since 1.3.0 where the CRS defines it so, before never. */
    boolean northFirst(Crs crs) {
        return this == V1_3_0 && crs.firstAxis() == Crs.Axis.NORTH;
    }

    /** Four numbers of a request as a box, easting first. */
    Envelope box(Crs crs, double[] n) {
        return northFirst(crs) ? new Envelope(n[1], n[3], n[0], n[2]) : new Envelope(n[0], n[2], n[1], n[3]);
    }
}
