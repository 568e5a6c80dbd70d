package tr.kentatlas.spatial.ingest.osm;

import crosby.binary.file.BlockOutputStream;
import crosby.binary.osmosis.OsmosisSerializer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.LongStream;
import org.openstreetmap.osmosis.core.container.v0_6.BoundContainer;
import org.openstreetmap.osmosis.core.container.v0_6.EntityContainer;
import org.openstreetmap.osmosis.core.container.v0_6.NodeContainer;
import org.openstreetmap.osmosis.core.container.v0_6.RelationContainer;
import org.openstreetmap.osmosis.core.container.v0_6.WayContainer;
import org.openstreetmap.osmosis.core.domain.v0_6.Bound;
import org.openstreetmap.osmosis.core.domain.v0_6.CommonEntityData;
import org.openstreetmap.osmosis.core.domain.v0_6.EntityType;
import org.openstreetmap.osmosis.core.domain.v0_6.Node;
import org.openstreetmap.osmosis.core.domain.v0_6.OsmUser;
import org.openstreetmap.osmosis.core.domain.v0_6.Relation;
import org.openstreetmap.osmosis.core.domain.v0_6.RelationMember;
import org.openstreetmap.osmosis.core.domain.v0_6.Tag;
import org.openstreetmap.osmosis.core.domain.v0_6.Way;
import org.openstreetmap.osmosis.core.domain.v0_6.WayNode;

/** A small map drawn by a test: nodes on a grid of about 11 m near Ankara, written as a PBF file. */
final class TestMap {
    private static final double WEST = 32.85;
    private static final double SOUTH = 39.92;
    private static final double STEP = 1e-4;

    private final List<EntityContainer> elements = new ArrayList<>();

    TestMap bound() {
        elements.add(new BoundContainer(new Bound(WEST + 0.1, WEST, SOUTH + 0.1, SOUTH, "test")));
        return this;
    }

    TestMap node(long id, int column, int row, String... tags) {
        elements.add(new NodeContainer(new Node(data(id, tags), SOUTH + row * STEP, WEST + column * STEP)));
        return this;
    }

    TestMap way(long id, long[] nodes, String... tags) {
        List<WayNode> path = LongStream.of(nodes).mapToObj(WayNode::new).toList();
        elements.add(new WayContainer(new Way(data(id, tags), path)));
        return this;
    }

    /** A square of four new nodes, id × 10 onwards, counter-clockwise from its south-west corner. */
    TestMap square(long id, int column, int row, int size, String... tags) {
        long n = id * 10;
        node(n, column, row).node(n + 1, column + size, row);
        node(n + 2, column + size, row + size).node(n + 3, column, row + size);
        return way(id, new long[] {n, n + 1, n + 2, n + 3, n}, tags);
    }

    /** Members as {@code way:role}; a node as {@code n12:role}. */
    TestMap relation(long id, List<String> members, String... tags) {
        List<RelationMember> list = members.stream().map(TestMap::member).toList();
        elements.add(new RelationContainer(new Relation(data(id, tags), list)));
        return this;
    }

    Path write(Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            OsmosisSerializer serializer = new OsmosisSerializer(new BlockOutputStream(out));
            for (EntityType type : EntityType.values()) {
                elements.stream().filter(e -> e.getEntity().getType() == type).forEach(serializer::process);
            }
            serializer.complete();
            serializer.close();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RelationMember member(String text) {
        String[] parts = text.split(":", -1);
        boolean node = parts[0].startsWith("n");
        long id = Long.parseLong(node ? parts[0].substring(1) : parts[0]);
        return new RelationMember(id, node ? EntityType.Node : EntityType.Way, parts[1]);
    }

    @SuppressWarnings("JavaUtilDate") // the library's own type
    private static CommonEntityData data(long id, String... tags) {
        List<Tag> list = new ArrayList<>();
        for (int i = 0; i < tags.length; i += 2) list.add(new Tag(tags[i], tags[i + 1]));
        return new CommonEntityData(id, 1, new Date(0), OsmUser.NONE, 1, list);
    }

    /** Lale Sokağı runs east, Atatürk Bulvarı north; they cross in node 3. */
    static TestMap cross() {
        return new TestMap()
                .node(1, 0, 5)
                .node(2, 10, 5)
                .node(3, 5, 5)
                .node(4, 5, 0)
                .node(5, 5, 10)
                .way(1, new long[] {1, 3, 2}, "highway", "residential", "name", "Lale Sokağı")
                .way(2, new long[] {4, 3, 5}, "highway", "primary", "name", "Atatürk Bulvarı");
    }
}
