package org.evenkeel.clinic.protocols.web;

import java.util.List;

/// A field of the editor's form, or several that belong together.
public sealed interface EditorField {
    /// What every field has.
    Head head();

    /// What every field has.
    ///
    /// @param path of what it changes, and the field's name
    /// @param label what it is
    /// @param hint what is meant; empty where none is needed
    /// @param wrong what is wrong; empty where nothing is
    /// @param removable whether it can be taken out
    record Head(String path, String label, String hint, String wrong, boolean removable) {
        /// The id of the field in the page.
        public String id() {
            return idOf(path);
        }
    }

    /// The id a page gives the field of a path.
    static String idOf(String path) {
        return "f-" + path.replaceAll("[^A-Za-z0-9]+", "-");
    }

    /// One or more words.
    ///
    /// @param value what stands there; one a line where it is long and a list
    /// @param isLong whether it needs more than a line
    /// @param choices what may be chosen; empty where anything may be typed
    record Words(Head head, String value, boolean isLong, List<LibraryPage.Choice> choices)
            implements EditorField {}

    /// A number, or several, with the evidence behind it.
    ///
    /// @param sources names that may be chosen
    record Figure(
            Head head, String value, String unit, String tag, String source, List<String> sources)
            implements EditorField {}

    /// Fields that belong together.
    ///
    /// @param buttons what can be added or put in their place
    record Group(Head head, List<EditorField> fields, List<Button> buttons)
            implements EditorField {}

    /// A button that changes which fields there are.
    record Button(String act, String words) {}
}
