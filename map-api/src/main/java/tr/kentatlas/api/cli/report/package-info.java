/** How a command talks to the operator: progress, one clear sentence for a failure. */
@NullMarked
package tr.kentatlas.api.cli.report;

import org.jspecify.annotations.NullMarked;
