@org.jspecify.annotations.NullMarked
package tr.kentatlas.registry;
