/** Reads what the registry holds, neighbourhood by neighbourhood, so that it can go on where it was stopped. */
@NullMarked
package tr.kentatlas.registry.pull;

import org.jspecify.annotations.NullMarked;
