@NullMarked
package tr.kentatlas.api.render.sld;

import org.jspecify.annotations.NullMarked;
