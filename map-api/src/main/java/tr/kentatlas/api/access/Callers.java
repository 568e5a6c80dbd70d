package tr.kentatlas.api.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.City;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.store.Edition;

/** Finds out who is calling and compiles the grant: nobody in particular, or the administrator by key. */
@Component
public final class Callers {
    private static final String BEARER = "Bearer ";

    private final City city;
    private final GrantCache open = new GrantCache(Grants::open);
    private final GrantCache everything = new GrantCache(Grants::everything);

    Callers(City city) {
        this.city = city;
    }

    /** The grant of a request on an edition. A key that is wrong is refused, never taken for no key. */
    public Grant grant(HttpServletRequest request, Edition edition) {
        String header = request.getHeader("Authorization");
        if (header == null) return open.on(edition);
        if (!isAdmin(header)) throw Problem.unauthorized("This key is not known.");
        return everything.on(edition);
    }

    private boolean isAdmin(@Nullable String header) {
        if (header == null
                || !header.startsWith(BEARER)
                || city.adminKey().value().isEmpty()) return false;
        byte[] given = header.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, city.adminKey().value().getBytes(StandardCharsets.UTF_8));
    }
}
