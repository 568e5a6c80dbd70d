package tr.kentatlas.api.ogc.features;

import java.nio.ByteBuffer;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.Seal;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.problem.ValueRefused;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.feature.Page;
import tr.kentatlas.spatial.feature.Sha256;

/** Writes and reads the cursors of pages: sealed, since a place among rows would tell of the hidden ones between. */
@Component
final class Cursors {
    private static final String PURPOSE = "items";

    private final Seal seal;

    Cursors(Seal seal) {
        this.seal = seal;
    }

    /** The text of a cursor for the page after that position. */
    String write(ItemsQuestion question, Page.Position position) {
        long mark = mark(question.view(), question.query());
        return seal.close(PURPOSE, new Cursor(question.view().edition().release(), mark, position).bytes());
    }

    /** Reads what {@link #write} wrote; anything else is a {@link ValueRefused}. */
    Cursor read(String text) {
        return seal.open(PURPOSE, text).map(Cursor::read).orElseThrow(() -> new ValueRefused("items.cursor"));
    }

    /** Equal for the same question asked of the same contents by those who see the same. */
    static long mark(View view, FeatureQuery query) {
        String text = view.edition().mark() + "|" + view.grantHash() + "|" + query.fingerprint();
        return ByteBuffer.wrap(Sha256.of(text)).getLong();
    }
}
