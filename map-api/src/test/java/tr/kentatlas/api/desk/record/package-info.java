@NullMarked
package tr.kentatlas.api.desk.record;

import org.jspecify.annotations.NullMarked;
