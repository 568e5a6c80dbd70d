package tr.kentatlas.spatial.planning.walk;

import java.util.List;
import tr.kentatlas.spatial.planning.Neighbourhoods.Neighbourhood;

/** The streets of a release that can be walked, and its doors, as one grant sees them; ready to be measured on. */
public record WalkNetwork(WalkGraph graph, StreetIndex streets, Doors doors, List<Neighbourhood> neighbourhoods) {
    public WalkNetwork {
        neighbourhoods = List.copyOf(neighbourhoods);
    }
}
