package tr.kentatlas.api.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A member of staff who is signed in; controllers of the desk take it as an argument.
 *
 * @param account what they sign in with
 * @param name for people
 */
public record Staff(long id, String account, String name, Set<Role> roles) {
    public Staff {
        EnumSet<Role> copy = EnumSet.noneOf(Role.class);
        copy.addAll(roles);
        roles = Collections.unmodifiableSet(copy);
    }

    /** Whether they have one of these roles; an administrator has each. */
    public boolean isAny(Role... permitted) {
        if (roles.contains(Role.ADMIN)) return true;
        for (Role role : permitted) if (roles.contains(role)) return true;
        return false;
    }
}
