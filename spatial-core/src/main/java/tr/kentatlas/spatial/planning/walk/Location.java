package tr.kentatlas.spatial.planning.walk;

/**
 * Where a place meets the street nearest to it.
 *
 * @param edge of the graph
 * @param along metres from the edge's beginning
 * @param offset metres from the place to the street, in a straight line
 */
public record Location(int edge, double along, double offset) {}
