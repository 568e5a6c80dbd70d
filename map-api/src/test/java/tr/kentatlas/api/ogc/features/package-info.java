/** Whose filters wait for each other. */
@NullMarked
package tr.kentatlas.api.ogc.features;

import org.jspecify.annotations.NullMarked;
