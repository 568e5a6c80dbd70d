package tr.kentatlas.api.exchange.receipt;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import tr.kentatlas.api.access.MadeOnce;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.access.Witness;
import tr.kentatlas.api.access.audit.NamedReads;
import tr.kentatlas.api.exchange.Partner;
import tr.kentatlas.spatial.store.VisibleType;

/**
 * Tells the audit of every answer that shows more than everybody may read, and writes down whatever partners receive in the local journal,
 * before the last byte leaves; an answer that cannot be written down fails.
 */
final class Receipts implements Witness {
    private static final int IDS_PER_LINE = 5_000;
    private static final String READ = "read.";
    private static final Line.Content NOTHING = new Line.Features(List.of());
    /** With the half hour a receipt itself is kept to, it stays within the hour that is told. */
    private static final Duration NAMED = Duration.ofMinutes(25);

    private static final int MOST_NAMED = 10_000;

    private final ReceiptJournal journal;
    private final NamedReads reads;
    private final MadeOnce<Whole, Instant> named = new MadeOnce<>(Caffeine.newBuilder()
            .maximumSize(MOST_NAMED)
            .expireAfterWrite(NAMED)
            .buildAsync());

    /** A file whose features are written down. */
    private record Whole(Line.Under under, String edition, String type, String channel, String mark) {}

    Receipts(ReceiptJournal journal, NamedReads reads) {
        this.journal = journal;
        this.reads = reads;
    }

    @Override
    public Telling begin(View view, String type, String channel, String question) {
        Answer answer = new Answer(view, type, channel, question);
        return receives(view) ? received(answer, (Partner) view.caller(), false) : new Counted(answer);
    }

    /** Its features are written down by name once for all parts that are fetched in a while: there may be a million of them. */
    @Override
    public void file(View view, String type, String channel, String question, Listed features, boolean isBeginning) {
        Answer answer = new Answer(view, type, channel, question);
        if (receives(view)) {
            PartnerTelling telling = received(answer, (Partner) view.caller(), !isBeginning);
            Whole whole = new Whole(telling.under, view.edition().mark(), type, channel, features.mark());
            named.get(whole, () -> telling.writesDown(features));
            telling.endOf(features);
        } else {
            audit(answer, features.count());
        }
    }

    private static boolean receives(View view) {
        return view.caller() instanceof Partner && !Sent.isHeaderOnly();
    }

    private PartnerTelling received(Answer answer, Partner partner, boolean isResumed) {
        journal.requireRoom();
        Optional<Sent> sent = Sent.ofThisRequest();
        PartnerTelling telling = new PartnerTelling(answer, partner, isResumed, sent.isPresent());
        sent.ifPresent(all -> all.join(telling));
        return telling;
    }

    @Override
    public void map(View view, Piece piece) {
        if (view.caller() instanceof Partner partner && !Sent.isHeaderOnly()) write(view, partner, piece);
        var features = new TreeMap<>(piece.features());
        List<String> closed =
                features.keySet().stream().filter(type -> !isOpen(view, type)).toList();
        if (closed.isEmpty()) return;
        String question = piece.place() + " " + features;
        reads.told(view, READ + piece.channel(), piece.subject(), closed, piece.count(), question);
    }

    private void write(View view, Partner partner, Piece piece) {
        journal.requireRoom();
        Line.Under under = under(partner, view.edition().release());
        Line.Place place = Line.Place.of(piece.place(), piece.box());
        List<PiecePart> parts = new ArrayList<>();
        piece.features().forEach((type, features) -> {
            Line.Content content = features == 0 ? NOTHING : new Line.Drawn(place, features);
            parts.add(new PiecePart(under, type, piece.channel(), content, Math.max(1, features)));
        });
        Sent.ofThisRequest().ifPresentOrElse(sent -> parts.forEach(sent::join), () -> journal.append(told(parts)));
    }

    private static List<Line> told(List<? extends Sent.Part> parts) {
        List<Line> lines = new ArrayList<>();
        parts.forEach(part -> part.tell(0, lines));
        return lines;
    }

    /** What of a layer is on a piece of a map; told whole before the first byte. */
    private static final class PiecePart implements Sent.Part {
        private final Line.Under under;
        private final String type;
        private final String channel;
        private final Line.Content content;
        private final long weight;
        private boolean isTold;

        PiecePart(Line.Under under, String type, String channel, Line.Content content, long weight) {
            this.under = under;
            this.type = type;
            this.channel = channel;
            this.content = content;
            this.weight = weight;
        }

        @Override
        public void tell(long bytes, List<Line> lines) {
            if (isTold && bytes == 0) return;
            int answers = isTold ? 0 : 1;
            lines.add(new Line(under, type, channel, Instant.now(), answers, bytes, isTold ? NOTHING : content));
            isTold = true;
        }

        @Override
        public long weight() {
            return weight;
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

    /** Features are written down before bytes they may be in leave; at the latest when all are told, where nobody sees them leave. */
    private final class PartnerTelling implements Telling, Sent.Part {
        private final Answer answer;
        private final Line.Under under;
        private final List<UUID> ids = new ArrayList<>();
        private final boolean isResumed;
        private final boolean isAwaited;
        private boolean isAnswer;
        private long count;
        private long known;

        /**
         * @param isResumed whether the answer was counted before
         * @param isAwaited whether the answer tells when its bytes leave
         */
        PartnerTelling(Answer answer, Partner partner, boolean isResumed, boolean isAwaited) {
            this.isResumed = isResumed;
            this.isAwaited = isAwaited;
            this.answer = answer;
            this.under = under(partner, answer.view.edition().release());
        }

        @Override
        public void feature(UUID id) {
            count++;
            ids.add(id);
            if (ids.size() == IDS_PER_LINE) journal.append(told(List.of(this)));
        }

        /** All of a file, before anything of it leaves. */
        Instant writesDown(Listed features) {
            features.each().accept(this::feature);
            if (!ids.isEmpty()) journal.append(told(List.of(this)));
            return Instant.now();
        }

        void endOf(Listed features) {
            if (count == 0) known = features.count();
            count = features.count();
            end();
        }

        @Override
        public void end() {
            isAnswer = !isResumed;
            if (!isAwaited) journal.append(told(List.of(this)));
            audit(answer, count);
        }

        @Override
        public void tell(long bytes, List<Line> lines) {
            if (ids.isEmpty() && !isAnswer && bytes == 0) return;
            Instant now = Instant.now();
            lines.add(new Line(under, answer.type, answer.channel, now, isAnswer ? 1 : 0, bytes, content()));
            isAnswer = false;
            ids.clear();
        }

        private Line.Content content() {
            if (isAnswer && known > 0) return new Line.Known(known);
            return isResumed && !ids.isEmpty() ? new Line.Again(ids) : new Line.Features(ids);
        }

        @Override
        public long weight() {
            return count;
        }
    }
}
