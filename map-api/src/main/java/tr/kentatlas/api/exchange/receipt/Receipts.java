package tr.kentatlas.api.exchange.receipt;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.access.Witness;
import tr.kentatlas.api.access.audit.NamedReads;
import tr.kentatlas.api.exchange.Partner;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.spatial.store.VisibleType;

/**
 * Tells the audit of every answer that shows more than everybody may read, and writes down whatever partners receive in the local journal,
 * before the last byte leaves; an answer that cannot be written down fails.
 */
final class Receipts implements Witness {
    private static final Logger LOG = LoggerFactory.getLogger(Receipts.class);
    private static final int IDS_PER_LINE = 5_000;
    private static final String READ = "read.";
    private static final Line.Content NOTHING = new Line.Features(List.of());

    private final ReceiptJournal journal;
    private final NamedReads reads;

    Receipts(ReceiptJournal journal, NamedReads reads) {
        this.journal = journal;
        this.reads = reads;
    }

    @Override
    public Telling begin(View view, String type, String channel, String question) {
        Answer answer = new Answer(view, type, channel, question);
        return telling(answer, 1);
    }

    @Override
    public Telling resume(View view, String type, String channel, String question) {
        Answer answer = new Answer(view, type, channel, question);
        return telling(answer, 0);
    }

    private Telling telling(Answer answer, int answers) {
        boolean receives = answer.view.caller() instanceof Partner && !Sent.isHeaderOnly();
        return receives ? received(answer, (Partner) answer.view.caller(), answers) : new Counted(answer);
    }

    private Telling received(Answer answer, Partner partner, int answers) {
        requireRoom();
        PartnerTelling telling = new PartnerTelling(answer, partner, answers);
        Sent.ofThisRequest().ifPresent(sent -> sent.join(telling));
        return telling;
    }

    @Override
    public void map(View view, Piece piece) {
        if (view.caller() instanceof Partner partner && !Sent.isHeaderOnly()) write(view, partner, piece);
        if (piece.features().keySet().stream().allMatch(type -> isOpen(view, type))) return;
        var features = new TreeMap<>(piece.features());
        String question = piece.place() + " " + features;
        reads.told(view, READ + piece.channel(), piece.subject(), piece.count(), question);
    }

    private void write(View view, Partner partner, Piece piece) {
        requireRoom();
        Line.Under under = under(partner, view.edition().release());
        Line.Place place = Line.Place.of(piece.place(), piece.box());
        List<Line> lines = new ArrayList<>();
        piece.features().forEach((type, features) -> {
            Line.Content content = features == 0 ? NOTHING : new Line.Drawn(place, features);
            lines.add(new Line(under, type, piece.channel(), Instant.now(), 1, 0, content));
        });
        append(lines);
        Sent.ofThisRequest()
                .ifPresent(sent -> piece.features()
                        .forEach((type, features) -> sent.join(new PiecePart(under, type, piece.channel(), features))));
    }

    /** The bytes an answer had in the end are a line of their own: how many there are shows when the last ones leave. */
    private void took(Line.Under under, String type, String channel, long bytes) {
        append(new Line(under, type, channel, Instant.now(), 0, bytes, NOTHING));
    }

    /** What of a layer is on a piece of a map; written down before, whole. */
    private final class PiecePart implements Sent.Part {
        private final Line.Under under;
        private final String type;
        private final String channel;
        private final int features;

        PiecePart(Line.Under under, String type, String channel, int features) {
            this.under = under;
            this.type = type;
            this.channel = channel;
            this.features = features;
        }

        @Override
        public void leaving() {
            // told whole before the first byte
        }

        @Override
        public long weight() {
            return Math.max(1, features);
        }

        @Override
        public void took(long bytes) {
            Receipts.this.took(under, type, channel, bytes);
        }
    }

    /** Which answer a telling is of. */
    private record Answer(View view, String type, String channel, String question) {}

    private static boolean isOpen(View view, String type) {
        return view.find(type).filter(VisibleType::readsPublicCopy).isPresent();
    }

    private void audit(Answer answer, long count) {
        if (isOpen(answer.view, answer.type)) return;
        reads.told(answer.view, READ + answer.channel, answer.type, count, answer.question);
    }

    private void append(Line line) {
        append(List.of(line));
    }

    private void append(List<Line> lines) {
        try {
            journal.append(lines);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void requireRoom() {
        try {
            if (!journal.hasRoom()) throw new IOException("there is no room left on its disk");
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private Problem unwritable(IOException e) {
        LOG.error(
                "the journal of receipts in {} cannot be written: nothing is sent to partners until it can",
                journal.folder(),
                e);
        return Problem.unavailable(
                "What leaves under an agreement is written down first, and that is not possible now: nothing was sent."
                        + " Whoever runs this service must make room on the disk of its journal, or make it writable; then try again.");
    }

    private static Line.Under under(Partner partner, long release) {
        return new Line.Under(partner.agreement().id(), partner.agreement().version(), release);
    }

    /** For those of whom only the audit tells. */
    private final class Counted implements Telling {
        private final Answer answer;
        private long count;

        Counted(Answer answer) {
            this.answer = answer;
        }

        @Override
        public void feature(UUID id) {
            count++;
        }

        @Override
        public void end() {
            audit(answer, count);
        }
    }

    /** Features are written down as they leave: before more bytes go out, and when all are told. */
    private final class PartnerTelling implements Telling, Sent.Part {
        private final Answer answer;
        private final Line.Under under;
        private final List<UUID> ids = new ArrayList<>();
        private final int answers;
        private long count;

        /** @param answers 1; 0 where the answer was counted before */
        PartnerTelling(Answer answer, Partner partner, int answers) {
            this.answers = answers;
            this.answer = answer;
            this.under = under(partner, answer.view.edition().release());
        }

        @Override
        public void feature(UUID id) {
            count++;
            ids.add(id);
            if (ids.size() == IDS_PER_LINE) leaving();
        }

        @Override
        public void end() {
            flush(answers);
            audit(answer, count);
        }

        @Override
        public void leaving() {
            if (!ids.isEmpty()) flush(0);
        }

        @Override
        public long weight() {
            return count;
        }

        @Override
        public void took(long bytes) {
            Receipts.this.took(under, answer.type, answer.channel, bytes);
        }

        private void flush(int more) {
            Line.Content content = answers == 0 ? new Line.Again(ids) : new Line.Features(ids);
            append(new Line(under, answer.type, answer.channel, Instant.now(), more, 0, content));
            ids.clear();
        }
    }
}
