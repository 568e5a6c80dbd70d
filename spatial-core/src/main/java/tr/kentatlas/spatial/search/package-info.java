/** The place index: addresses, streets, neighbourhoods, places and parcels of one release, found by what people type. */
@NullMarked
package tr.kentatlas.spatial.search;

import org.jspecify.annotations.NullMarked;
