package tr.kentatlas.spatial.feature;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4): contents that have the same one are the same. */
public final class Sha256 {
    /** Of nothing yet. It is copied and never fed: every request with a key needs one, and a look-up takes longer than a copy. */
    private static final MessageDigest EMPTY = lookedUp();

    private Sha256() {}

    /** One to be fed piece by piece. */
    public static MessageDigest begin() {
        try {
            return (MessageDigest) EMPTY.clone();
        } catch (CloneNotSupportedException notThisProvider) {
            return lookedUp();
        }
    }

    public static byte[] of(byte[] content) {
        return begin().digest(content);
    }

    /** Of the text in UTF-8. */
    public static byte[] of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] of(Path file) throws IOException {
        MessageDigest digest = begin();
        try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return digest.digest();
    }

    /** In hexadecimal. */
    public static String hex(byte[] content) {
        return hexOf(of(content));
    }

    /** Of the text in UTF-8, in hexadecimal. */
    public static String hex(String text) {
        return hexOf(of(text));
    }

    public static String hex(Path file) throws IOException {
        return hexOf(of(file));
    }

    private static String hexOf(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static MessageDigest lookedUp() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
