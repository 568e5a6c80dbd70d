/** The steps of a release at the terminal, and their words. */
@NullMarked
package tr.kentatlas.api.cli.release;

import org.jspecify.annotations.NullMarked;
