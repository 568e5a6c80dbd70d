package tr.kentatlas.spatial.feature;

import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes the same {@code tucbs_no} from the same source key every time, so that loading a file twice changes nothing. */
public final class FeatureId {
    private static final Pattern FORM =
            Pattern.compile("\\{?(?<uuid>\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})}?");
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 0x8000000000000000L;

    private FeatureId() {}

    /**
     * A name-based UUID (RFC 9562 §5.8, version 8, SHA-256).
     *
     * @param source the data set, such as {@code osm} or {@code ornek:7}
     * @param key the object's stable key in that data set, unique within the type
     */
    public static UUID of(String source, String type, String key) {
        byte[] hash = Sha256.of(source + '\n' + type + '\n' + key);
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        long high = (bytes.getLong() & 0xFFFFFFFFFFFF0FFFL) | VERSION_8;
        long low = (bytes.getLong() & 0x3FFFFFFFFFFFFFFFL) | VARIANT;
        return new UUID(high, low);
    }

    /** A UUID as programs write it (RFC 9562 §4), also in the braces GDAL puts around it; null for any other text. */
    public static @Nullable UUID parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? UUID.fromString(form.group("uuid")) : null;
    }
}
