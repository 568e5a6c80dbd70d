package tr.kentatlas.spatial.release;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.ds.PGSimpleDataSource;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.delivery.LayerProfile;
import tr.kentatlas.spatial.delivery.MinistryViews;
import tr.kentatlas.spatial.ingest.Importer;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.sample.SampleCity;
import tr.kentatlas.spatial.sample.Size;
import tr.kentatlas.spatial.search.PlaceIndexFolder;
import tr.kentatlas.spatial.search.PlaceIndexStep;
import tr.kentatlas.testsupport.Child;

/** A release or an import in a process of its own, which says where it is and can be killed there. */
final class KilledJob {
    static final String NAME = "killed-job";

    private KilledJob() {}

    /** What the process does. */
    enum Work {
        RELEASE,
        IMPORT
    }

    public static void main(String[] args) {
        PGSimpleDataSource city = Child.database(args);
        city.setApplicationName(NAME);
        switch (Work.valueOf(args[3])) {
            case RELEASE -> release(city, steps(city, Path.of(args[5])), telling());
            case IMPORT -> load(city, Long.parseLong(args[4]), telling());
        }
    }

    /** The service's own, and one that says when only the pointer is left. */
    static List<PublishStep> steps(PGSimpleDataSource city, Path index) {
        return List.of(
                new MinistryViews(city, TestCity.MODEL, LayerProfile.read("tucbs")),
                new PlaceIndexStep(city, new PlaceIndexFolder(index)),
                new LastStep());
    }

    static void release(PGSimpleDataSource city, List<PublishStep> steps, Progress progress) {
        Publisher publisher = new Publisher(city, TestCity.MODEL, TestCity.SRID, (draft, running) -> List.of(), steps);
        publisher.draft(List.of(), NAME, null, Replacing.ANY, progress);
        publisher.check(progress);
        publisher.approve(List.of(), new Decision(Approval.COUNCIL, "2026/9", LocalDate.of(2026, 11, 5), NAME));
        publisher.publish(NAME, null, progress);
    }

    static void load(PGSimpleDataSource city, long seed, Progress progress) {
        new Importer(city, TestCity.MODEL, TestCity.SRID).run(SampleCity.of(Size.SMALL, seed), NAME, progress);
    }

    /** One line for everything that begins or goes on. */
    private static Progress telling() {
        return (what, total) -> {
            System.out.println(what);
            return new Progress.Step() {
                @Override
                public void at(long done) {
                    System.out.println(what + " " + done);
                }

                @Override
                public void done() {}

                @Override
                public void close() {
                    System.out.println(what + " done");
                }
            };
        };
    }

    /** Runs it and kills it some nanoseconds after a line that contains the words; returns whether it was still running. */
    static boolean killAt(Work work, PGSimpleDataSource city, long seed, Path index, String words, long nanos)
            throws IOException, InterruptedException {
        Process process = Child.over(city, KilledJob.class, work.name(), Long.toString(seed), index.toString())
                .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            if (lines.lines().noneMatch(line -> line.contains(words)))
                throw new IllegalStateException("it ended before it told '" + words + "'");
            LockSupport.parkNanos(nanos);
            boolean running = process.isAlive();
            process.destroyForcibly().waitFor();
            return running;
        }
    }

    /** Says that only the pointer is left to be moved. */
    private static final class LastStep implements PublishStep {
        @Override
        public String title() {
            return "moving the pointer";
        }

        @Override
        public void prepare(Release release, Progress progress) {
            progress.begin(title(), 1).close();
        }
    }
}
