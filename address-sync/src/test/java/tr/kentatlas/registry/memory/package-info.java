/** A registry in memory, with the faults of real ones. */
@org.jspecify.annotations.NullMarked
package tr.kentatlas.registry.memory;
