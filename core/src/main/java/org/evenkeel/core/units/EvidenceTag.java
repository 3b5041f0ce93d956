package org.evenkeel.core.units;

/// How far a number has been followed to its source.
public enum EvidenceTag {
    /// Seen in the source itself.
    S,
    /// From general knowledge of the field; the source was not opened.
    K,
    /// A default proposed by this project, with no claim of evidence.
    P;

    /// Whether a page that shows or uses the number must call it unverified.
    public boolean isUnverified() {
        return this != S;
    }
}
