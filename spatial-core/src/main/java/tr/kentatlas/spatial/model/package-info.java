/** The ministry's model as values: feature types, attributes, code lists, read from YAML and checked. */
@NullMarked
package tr.kentatlas.spatial.model;

import org.jspecify.annotations.NullMarked;
