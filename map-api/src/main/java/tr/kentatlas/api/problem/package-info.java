/** One place turns errors into answers (RFC 9457). */
@NullMarked
package tr.kentatlas.api.problem;

import org.jspecify.annotations.NullMarked;
