/** Who did what and who read what is not public: kept for ever, changed by nobody. */
@NullMarked
package tr.kentatlas.api.access.audit;

import org.jspecify.annotations.NullMarked;
