/** The sample city: from a seed and a size a whole plausible Turkish district, delivered like any other source. */
@NullMarked
package tr.kentatlas.spatial.sample;

import org.jspecify.annotations.NullMarked;
