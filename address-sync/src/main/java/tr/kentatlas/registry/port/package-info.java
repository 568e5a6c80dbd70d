/** What the city asks of the national address registry (UAVT/MAKS), in our own words. */
@NullMarked
package tr.kentatlas.registry.port;

import org.jspecify.annotations.NullMarked;
