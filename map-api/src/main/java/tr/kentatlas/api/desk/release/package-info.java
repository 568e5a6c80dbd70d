/** {@code /api/desk/releases}: the releases, and what the data steward does about the draft. */
@NullMarked
package tr.kentatlas.api.desk.release;

import org.jspecify.annotations.NullMarked;
