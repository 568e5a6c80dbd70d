package tr.kentatlas.spatial.ingest.osm;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.openstreetmap.osmosis.core.container.v0_6.EntityContainer;
import org.openstreetmap.osmosis.core.domain.v0_6.Bound;
import org.openstreetmap.osmosis.core.domain.v0_6.Entity;
import org.openstreetmap.osmosis.core.domain.v0_6.Node;
import org.openstreetmap.osmosis.core.domain.v0_6.Relation;
import org.openstreetmap.osmosis.core.domain.v0_6.Way;
import org.openstreetmap.osmosis.core.task.v0_6.Sink;
import org.openstreetmap.osmosis.pbf2.v0_6.PbfReader;
import tr.kentatlas.spatial.ingest.BrokenSourceException;

/** One pass over a {@code .osm.pbf} file, element by element. */
final class PbfPass {
    static {
        // The library's generated classes are older than its runtime, which would say so a dozen times at every import.
        // The
        // weakness it warns of needs hostile messages from outside; an operator's own file at worst fails to import.
        System.setProperty("com.google.protobuf.use_unsafe_pre22_gencode", "");
    }

    private final Path file;
    private final LongConsumer bytesRead;

    PbfPass(Path file, LongConsumer bytesRead) {
        this.file = file;
        this.bytesRead = bytesRead;
    }

    /** Hears every element of a pass. */
    interface Visitor {
        default void bound(Bound bound) {}

        default void node(Node node) {}

        default void way(Way way) {}

        default void relation(Relation relation) {}
    }

    /** Thrown by a visitor that has seen enough. */
    static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }

    void run(Visitor visitor) {
        Forwarding sink = new Forwarding(visitor);
        PbfReader reader = new PbfReader(this::open, 1);
        reader.setSink(sink);
        try {
            reader.run();
        } catch (Enough e) {
            return;
        } catch (RuntimeException e) {
            throw sink.visiting ? e : broken(e);
        }
        if (!sink.complete) throw broken(null);
    }

    private BrokenSourceException broken(@Nullable RuntimeException cause) {
        String message = file.getFileName() + " is no complete OpenStreetMap file: it is cut off or damaged";
        return cause == null ? new BrokenSourceException(message) : new BrokenSourceException(message, cause);
    }

    private InputStream open() {
        try {
            return new Counting(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells how far the file has been read. */
    private final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            if (read >= 0) bytesRead.accept(++count);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            if (read > 0) bytesRead.accept(count += read);
            return read;
        }
    }

    /** Hands elements on and remembers whether a fault is the file's or the visitor's. */
    private static final class Forwarding implements Sink {
        private final Visitor visitor;
        private boolean visiting;
        private boolean complete;

        Forwarding(Visitor visitor) {
            this.visitor = visitor;
        }

        @Override
        public void initialize(Map<String, Object> metaData) {}

        @Override
        public void process(EntityContainer container) {
            visiting = true;
            visit(container.getEntity());
            visiting = false;
        }

        private void visit(Entity entity) {
            switch (entity.getType()) {
                case Bound -> visitor.bound((Bound) entity);
                case Node -> visitor.node((Node) entity);
                case Way -> visitor.way((Way) entity);
                case Relation -> visitor.relation((Relation) entity);
            }
        }

        @Override
        public void complete() {
            complete = true;
        }

        @Override
        public void close() {}
    }
}
