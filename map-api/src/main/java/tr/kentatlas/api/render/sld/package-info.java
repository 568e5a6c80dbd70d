/** Symbols as a Styled Layer Descriptor (OGC 02-070), for map servers. */
@NullMarked
package tr.kentatlas.api.render.sld;

import org.jspecify.annotations.NullMarked;
