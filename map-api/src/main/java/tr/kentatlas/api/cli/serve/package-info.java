/** A city from its start to its end: up, down, status, logs, reset. */
@NullMarked
package tr.kentatlas.api.cli.serve;

import org.jspecify.annotations.NullMarked;
