package org.evenkeel.exchange;

/// Where in a file a fact stood.
///
/// @param file name of the file
/// @param line line, from 1
/// @param path column of a CSV file or path in a FHIR resource
public record Place(String file, int line, String path) {
    /// What is wrong with what stands here.
    ///
    /// @param value what stands here; never a patient's key or name
    /// @param allowed what may stand here
    public Problem problem(String value, String allowed) {
        return new Problem(file, line, path, value, allowed);
    }

    /// A place further inside.
    public Place at(String deeper) {
        return new Place(file, line, path.isEmpty() ? deeper : path + "." + deeper);
    }

    /// The place as a reader of another file's problem is told it.
    @Override
    public String toString() {
        return "line " + line + " of " + file;
    }
}
