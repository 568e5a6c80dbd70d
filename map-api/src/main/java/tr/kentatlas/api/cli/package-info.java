/** The commands behind {@code ./kent}: the composition root of the whole house. */
@NullMarked
package tr.kentatlas.api.cli;

import org.jspecify.annotations.NullMarked;
