/** The keys partners and staff present. */
@NullMarked
package tr.kentatlas.api.access.key;

import org.jspecify.annotations.NullMarked;
