package tr.kentatlas.api.thematic.geoserver;

/** What became of a request for a picture. */
public sealed interface MapAnswer {

    /** A whole PNG of the size asked for. */
    final class Picture implements MapAnswer {
        private final byte[] png;

        Picture(byte[] png) {
            this.png = png.clone();
        }

        public byte[] png() {
            return png.clone();
        }
    }

    /** GeoServer answered, but with no such picture. */
    record Refused(String why) implements MapAnswer {}

    /** GeoServer did not answer, or not in time. */
    record Silent(String why) implements MapAnswer {}
}
