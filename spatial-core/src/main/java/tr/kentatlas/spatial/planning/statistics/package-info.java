/** Statistics by area: how many, how large, how long, and what the attributes say, of any feature type. */
@NullMarked
package tr.kentatlas.spatial.planning.statistics;

import org.jspecify.annotations.NullMarked;
