package org.evenkeel.clinic.protocols.web;

import org.evenkeel.clinic.protocols.Difference;
import org.evenkeel.clinic.web.FormState;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A draft being written.
///
/// @param id of the edition
/// @param title its name as typed
/// @param version which version it will be
/// @param form key, seen number and what is wrong with the whole
/// @param text the text the fields were made from
/// @param root the fields
/// @param typed what comes of what was typed
public record EditorPage(
        UUID id,
        String title,
        String version,
        FormState form,
        String text,
        EditorField root,
        Typed typed) {

    /// What comes of what was typed.
    ///
    /// @param timeline drawn; empty where it cannot be read
    /// @param wrongs what must be put right
    /// @param changes what differs from what is saved
    public record Typed(Optional<Timeline> timeline, List<Wrong> wrongs, Difference changes) {}

    /// Something to put right.
    ///
    /// @param place id of the field it is shown at
    /// @param key path of keys to the place
    /// @param cause what is wrong and what was allowed
    public record Wrong(String place, String key, String cause) {}

    /// Every field of the page that was sent which can show what is wrong with it. A source that
    /// was added for a number just typed has no field yet.
    public List<EditorField.Head> heads() {
        List<EditorField.Head> heads = new ArrayList<>();
        collect(root, heads);
        return heads.stream()
                .filter(head -> !head.path().startsWith("sources.")
                        || !form.value(head.path()).isEmpty())
                .toList();
    }

    private static void collect(EditorField field, List<EditorField.Head> into) {
        into.add(field.head());
        if (field instanceof EditorField.Group group) {
            group.fields().forEach(each -> collect(each, into));
        }
    }
}
