@org.jspecify.annotations.NullMarked
package tr.kentatlas.api.desk.registry;
