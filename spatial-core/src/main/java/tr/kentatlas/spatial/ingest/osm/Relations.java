package tr.kentatlas.spatial.ingest.osm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.openstreetmap.osmosis.core.domain.v0_6.EntityType;
import org.openstreetmap.osmosis.core.domain.v0_6.Relation;
import org.openstreetmap.osmosis.core.domain.v0_6.RelationMember;

/** The file's multipolygon and boundary relations with the ways their outlines are made of. */
final class Relations {
    private static final Set<String> OUTLINE_ROLES = Set.of("", "outer", "inner", "enclave", "exclave");

    private final List<Area> areas = new ArrayList<>();
    private final Set<Long> wanted = new HashSet<>();
    private final Set<Long> wantedTags = new HashSet<>();
    private final Map<Long, long[]> ways = new HashMap<>();
    private final Map<Long, Tags> wayTags = new HashMap<>();
    private final Set<Long> spokenFor = new HashSet<>();

    /** An area relation. {@code centre} is the node of the seat of an administrative unit, 0 for none. */
    static final class Area {
        private final long id;
        private final List<Long> outlines;
        private final List<Long> outers;
        private final long centre;
        private Tags tags;

        Area(Relation relation, Tags tags) {
            this.id = relation.getId();
            this.tags = tags;
            this.outlines = members(relation, OUTLINE_ROLES);
            this.outers = members(relation, Set.of("", "outer"));
            this.centre = relation.getMembers().stream()
                    .filter(m -> m.getMemberType() == EntityType.Node
                            && m.getMemberRole().equals("admin_centre"))
                    .mapToLong(RelationMember::getMemberId)
                    .findFirst()
                    .orElse(0);
        }

        String key() {
            return "relation/" + id;
        }

        Tags tags() {
            return tags;
        }

        long centre() {
            return centre;
        }

        private static List<Long> members(Relation relation, Set<String> roles) {
            return relation.getMembers().stream()
                    .filter(m -> m.getMemberType() == EntityType.Way && roles.contains(m.getMemberRole()))
                    .map(RelationMember::getMemberId)
                    .distinct()
                    .toList();
        }
    }

    static boolean takes(Tags tags) {
        return tags.is("type", "multipolygon") || tags.is("type", "boundary");
    }

    /** @param tagsOnOutlines whether the relation itself does not say what it is, as older maps have it */
    void add(Relation relation, Tags tags, Place tagsOnOutlines) {
        Area area = new Area(relation, tags);
        areas.add(area);
        wanted.addAll(area.outlines);
        if (tagsOnOutlines == Place.ON_OUTLINES) wantedTags.addAll(area.outers);
    }

    /** Where the tags are that say what a relation is. */
    enum Place {
        ON_RELATION,
        ON_OUTLINES
    }

    void way(long id, long[] nodes, Tags tags) {
        if (wanted.contains(id)) ways.put(id, nodes);
        if (wantedTags.contains(id) && !tags.values().isEmpty()) wayTags.put(id, tags);
    }

    /** Gives relations that do not say what they are the tags of their outer ways; those are then no features of their own. */
    void settleTags() {
        for (Area area : areas) {
            List<Long> tagged =
                    area.outers.stream().filter(wayTags::containsKey).toList();
            if (tagged.isEmpty() || !wantedTags.containsAll(area.outers)) continue;
            Map<String, String> merged = new LinkedHashMap<>(area.tags.values());
            tagged.reversed()
                    .forEach(way -> merged.putAll(
                            Objects.requireNonNull(wayTags.get(way)).values()));
            merged.putAll(area.tags.values());
            area.tags = new Tags(merged);
            spokenFor.addAll(tagged);
        }
    }

    boolean speaksFor(long way) {
        return spokenFor.contains(way);
    }

    List<Area> areas() {
        return areas;
    }

    /** The nodes of all outlines, to find those that carry something. */
    List<long[]> outlines(Area area) throws BrokenShape {
        List<long[]> found = new ArrayList<>(area.outlines.size());
        for (Long way : area.outlines) {
            long @Nullable [] nodes = ways.get(way);
            if (nodes == null) throw new BrokenShape("way " + way + " of its outline is not in the file");
            found.add(nodes);
        }
        return found;
    }

    Geometry assemble(Area area, RingAssembly rings) throws BrokenShape {
        return rings.assemble(outlines(area));
    }
}
