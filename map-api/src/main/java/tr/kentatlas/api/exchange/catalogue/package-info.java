/** {@code /exchange}: what a partner may have, and what it used, for programs and for people. */
@NullMarked
package tr.kentatlas.api.exchange.catalogue;

import org.jspecify.annotations.NullMarked;
