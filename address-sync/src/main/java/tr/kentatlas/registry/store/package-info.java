/** The registry's tables beside the city's: one transaction at a time for what must not interleave. */
@NullMarked
package tr.kentatlas.registry.store;

import org.jspecify.annotations.NullMarked;
