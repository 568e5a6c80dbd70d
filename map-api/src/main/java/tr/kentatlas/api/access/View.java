package tr.kentatlas.api.access;

import java.util.List;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.VisibleType;

/** What one request works with from beginning to end: one edition, one grant. Controllers take it as an argument. */
public record View(Edition edition, Grant grant) {

    /** A type the caller sees; any other does not exist. */
    public VisibleType type(String name) {
        return VisibleType.find(edition, grant, name)
                .orElseThrow(() -> Problem.notFound("There is no collection '" + name + "'."));
    }

    public List<VisibleType> types() {
        return VisibleType.list(edition, grant);
    }

    public boolean isPublic() {
        return grant.audience() == Grant.Audience.PUBLIC;
    }
}
