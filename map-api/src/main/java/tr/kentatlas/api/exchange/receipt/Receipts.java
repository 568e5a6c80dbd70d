package tr.kentatlas.api.exchange.receipt;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.locationtech.jts.geom.Envelope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.access.Witness;
import tr.kentatlas.api.access.audit.Audit;
import tr.kentatlas.api.access.audit.AuditEntry;
import tr.kentatlas.api.exchange.Partner;
import tr.kentatlas.api.problem.Problem;

/** Writes down what partners receive, in the local journal, before the last byte leaves; an answer that cannot be written down fails. */
final class Receipts implements Witness {
    private static final Logger LOG = LoggerFactory.getLogger(Receipts.class);
    private static final int IDS_PER_LINE = 5_000;
    private static final Telling UNWITNESSED = new Telling() {
        @Override
        public void feature(UUID id) {}

        @Override
        public void end(long bytes) {}
    };

    private final ReceiptJournal journal;
    private final Audit audit;

    Receipts(ReceiptJournal journal, Audit audit) {
        this.journal = journal;
        this.audit = audit;
    }

    @Override
    public Telling begin(View view, String type, String channel) {
        return view.caller() instanceof Partner partner
                ? new PartnerTelling(partner, view.edition().release(), type, channel)
                : UNWITNESSED;
    }

    @Override
    public void map(View view, Collection<String> types, String channel, String place, Envelope box, long bytes) {
        if (!(view.caller() instanceof Partner partner)) return;
        long release = view.edition().release();
        Line.Piece piece = Line.Piece.of(place, box);
        long share = types.isEmpty() ? 0 : bytes / types.size();
        for (String type : types) {
            append(new Line(under(partner, release), type, channel, Instant.now(), 1, share, piece));
        }
        audit.record(AuditEntry.read(partner, "read." + channel, String.join(",", types), release, 0)
                .with("place", place));
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

    private final class PartnerTelling implements Telling {
        private final Partner partner;
        private final long release;
        private final String type;
        private final String channel;
        private final List<UUID> ids = new ArrayList<>();
        private long count;

        PartnerTelling(Partner partner, long release, String type, String channel) {
            this.partner = partner;
            this.release = release;
            this.type = type;
            this.channel = channel;
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
            audit.record(AuditEntry.read(partner, "read." + channel, type, release, count));
        }

        private void flush(int answers, long bytes) {
            append(new Line(
                    under(partner, release), type, channel, Instant.now(), answers, bytes, new Line.Features(ids)));
            ids.clear();
        }
    }
}
