package tr.kentatlas.spatial.sample;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.ingest.RecordSink;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.progress.Progress;

/** Writes a sample city as GeoJSON: one {@code FeatureCollection} per feature type in a folder, or all features in one file, one a line. */
public final class GeoJsonCity {
    private GeoJsonCity() {}

    /** Into a folder, as {@code bina.geojson}, {@code parsel.geojson} …; returns the number of features. */
    public static long intoFolder(SampleCity city, Model model, Path folder, Progress progress) throws IOException {
        Files.createDirectories(folder);
        try (Collections files = new Collections(folder, new FeatureText(model))) {
            return write(city, files, progress);
        }
    }

    /** Into one file of newline-delimited features, each with its {@code featureType}; returns their number. */
    public static long intoFile(SampleCity city, Model model, Path file, Progress progress) throws IOException {
        FeatureText text = new FeatureText(model);
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            return write(
                    city,
                    entry -> {
                        writer.write(text.of(entry));
                        writer.write('\n');
                    },
                    progress);
        }
    }

    private static long write(SampleCity city, Output output, Progress progress) throws IOException {
        try (Progress.Step step =
                progress.begin("writing " + city.name(), city.size().orElse(Progress.UNKNOWN))) {
            Counting sink = new Counting(output, step);
            city.read(sink);
            step.done();
            return sink.count;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Takes a feature to where it is written. */
    @FunctionalInterface
    private interface Output {
        void write(FeatureRecord entry) throws IOException;
    }

    /** One open file per type. */
    private static final class Collections implements Output, AutoCloseable {
        private final Path folder;
        private final FeatureText text;
        private final Map<String, BufferedWriter> files = new HashMap<>();

        Collections(Path folder, FeatureText text) {
            this.folder = folder;
            this.text = text;
        }

        @Override
        public void write(FeatureRecord entry) throws IOException {
            BufferedWriter writer = files.get(entry.type());
            if (writer == null) {
                writer = open(entry.type());
            } else {
                writer.write(",\n");
            }
            writer.write(text.of(entry));
        }

        private BufferedWriter open(String type) throws IOException {
            BufferedWriter writer = Files.newBufferedWriter(folder.resolve(type + ".geojson"));
            files.put(type, writer);
            writer.write("{\"type\":\"FeatureCollection\",\"name\":\"" + type + "\",\"features\":[\n");
            return writer;
        }

        @Override
        public void close() throws IOException {
            for (BufferedWriter writer : files.values()) {
                try (writer) {
                    writer.write("\n]}\n");
                }
            }
        }
    }

    /** Counts what passes. */
    private static final class Counting implements RecordSink {
        private final Output output;
        private final Progress.Step step;
        private long count;

        Counting(Output output, Progress.Step step) {
            this.output = output;
            this.step = step;
        }

        @Override
        public void accept(FeatureRecord entry) {
            try {
                output.write(entry);
                count++;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void reject(String type, String key, String reason) {
            throw new IllegalStateException("the sample city rejects nothing: " + type + " " + key + " " + reason);
        }

        @Override
        public void skip(String kind) {
            throw new IllegalStateException("the sample city skips nothing: " + kind);
        }

        @Override
        public void progress(long done) {
            step.at(done);
        }
    }
}
