package tr.kentatlas.cluster;

import java.security.SecureRandom;
import java.util.HexFormat;

/** A password that never shows itself in a log, an error or a debugger's list. */
public record Secret(String reveal) {
    /** 128 random bits in hexadecimal, so that no shell, URL or properties file has to quote it. */
    public static Secret random() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return new Secret(HexFormat.of().formatHex(bytes));
    }

    @Override
    public String toString() {
        return "***";
    }
}
