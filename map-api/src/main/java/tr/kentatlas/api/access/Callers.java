package tr.kentatlas.api.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.city.City;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;

/**
 * Finds out who is calling: the member of staff the desk has let in, the partner or member of staff a key belongs to, or nobody in
 * particular. Outside the desk no cookie is looked at.
 */
@Component
public final class Callers {
    private static final String ATTRIBUTE = Callers.class.getName();

    private final City city;
    private final StaffGrants staffGrants;
    private final ObjectProvider<BearerKeys> keys;
    private final RefusedKeys refused;
    private volatile @Nullable List<BearerKeys> others;
    private final Caller visitor = KeyedCaller.of("", Caller.Kind.VISITOR, Grants::open);
    private final Caller operator = KeyedCaller.of("operator", Caller.Kind.OPERATOR, Grants::everything);

    Callers(City city, StaffGrants staffGrants, ObjectProvider<BearerKeys> keys, RefusedKeys refused) {
        this.city = city;
        this.staffGrants = staffGrants;
        this.keys = keys;
        this.refused = refused;
    }

    /** Who makes this request. A key that is wrong is refused, never taken for no key. */
    public Caller caller(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Caller known) return known;
        String header = request.getHeader("Authorization");
        if (header == null) return visitor;
        Caller found = keyed(header, request.getRemoteAddr());
        request.setAttribute(ATTRIBUTE, found);
        return found;
    }

    /** The desk has let them in: what this request reads, it reads for them. */
    public void letIn(Staff staff, HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, staffGrants.caller(staff, staff.account()));
    }

    private Caller keyed(String header, String address) {
        String token = PresentedKey.parse(header).token();
        if (isOperator(token)) return operator;
        try {
            for (BearerKeys known : others()) {
                Optional<Caller> found = known.find(token);
                if (found.isPresent()) return found.get();
            }
            throw Problem.unauthorized(Wording.of("access.key-unknown"));
        } catch (Problem e) {
            // Also of a key that was revoked: somebody still has it.
            if (e.status() == HttpStatus.UNAUTHORIZED) refused.presented(address);
            throw e;
        }
    }

    /** Asked for once: looking for beans costs more than looking for a key. */
    private List<BearerKeys> others() {
        List<BearerKeys> known = others;
        if (known == null) {
            known = keys.orderedStream().toList();
            others = known;
        }
        return known;
    }

    private boolean isOperator(String token) {
        byte[] known = city.adminKey().reveal().getBytes(StandardCharsets.UTF_8);
        return known.length > 0 && MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), known);
    }
}
