@NullMarked
package tr.kentatlas.api.desk.release;

import org.jspecify.annotations.NullMarked;
