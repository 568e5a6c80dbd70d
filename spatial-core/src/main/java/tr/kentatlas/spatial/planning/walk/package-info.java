/** Walking: streets as a graph, how far it is from the nearest of several places, and what lies within that reach. */
@NullMarked
package tr.kentatlas.spatial.planning.walk;

import org.jspecify.annotations.NullMarked;
