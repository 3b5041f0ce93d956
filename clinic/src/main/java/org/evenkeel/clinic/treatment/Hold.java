package org.evenkeel.clinic.treatment;

import org.evenkeel.clinic.digest.Sha256;

import java.util.List;
import java.util.stream.Collectors;

/// Something to settle before a patient is treated.
///
/// @param code what it is, kebab-case, for example `weight-due`; as it is kept
/// @param effect what it does
/// @param words what is the matter and what settles it, in a sentence; never a patient's name
/// @param path the page where it is settled, below the patient's own, for example `/eligibility`;
///     empty where there is none
/// @param source where the rule comes from
/// @param unverified whether nobody has checked that source
public record Hold(
        String code, Effect effect, String words, String path, String source, boolean unverified) {

    public Hold {
        if (!code.matches("[a-z][a-z0-9]*([-.:][a-z0-9]+)*")) {
            throw new IllegalArgumentException("a hold has a kebab-case code, got '" + code + "'");
        }
        if (words.isBlank()) {
            throw new IllegalArgumentException(code + " says nothing");
        }
    }

    /// What a hold does.
    public enum Effect {
        /// No treatment is recorded while it stands.
        WITHHOLD,
        /// A treatment is recorded with a reason that answers it.
        ASK
    }

    /// Those that withhold.
    static List<Hold> withholding(List<Hold> holds) {
        return holds.stream().filter(hold -> hold.effect() == Effect.WITHHOLD).toList();
    }

    /// Those that ask for a reason.
    static List<Hold> asking(List<Hold> holds) {
        return holds.stream().filter(hold -> hold.effect() == Effect.ASK).toList();
    }

    /// What of these asks, as a page carries it that shows them: a digest of each.
    public static String seen(List<Hold> holds) {
        return asking(holds).stream().map(Hold::digest).collect(Collectors.joining(" "));
    }

    /// Whether a page that carried this showed all that asks: the same thing in the same words.
    static boolean areSeen(List<Hold> asking, String seen) {
        List<String> shown = List.of(seen.split(" "));
        return asking.stream().map(Hold::digest).allMatch(shown::contains);
    }

    private String digest() {
        return Sha256.hex(code + "\n" + words);
    }
}
