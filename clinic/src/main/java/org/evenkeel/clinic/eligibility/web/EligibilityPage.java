package org.evenkeel.clinic.eligibility.web;

import org.evenkeel.clinic.content.Figure;
import org.evenkeel.clinic.signature.SignatureView;

import java.util.List;
import java.util.UUID;

/// What the rules say of a patient and a protocol.
///
/// @param patientId whose
/// @param name their name
/// @param protocol which one, in words
/// @param protocolId its id
/// @param protocols those that may be asked about
/// @param verdict what follows from all rules
/// @param dots the rules as a picture, in the order of the groups
/// @param groups the rules by what they came to
/// @param stages definitions of resistance and scales of stages
/// @param steps the work-up and what is due again
/// @param decisions what was decided, latest first
public record EligibilityPage(
        UUID patientId,
        String name,
        String protocol,
        String protocolId,
        List<Choice> protocols,
        Verdict verdict,
        List<Dot> dots,
        List<Group> groups,
        List<Stage> stages,
        List<Step> steps,
        List<Made> decisions) {

    /// A protocol to choose.
    public record Choice(String id, String title, boolean chosen) {}

    /// What follows from all rules.
    ///
    /// @param kind `eligible`, `review`, `incomplete` or `blocked`
    /// @param title in a few words
    /// @param words what it means
    /// @param standing how it stands with a decision
    public record Verdict(String kind, String title, String words, String standing) {}

    /// A rule in the picture: `against`, `look`, `unknown` or `clear`.
    public record Dot(String kind) {}

    /// Rules that came to the same.
    ///
    /// @param kind `against`, `look`, `unknown`, `say` or `clear`
    /// @param title name for people
    /// @param meaning what it means, in a sentence
    /// @param lines the rules
    public record Group(String kind, String title, String meaning, List<RuleLine> lines) {

        /// What to ask, each once.
        public List<String> asks() {
            return lines.stream()
                    .flatMap(line -> line.ask().stream())
                    .distinct()
                    .toList();
        }

        /// Whether its rules are shown only when asked for.
        public boolean isFolded() {
            return kind.equals("clear") || kind.equals("unknown");
        }
    }

    /// A rule.
    ///
    /// @param words what it says
    /// @param because what decided it, with days
    /// @param ask what to ask first
    /// @param source where it comes from
    /// @param figures those by which it decides
    /// @param pack title and version of its pack
    /// @param firm whether nobody may decide against it
    public record RuleLine(
            String words,
            List<String> because,
            List<String> ask,
            Figure source,
            List<Figure> figures,
            String pack,
            boolean firm) {}

    /// A definition or scale and what it came to.
    ///
    /// @param title which one
    /// @param words what it came to
    /// @param parts how, in words
    /// @param missing what is not known
    /// @param figures where it comes from, and those by which it decides
    public record Stage(
            String title,
            String words,
            List<String> parts,
            List<String> missing,
            List<Figure> figures) {

        /// Whether somebody must be told that a figure was not seen in its source.
        public boolean isUnverified() {
            return figures.stream().anyMatch(each -> each.tag().isUnverified());
        }
    }

    /// Something to look at.
    ///
    /// @param kind `done`, `due` or `expired`
    /// @param title what
    /// @param words when it was done and until when it holds
    /// @param source where it comes from
    public record Step(String kind, String title, String words, Figure source) {}

    /// A decision.
    ///
    /// @param signatures who signed it; none where it is a made-up patient's from before
    /// @param against the rules it was made against
    public record Made(
            String who,
            String what,
            String when,
            String reason,
            List<Against> against,
            String basis,
            List<SignatureView> signatures) {}

    /// A rule that was decided against.
    ///
    /// @param rule what it says
    /// @param reason why, in the prescriber's words
    public record Against(String rule, String reason) {}

    /// Whether every rule was asked and is clear.
    public boolean isAllClear() {
        return groups.stream().allMatch(group -> group.kind().equals("clear"));
    }

    /// How many rules a kind of dot has.
    public long count(String kind) {
        return dots.stream().filter(dot -> dot.kind().equals(kind)).count();
    }
}
