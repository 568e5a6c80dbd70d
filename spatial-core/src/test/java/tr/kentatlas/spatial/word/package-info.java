@NullMarked
package tr.kentatlas.spatial.word;

import org.jspecify.annotations.NullMarked;
