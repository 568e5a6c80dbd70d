/** The map style of the City Guide (MapLibre) as symbols of the embedded engine. */
@NullMarked
package tr.kentatlas.api.render.style;

import org.jspecify.annotations.NullMarked;
