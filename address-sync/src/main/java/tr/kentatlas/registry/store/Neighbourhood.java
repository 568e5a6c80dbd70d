package tr.kentatlas.registry.store;

/** A neighbourhood of the city by its national code. */
public record Neighbourhood(long code, String name) {}
