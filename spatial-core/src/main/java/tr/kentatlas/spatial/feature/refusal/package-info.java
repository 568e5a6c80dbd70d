/** Why a question cannot be answered, in no language. */
@NullMarked
package tr.kentatlas.spatial.feature.refusal;

import org.jspecify.annotations.NullMarked;
