/** Whose data the city shows. */
@NullMarked
package tr.kentatlas.api.city;

import org.jspecify.annotations.NullMarked;
