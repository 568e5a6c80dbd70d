package tr.kentatlas.api.ogc.features;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.Seal;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.problem.ValueRefused;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.feature.Page;

/** Writes and reads the cursors of pages: sealed, since a place among rows would tell of the hidden ones between. */
@Component
final class Cursors {
    private static final String PURPOSE = "items";

    private final Seal seal;

    Cursors(Seal seal) {
        this.seal = seal;
    }

    /** The text of a cursor for the page after that position. */
    String write(Question question, Page.Position position) {
        long mark = mark(question.view(), question.query());
        return seal.close(PURPOSE, new Cursor(question.view().edition().release(), mark, position).bytes());
    }

    /** Reads what {@link #write} wrote; anything else is a {@link ValueRefused}. */
    Cursor read(String text) {
        return seal.open(PURPOSE, text).map(Cursor::read).orElseThrow(() -> new ValueRefused("items.cursor"));
    }

    /** Equal for the same question asked by those who see the same. */
    static long mark(View view, FeatureQuery query) {
        try {
            String text = view.grantHash() + "|" + query.fingerprint();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
