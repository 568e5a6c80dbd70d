/** Exchange under agreements: who a partner is, what they may have, and what they had. */
@NullMarked
package tr.kentatlas.api.exchange;

import org.jspecify.annotations.NullMarked;
