/** A PostgreSQL cluster of one's own: found on the machine, created, started, adopted and stopped. Knows no JDBC. */
@NullMarked
package tr.kentatlas.cluster;

import org.jspecify.annotations.NullMarked;
