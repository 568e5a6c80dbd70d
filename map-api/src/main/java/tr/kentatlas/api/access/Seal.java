package tr.kentatlas.api.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.kentatlas.spatial.feature.Sha256;

/**
 * Seals what callers bring back, such as cursors: nobody can read it, and nobody can make one. AES-256-GCM (NIST SP 800-38D) under the
 * city's own secret; the nonce is a keyed hash of the content, so that the same content always looks the same and no counter is needed.
 */
@Component
public final class Seal {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int LONGEST_TEXT = 8_192;

    private final JdbcClient desk;
    private volatile @Nullable Keys keys;

    Seal(@Desk JdbcClient desk) {
        this.desk = desk;
    }

    /** The content as text for an address; it opens for the same purpose only. */
    public String close(String purpose, byte[] content) {
        try {
            byte[] nonce = Arrays.copyOf(keys().hash(purpose, content), NONCE_BYTES);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, purpose, nonce).doFinal(content);
            byte[] whole = ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has AES-GCM", e);
        }
    }

    /** What was sealed; empty for whatever was not sealed here for that purpose. */
    public Optional<byte[]> open(String purpose, String text) {
        byte[] whole = bytes(text);
        if (whole.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) return Optional.empty();
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, purpose, Arrays.copyOf(whole, NONCE_BYTES));
            return Optional.of(cipher.doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has AES-GCM", e);
        }
    }

    private Cipher cipher(int mode, String purpose, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, keys().sealing, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] bytes(String text) {
        try {
            return text.length() > LONGEST_TEXT
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private Keys keys() {
        Keys known = keys;
        if (known == null) {
            known = Keys.of(desk.sql("SELECT secret FROM access.seal")
                    .query(byte[].class)
                    .single());
            keys = known;
        }
        return known;
    }

    /** Two keys that tell nothing of each other, made of the one secret. */
    private record Keys(SecretKeySpec sealing, SecretKeySpec naming) {
        static Keys of(byte[] secret) {
            return new Keys(
                    new SecretKeySpec(derived(secret, "sealing"), "AES"),
                    new SecretKeySpec(derived(secret, "naming"), "HmacSHA256"));
        }

        byte[] hash(String purpose, byte[] content) throws GeneralSecurityException {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(naming);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(content);
        }

        private static byte[] derived(byte[] secret, String name) {
            MessageDigest digest = Sha256.begin();
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            return digest.digest(secret);
        }
    }
}
