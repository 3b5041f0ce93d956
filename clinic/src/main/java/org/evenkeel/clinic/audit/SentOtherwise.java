package org.evenkeel.clinic.audit;

/// A command came again under its key and says something else than what was carried out. Nothing of
/// it is: whoever sent it must not take the one for the other.
public final class SentOtherwise extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
