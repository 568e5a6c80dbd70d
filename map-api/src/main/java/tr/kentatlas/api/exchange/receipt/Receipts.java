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

/**
 * Tells the audit of every answer, and writes down what partners receive in the local journal besides, before the last byte leaves; an
 * answer that cannot be written down fails.
 */
final class Receipts implements Witness {
    private static final Logger LOG = LoggerFactory.getLogger(Receipts.class);
    private static final int IDS_PER_LINE = 5_000;
    private static final String READ = "read.";

    private final ReceiptJournal journal;
    private final NamedReads reads;

    Receipts(ReceiptJournal journal, NamedReads reads) {
        this.journal = journal;
        this.reads = reads;
    }

    @Override
    public Telling begin(View view, String type, String channel, String question) {
        Answer answer = new Answer(view, type, channel, question);
        return view.caller() instanceof Partner partner ? new PartnerTelling(answer, partner) : new Counted(answer);
    }

    @Override
    public void map(View view, Piece piece) {
        if (view.caller() instanceof Partner partner) write(view, partner, piece);
        var features = new TreeMap<>(piece.features());
        String question = piece.place() + " " + (piece.count() == 0 ? features.keySet() : features);
        reads.told(view, READ + piece.channel(), piece.subject(), piece.count(), question);
    }

    private void write(View view, Partner partner, Piece piece) {
        long share = piece.bytes() / Math.max(1, piece.features().size());
        Line.Under under = under(partner, view.edition().release());
        for (String type : piece.features().keySet()) {
            Line.Piece content = Line.Piece.of(piece.place(), piece.box());
            append(new Line(under, type, piece.channel(), Instant.now(), 1, share, content));
        }
    }

    /** Which answer a telling is of. */
    private record Answer(View view, String type, String channel, String question) {}

    private void audit(Answer answer, long count) {
        reads.told(answer.view, READ + answer.channel, answer.type, count, answer.question);
    }

    private void append(Line line) {
        try {
            journal.append(line.bytesOfLine());
        } catch (IOException e) {
            LOG.error("the journal of receipts cannot be written", e);
            throw Problem.unavailable("What leaves is written down, and that is not possible now. Try again later.");
        }
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
        public void end(long bytes) {
            audit(answer, count);
        }
    }

    private final class PartnerTelling implements Telling {
        private final Answer answer;
        private final Line.Under under;
        private final List<UUID> ids = new ArrayList<>();
        private long count;

        PartnerTelling(Answer answer, Partner partner) {
            this.answer = answer;
            this.under = under(partner, answer.view.edition().release());
        }

        @Override
        public void feature(UUID id) {
            count++;
            ids.add(id);
            if (ids.size() == IDS_PER_LINE) flush(0, 0);
        }

        @Override
        public void end(long bytes) {
            flush(1, bytes);
            audit(answer, count);
        }

        private void flush(int answers, long bytes) {
            Line.Features content = new Line.Features(ids);
            append(new Line(under, answer.type, answer.channel, Instant.now(), answers, bytes, content));
            ids.clear();
        }
    }
}
