package tr.kentatlas.spatial.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.postgresql.PGConnection;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.store.copy.CopyBuffer;
import tr.kentatlas.spatial.store.copy.RowEncoder;
import tr.kentatlas.spatial.store.copy.UnstorableValue;
import tr.kentatlas.spatial.store.schema.Column;

/** Takes a source's records into temporary tables, one per type, by binary COPY; constant memory whatever the source's size. */
final class Staging implements RecordSink {
    /** Rows of one type are gathered up to this many bytes before they are sent. */
    private static final int FLUSH_BYTES = 1 << 20;

    private final Connection connection;
    private final Model model;
    private final int srid;
    private final boolean isPartial;
    private final ReadCounter progress;
    private final Map<String, StagedType> staged = new LinkedHashMap<>();
    private final Map<String, Long> skipped = new LinkedHashMap<>();
    /** Of the code lists that occurred, by name. */
    private final Map<String, CodeWords> known = new HashMap<>();

    private final RejectLog rejects;
    private final Courier courier;
    private CopyBuffer spare = new CopyBuffer(1 << 16);

    /** @param isPartial whether to keep which columns each record gives ({@link FeatureSource#isPartial}) */
    Staging(
            Connection connection,
            Model model,
            int srid,
            boolean isPartial,
            RejectLog rejects,
            Courier courier,
            ReadCounter progress) {
        this.connection = connection;
        this.model = model;
        this.srid = srid;
        this.isPartial = isPartial;
        this.rejects = rejects;
        this.courier = courier;
        this.progress = progress;
    }

    /** Hears how far the source has been read. */
    @FunctionalInterface
    interface ReadCounter {
        void at(long done);
    }

    @Override
    public void accept(FeatureRecord entry) {
        StagedType type = staged.computeIfAbsent(entry.type(), this::stage);
        type.read++;
        if (entry.id() == null) {
            rejects.add(entry.type(), "?", type.read, "no identity");
        } else if (entry.geometry() != null && !isOnEarth(entry.geometry())) {
            rejects.add(
                    entry.type(),
                    entry.id().toString(),
                    type.read,
                    "coordinates are not numbers or lie outside the CRS");
        } else {
            append(type, type.coded(entry));
        }
    }

    @Override
    public void reject(String type, String key, String reason) {
        rejects.add(type, key, ++staged.computeIfAbsent(type, this::stage).read, reason);
    }

    @Override
    public void unreadable(String type, String key, String attribute, String reason) {
        StagedType known = staged.get(type);
        rejects.note(type, key, known == null ? 1 : known.read + 1, attribute, reason); // of the record that comes next
    }

    @Override
    public void skip(String kind) {
        skipped.merge(kind, 1L, Long::sum);
    }

    @Override
    public void progress(long done) {
        progress.at(done);
    }

    /** Sends what is still gathered; afterwards the temporary tables are complete. */
    void finish() {
        staged.values().forEach(this::flush);
        courier.await();
    }

    Map<String, StagedType> staged() {
        return Collections.unmodifiableMap(staged);
    }

    Map<String, Long> skipped() {
        return Collections.unmodifiableMap(skipped);
    }

    private void append(StagedType type, FeatureRecord entry) {
        int mark = type.buffer.size();
        type.buffer.row(2 + type.encoder.fields());
        type.buffer.int8(type.read);
        if (isPartial) type.buffer.raw(type.given(entry));
        else type.buffer.nil();
        try {
            type.encoder.encode(entry, Objects.requireNonNull(entry.id()), type.buffer);
            type.columns.addAll(entry.values().keySet());
            if (entry.geometry() != null && type.type.geometry() != null) takePlace(type, entry.geometry());
        } catch (UnstorableValue e) {
            type.buffer.cutBack(mark);
            rejects.add(entry.type(), String.valueOf(entry.id()), type.read, String.valueOf(e.getMessage()));
        }
        if (type.buffer.size() > FLUSH_BYTES) flush(type);
    }

    /** The model's places are flat: that a record had heights is counted with what has none. */
    private void takePlace(StagedType type, Geometry geometry) {
        type.hasPlaces = true;
        Coordinate first = geometry.getCoordinate();
        if (first != null && Double.isFinite(first.getZ())) skip("heights of " + type.type.name());
    }

    private StagedType stage(String name) {
        FeatureType type = model.get(name);
        String columns = Column.of(model, type, srid).stream()
                .map(c -> c.name() + " " + (c.type().startsWith("geometry") ? "geometry" : c.type()))
                .collect(Collectors.joining(", "));
        execute("CREATE TEMPORARY TABLE staged_" + name + " (entry_no bigint, given bytea, " + columns
                + ") ON COMMIT DROP");
        String names = Column.of(model, type, srid).stream().map(Column::name).collect(Collectors.joining(", "));
        return new StagedType(
                type,
                model.attributesOf(type).stream().map(Attribute::column).toList(),
                words(type),
                isPartial,
                new RowEncoder(model, type, srid),
                "COPY staged_" + name + " (entry_no, given, " + names + ") FROM STDIN (FORMAT binary)");
    }

    private Map<String, CodeWords> words(FeatureType type) {
        Map<String, CodeWords> words = new HashMap<>();
        for (Attribute attribute : model.attributesOf(type))
            model.listOf(attribute)
                    .ifPresent(list -> words.put(
                            attribute.column(), known.computeIfAbsent(list.name(), name -> new CodeWords(list))));
        return words;
    }

    /** The type goes on with the spare buffer; its full one is the spare once it is sent. */
    private void flush(StagedType type) {
        courier.await();
        CopyBuffer full = type.buffer;
        type.buffer = spare;
        spare = full;
        courier.send(() -> send(full, type.copy));
    }

    private void send(CopyBuffer full, String copy) {
        try {
            full.send(connection.unwrap(PGConnection.class).getCopyAPI(), copy);
        } catch (SQLException e) {
            throw new ImportFailed(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void execute(String sql) {
        courier.await();
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new ImportFailed(e);
        }
    }

    private boolean isOnEarth(Geometry geometry) {
        Envelope box = geometry.getEnvelopeInternal();
        if (box.isNull()) return true; // an empty geometry is a rule's finding
        double reach = srid == 4326 ? 360 : 1e9;
        return finite(box) && box.getMaxX() <= reach && box.getMinX() >= -reach && withinLatitudes(box);
    }

    private boolean withinLatitudes(Envelope box) {
        return srid != 4326 || (box.getMinY() >= -90 && box.getMaxY() <= 90);
    }

    private static boolean finite(Envelope box) {
        return Double.isFinite(box.getMinX() + box.getMaxX() + box.getMinY() + box.getMaxY());
    }

    /** A type that occurs in the source, its gathered rows, and the columns the source really gives. */
    static final class StagedType {
        final FeatureType type;
        final boolean isPartial;
        final Set<String> columns = new LinkedHashSet<>();
        private final List<String> order;
        private final Map<String, CodeWords> words;
        private final RowEncoder encoder;
        private final String copy;
        private CopyBuffer buffer = new CopyBuffer(1 << 16);
        /** Records so far; the number of the one that is being taken. */
        private long read;

        /** Whether a record of the source has a place. */
        boolean hasPlaces;

        StagedType(
                FeatureType type,
                List<String> order,
                Map<String, CodeWords> words,
                boolean isPartial,
                RowEncoder encoder,
                String copy) {
            this.type = type;
            this.order = order;
            this.words = words;
            this.isPartial = isPartial;
            this.encoder = encoder;
            this.copy = copy;
        }

        long read() {
            return read;
        }

        /** Whether a staged row gives a column, as SQL. */
        String gives(String column) {
            return "get_bit(s.given, " + order.indexOf(column) + ") = 1";
        }

        /** The record with codes where it has other words for them; mostly it is the same. */
        private FeatureRecord coded(FeatureRecord entry) {
            Map<String, @Nullable Object> changed = new HashMap<>();
            entry.values().forEach((column, value) -> {
                CodeWords known = value == null ? null : words.get(column);
                if (known == null || value == null) return;
                Object code = known.codes(value);
                if (!code.equals(value)) changed.put(column, code);
            });
            if (changed.isEmpty()) return entry;
            Map<String, @Nullable Object> values = new LinkedHashMap<>(entry.values());
            values.putAll(changed);
            return new FeatureRecord(entry.type(), entry.id(), values, entry.geometry());
        }

        /** A bit for each column, and one at the end, so that all are as long. */
        private byte[] given(FeatureRecord entry) {
            BitSet given = new BitSet(order.size() + 1);
            for (int i = 0; i < order.size(); i++) given.set(i, entry.values().containsKey(order.get(i)));
            given.set(order.size());
            return given.toByteArray();
        }
    }
}
