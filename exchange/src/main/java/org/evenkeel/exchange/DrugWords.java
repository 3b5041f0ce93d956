package org.evenkeel.exchange;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// How ketamine and esketamine are written in free text.
final class DrugWords {
    /// Which of the two molecules, as in "(S)-ketamine", "S(+) ketamine" or "(R,S)-ketamine"; not
    /// the end of a word, as in "2 vial(s) ketamine". All repeats have an end: the text comes
    /// from outside and may be long.
    private static final Pattern ENANTIOMER =
            Pattern.compile("(?<![a-z'\u2019]|[a-z]\\((?!(?:rac|rs|r|s)\\)\\p{Pd}))"
                    + "\\(?(rac|rs|r|s)\\)?[\\s\\p{Pd}]{0,3}"
                    + "(?:\\([+\u00b1\u2212-]\\)|[+\u00b1])?[\\s\\p{Pd}]{0,3}(?=ketamin)");

    private static final Pattern PAIR = Pattern.compile("(?<![a-z])r[\\s,/]{1,3}s(?![a-z])");

    /// Ketamin, ketamina, ketaminhydrochlorid.
    private static final Pattern ENDING = Pattern.compile("\\b(es)?ketamin[a-z]*");

    private DrugWords() {}

    /// The text in lower case without accents, every spelling of the two drugs as `ketamine` or
    /// `esketamine`. What is neither, as arketamine or norketamine, stays as it is.
    static String plain(String text) {
        String letters = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        String paired = PAIR.matcher(letters).replaceAll("rs");
        String whole = ENANTIOMER.matcher(paired).replaceAll(match -> switch (match.group(1)) {
            case "s" -> "es";
            case "r" -> "ar";
            default -> "";
        });
        return ENDING.matcher(whole).replaceAll("$1ketamine");
    }

    /// Whether a text speaks of ketamine in some form, be it one that is not understood.
    static boolean isMentioned(String text) {
        String plain = plain(text);
        return plain.contains("ketamin") || plain.contains("ketanest");
    }
}
