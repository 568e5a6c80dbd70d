package tr.kentatlas.api.ops.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a journal's lines to the database in portions, and removes files that have ended and are wholly there; also those a killed process
 * left. A file with lines that cannot be read is kept aside for people, and so are lines that cannot be stored.
 */
public final class Shipper {
    private static final Logger LOG = LoggerFactory.getLogger(Shipper.class);
    private static final String DAMAGED = ".damaged";
    private static final String REFUSED = ".refused";

    private final LocalJournal journal;
    private final long largest;
    private final Function<Path, Portion> portions;
    private final Map<Path, Reached> reached = new HashMap<>();
    /** No monitor: in one, a virtual thread that waits for the database keeps its processor before Java 24. */
    private final Lock shipping = new ReentrantLock();

    /** Lines of one file that are stored together: all of them or none. What an earlier process stored comes again. */
    public interface Portion {
        /**
         * Takes a line without its end.
         *
         * @param number of the line in its file, from 0
         * @return whether it could be read
         */
        boolean take(long number, byte[] line);

        /** What follows is for the next portion. */
        boolean isFull();

        /**
         * Stores what was taken; where that fails, it is taken and stored again later.
         *
         * @return lines that the database refuses for what they say, and would for ever; the others are stored
         */
        List<byte[]> store();
    }

    /** How far this process has come in a file. */
    private record Reached(long bytes, long lines, long damaged) {
        static final Reached NOTHING = new Reached(0, 0, 0);
    }

    /**
     * Reads each file on from where this process has come.
     *
     * @param largest bytes of a file; one that has them is ended before it is shipped
     * @param portions an empty portion of a file's lines
     */
    public Shipper(LocalJournal journal, long largest, Function<Path, Portion> portions) {
        this.journal = journal;
        this.largest = largest;
        this.portions = portions;
    }

    /** Ships all there is; a database that does not answer is a failure, and nothing is lost by it. */
    public void ship() throws IOException {
        shipping.lock();
        try {
            shipAll();
        } finally {
            shipping.unlock();
        }
    }

    private void shipAll() throws IOException {
        journal.turnOver(largest);
        for (Path file : journal.files()) {
            boolean mayGrow = journal.isOpen(file);
            long damaged = ship(file, mayGrow);
            if (!mayGrow) finish(file, damaged);
        }
    }

    /** Tells how many of the file's lines are damaged. */
    private long ship(Path file, boolean mayGrow) throws IOException {
        Reached now = reached.getOrDefault(file, Reached.NOTHING);
        long begin = now.bytes;
        try (WholeLines lines = new WholeLines(file, begin, mayGrow)) {
            Portion portion;
            do {
                portion = portions.apply(file);
                now = fill(portion, lines, begin, now);
                keepAside(file, portion.store());
                reached.put(file, now);
            } while (portion.isFull());
            return now.damaged + (lines.endsBehindAHole() ? 1 : 0);
        }
    }

    /** A line without its end is still being written, or was when its process ended. */
    private static Reached fill(Portion portion, WholeLines lines, long begin, Reached before) throws IOException {
        long count = before.lines;
        long damaged = before.damaged;
        while (!portion.isFull()) {
            byte[] line = lines.next();
            if (line == null) break;
            if (WholeLines.hasHole(line) || !portion.take(count, line)) damaged++;
            count++;
        }
        return new Reached(begin + lines.bytes(), count, damaged);
    }

    private static void keepAside(Path file, List<byte[]> refused) throws IOException {
        if (refused.isEmpty()) return;
        Path aside = file.resolveSibling(file.getFileName() + REFUSED);
        try (OutputStream out = Files.newOutputStream(aside, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (byte[] line : refused) out.write(line);
        }
        LOG.error("journal={} {} lines are refused by the database and kept in {}", file, refused.size(), aside);
    }

    private void finish(Path file, long damaged) throws IOException {
        if (damaged > 0) {
            LOG.error("journal={} has {} damaged lines and is kept aside", file, damaged);
            Files.move(file, file.resolveSibling(file.getFileName() + DAMAGED));
        } else {
            journal.delete(file);
        }
        reached.remove(file);
    }
}
