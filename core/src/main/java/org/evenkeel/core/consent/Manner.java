package org.evenkeel.core.consent;

import org.evenkeel.core.protocol.Drug;
import org.evenkeel.core.protocol.Protocol;
import org.evenkeel.core.protocol.Route;
import org.evenkeel.core.protocol.Standing;

import java.util.Locale;
import java.util.Optional;

/// What a text is about: a drug by a route, approved for it or not.
///
/// @param drug the drug
/// @param route how it is given
/// @param label whether that is approved
public record Manner(Drug drug, Route route, Label label) {

    /// What a protocol does, by the label status it names first; empty where it gives no drug that
    /// is a treatment here. What is not approved is off-label, also what is only tried out.
    public static Optional<Manner> of(Protocol protocol) {
        boolean approved =
                protocol.standing().labels().getFirst().status() == Standing.Status.APPROVED;
        Label label = approved ? Label.ON_LABEL : Label.OFF_LABEL;
        return protocol.agent().drug().map(drug -> new Manner(drug, protocol.route(), label));
    }

    /// As it is kept, for example `ketamine-iv.off-label`.
    public String code() {
        return (drug + "-" + route + "." + label).toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
