@NullMarked
package tr.kentatlas.api.render;

import org.jspecify.annotations.NullMarked;
