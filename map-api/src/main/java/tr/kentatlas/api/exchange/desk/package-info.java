/** The desk's side of the exchange: making agreements, trying them out, giving keys, and looking at their use. */
@NullMarked
package tr.kentatlas.api.exchange.desk;

import org.jspecify.annotations.NullMarked;
