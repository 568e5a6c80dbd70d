/** The outbox: what the city sends to the registry, parents first, never blindly twice. */
@NullMarked
package tr.kentatlas.registry.push;

import org.jspecify.annotations.NullMarked;
