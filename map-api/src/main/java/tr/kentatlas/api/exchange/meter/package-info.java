/** How much each agreement may still ask. */
@NullMarked
package tr.kentatlas.api.exchange.meter;

import org.jspecify.annotations.NullMarked;
