/** The running service measured beside a floor of the same run: pgbench, a bare application, a plain COPY, other servers. */
@NullMarked
package tr.kentatlas.benchmarks.service;

import org.jspecify.annotations.NullMarked;
