/** The keys partners present. */
@NullMarked
package tr.kentatlas.api.exchange.key;

import org.jspecify.annotations.NullMarked;
