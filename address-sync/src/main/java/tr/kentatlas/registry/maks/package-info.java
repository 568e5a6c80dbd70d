/** Speaks the registry's SOAP contract; none of its messages leaves this package. */
@NullMarked
package tr.kentatlas.registry.maks;

import org.jspecify.annotations.NullMarked;
