/** The national address registry (UAVT/MAKS) beside the city's own address data. */
@NullMarked
package tr.kentatlas.registry;

import org.jspecify.annotations.NullMarked;
