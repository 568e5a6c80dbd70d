/** Finds what belongs together and where the two sides disagree, in SQL over whole neighbourhoods. */
@NullMarked
package tr.kentatlas.registry.match;

import org.jspecify.annotations.NullMarked;
