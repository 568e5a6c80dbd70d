package tr.kentatlas.spatial.ingest.osm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import tr.kentatlas.spatial.address.TurkishText;

/** The named road links, found by name however it is typed and by nearness; kept as seven-decimal integers to stay small. */
final class StreetIndex {
    /** An address farther than this from every link of its street's name has no known street, in metres. */
    private static final double REACH = 500;

    private static final double SCALE = 1e7;

    private final Map<String, List<Link>> byName = new HashMap<>();

    private static final class Link {
        private final String key;
        private final int[] lonLat;

        private final Envelope around = new Envelope();

        Link(String key, int[] lonLat) {
            this.key = key;
            this.lonLat = lonLat;
            for (int i = 0; i < lonLat.length / 2; i++) around.expandToInclude(at(i));
        }

        Coordinate at(int i) {
            return new Coordinate(lonLat[2 * i] / SCALE, lonLat[2 * i + 1] / SCALE);
        }
    }

    /** The link an address lies on, and whether it is on its right in the direction of the line. */
    record Match(String link, boolean right) {}

    void add(String name, String link, Coordinate[] line) {
        int[] lonLat = new int[2 * line.length];
        for (int i = 0; i < line.length; i++) {
            lonLat[2 * i] = (int) Math.round(line[i].x * SCALE);
            lonLat[2 * i + 1] = (int) Math.round(line[i].y * SCALE);
        }
        byName.computeIfAbsent(TurkishText.searchKey(name), k -> new ArrayList<>(2))
                .add(new Link(link, lonLat));
    }

    Optional<Match> nearest(String name, Coordinate place) {
        double nearest = REACH;
        Match match = null;
        Envelope reach = new Envelope(Osm.shifted(place, -REACH, -REACH), Osm.shifted(place, REACH, REACH));
        for (Link link : byName.getOrDefault(TurkishText.searchKey(name), List.of())) {
            if (!link.around.intersects(reach)) continue;
            for (int i = 0; i + 1 < link.lonLat.length / 2; i++) {
                Segment segment = new Segment(place, link.at(i), link.at(i + 1));
                if (segment.distance < nearest) {
                    nearest = segment.distance;
                    match = new Match(link.key, segment.right);
                }
            }
        }
        return Optional.ofNullable(match);
    }

    /** A piece of line seen from a place, in metres. */
    private static final class Segment {
        private final double distance;
        private final boolean right;

        Segment(Coordinate place, Coordinate from, Coordinate to) {
            double dx = Osm.east(from, to);
            double dy = Osm.north(from, to);
            double px = Osm.east(from, place);
            double py = Osm.north(from, place);
            double length = dx * dx + dy * dy;
            double t = length == 0 ? 0 : Math.clamp((px * dx + py * dy) / length, 0.0, 1.0);
            distance = Math.hypot(px - t * dx, py - t * dy);
            right = dx * py - dy * px < 0;
        }
    }
}
