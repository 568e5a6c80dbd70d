package tr.kentatlas.api.access.signin;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.spatial.word.Worded;

/** Reads roles from a provider's claims; names that are no role of the desk are somebody else's and passed over. */
final class RolesClaim {
    private RolesClaim() {}

    /** @param path a claim's name, or names with dots between them */
    static Set<Role> read(Map<String, Object> claims, String path) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String word : words(find(claims, path)))
            Worded.find(Role.class, word.toLowerCase(Locale.ROOT)).ifPresent(roles::add);
        return roles;
    }

    private static @Nullable Object find(Map<?, ?> claims, String path) {
        if (claims.containsKey(path)) return claims.get(path);
        int dot = path.indexOf('.');
        if (dot < 0 || !(claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner)) return null;
        return find(inner, path.substring(dot + 1));
    }

    private static List<String> words(@Nullable Object claim) {
        return switch (claim) {
            case String text -> Arrays.asList(text.trim().split("[ ,]+", -1));
            case Collection<?> many ->
                many.stream().filter(Objects::nonNull).map(String::valueOf).toList();
            case null, default -> List.of();
        };
    }
}
