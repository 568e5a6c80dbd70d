/** SOAP 1.1 messages as plain trees: read with every defence, written with every escape. */
@NullMarked
package tr.kentatlas.registry.soap;

import org.jspecify.annotations.NullMarked;
