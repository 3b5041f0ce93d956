package org.evenkeel.clinic.content;

import org.evenkeel.clinic.digest.Sha256;
import org.evenkeel.core.consent.ConsentText;
import org.evenkeel.core.consent.Manner;
import org.evenkeel.core.eligibility.RulePack;

import java.util.List;
import java.util.Optional;

/// The texts that patients agree to.
///
/// @param texts each for one manner of treatment
/// @param cautions rules that tell which risks of their own patients are told of
public record ConsentContent(List<ConsentText> texts, List<RulePack> cautions) {
    public ConsentContent {
        texts = List.copyOf(texts);
        cautions = List.copyOf(cautions);
    }

    /// The text for a manner of treatment.
    public Optional<ConsentText> text(Manner manner) {
        return texts.stream().filter(each -> each.use().equals(manner)).findFirst();
    }

    /// The digest of a text: another word makes another one.
    public static String digest(ConsentText text) {
        return Sha256.hex(text.plain());
    }
}
