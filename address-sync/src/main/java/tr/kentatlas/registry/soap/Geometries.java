package tr.kentatlas.registry.soap;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import tr.kentatlas.registry.port.Saying;

/** Geometries of the messages: WKT in EPSG:4326, longitude first. */
public final class Geometries {
    private static final int SRID = 4326;
    private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), SRID);

    private Geometries() {}

    /** As text; null for none. */
    public static @Nullable String text(@Nullable Geometry geometry) {
        return geometry == null ? null : geometry.toText();
    }

    /** The geometry an element holds, which must be of the type asked for and lie on the Earth. */
    public static <T extends Geometry> Optional<T> read(XmlNode node, String name, Class<T> type) {
        return node.text(name).map(text -> read(name, text, type));
    }

    private static <T extends Geometry> T read(String name, String text, Class<T> type) {
        try {
            Geometry geometry = new WKTReader(FACTORY).read(text);
            if (!type.isInstance(geometry) || geometry.isEmpty() || !isOnEarth(geometry)) {
                throw MessageTrouble.of(Saying.OTHER_GEOMETRY, name, type.getSimpleName(), MessageTrouble.shown(text));
            }
            return type.cast(geometry);
        } catch (ParseException | IllegalArgumentException | StackOverflowError e) {
            throw MessageTrouble.of(Saying.NO_WKT, name, MessageTrouble.shown(text))
                    .by(e);
        }
    }

    private static boolean isOnEarth(Geometry geometry) {
        var box = geometry.getEnvelopeInternal();
        return box.getMinX() >= -180 && box.getMaxX() <= 180 && box.getMinY() >= -90 && box.getMaxY() <= 90;
    }
}
