package tr.kentatlas.api.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.feature.Grant.Audience;
import tr.kentatlas.spatial.feature.Grant.TypeGrant;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.store.Edition;

/** The grants that follow from the model: for everybody, for the operator, and for staff by what their roles need. */
final class Grants {
    private Grants() {}

    /** What everybody may see. */
    static Grant open(Edition edition) {
        return grant("public", Audience.PUBLIC, edition, entry -> entry.type().isPublic(), Attribute::isPublic);
    }

    /** Everything that is published. */
    static Grant everything(Edition edition) {
        return grant("admin", Audience.NAMED, edition, entry -> true, attribute -> true);
    }

    /** What is public, and of the rest what these roles need for their work. */
    static Grant staff(Set<Role> roles, Edition edition) {
        Map<String, TypeGrant> granted = new LinkedHashMap<>();
        for (Edition.Entry entry : edition.entries()) {
            if (Need.permits(roles, entry.type())) granted.put(entry.type().name(), staff(roles, entry));
        }
        return new Grant("staff", Audience.NAMED, granted);
    }

    private static TypeGrant staff(Set<Role> roles, Edition.Entry entry) {
        Set<String> fields = names(entry, attribute -> Need.permits(roles, entry.type(), attribute));
        Set<String> whole = names(entry, attribute -> Need.permitsWhole(roles, entry.type(), attribute));
        return TypeGrant.of(fields)
                .asPublic(fields.stream().filter(name -> !whole.contains(name)).collect(Collectors.toSet()));
    }

    private static Set<String> names(Edition.Entry entry, Predicate<Attribute> wanted) {
        return entry.model().attributesOf(entry.type()).stream()
                .filter(wanted)
                .map(Attribute::name)
                .collect(Collectors.toSet());
    }

    private static Grant grant(
            String name,
            Audience audience,
            Edition edition,
            Predicate<Edition.Entry> types,
            Predicate<Attribute> attributes) {
        Map<String, TypeGrant> granted = new LinkedHashMap<>();
        edition.entries().stream()
                .filter(types)
                .forEach(entry -> granted.put(entry.type().name(), TypeGrant.of(names(entry, attributes))));
        return new Grant(name, audience, granted);
    }
}
