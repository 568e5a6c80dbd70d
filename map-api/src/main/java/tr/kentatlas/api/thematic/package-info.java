/** Thematic maps: one definition, from which classes, legend and every drawing follow. */
@NullMarked
package tr.kentatlas.api.thematic;

import org.jspecify.annotations.NullMarked;
