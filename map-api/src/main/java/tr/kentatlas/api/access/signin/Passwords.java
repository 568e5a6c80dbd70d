package tr.kentatlas.api.access.signin;

import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;

/** Passwords of staff: kept as Argon2id (RFC 9106), a few checked at a time, since each check takes 16 MB. */
public final class Passwords {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Argon2PasswordEncoder argon2;
    private final Semaphore places = new Semaphore(4);
    private final String nobodys;

    public Passwords() {
        this(Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8());
    }

    /** At another cost, which each hash tells of itself. */
    public Passwords(Argon2PasswordEncoder argon2) {
        this.argon2 = argon2;
        this.nobodys = Nobody.HASH;
    }

    /** A new password nobody has to invent: about 99 bits. */
    public static String random() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) text.append('-');
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    public String hash(String password) {
        return inTurn(() -> String.valueOf(argon2.encode(password)));
    }

    /** Takes as long for an account that has no password, or that is not there. */
    boolean matches(String password, @Nullable String hash) {
        if (password.length() > LONGEST) return false;
        boolean matches = inTurn(() -> argon2.matches(password, hash == null ? nobodys : hash));
        return matches && hash != null;
    }

    /** Refuses what is too short, too long, or the account itself (NIST SP 800-63B §3.1.1: length before rules). */
    static void require(String password, String account) {
        if (password.strip().length() < SHORTEST || password.length() > LONGEST || password.contains(account))
            throw Problem.invalid("password", Wording.of("staff.password", SHORTEST, LONGEST));
    }

    /** Of a password nobody knows, at the cost of everybody's. */
    private static final class Nobody {
        static final String HASH = String.valueOf(
                Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(random()));
    }

    private <T> T inTurn(Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
