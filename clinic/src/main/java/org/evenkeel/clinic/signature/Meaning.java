package org.evenkeel.clinic.signature;

import java.util.Arrays;
import java.util.Locale;

/// What a signature says. A sentence stands among the bytes that were signed: one that is reworded
/// is another meaning.
public enum Meaning {
    /// a second person compared what was drawn up and given with what is recorded
    DOSE_VERIFIED("I compared the dose given with what is recorded here, and they agree."),
    /// a prescriber answers for the figures a clinic goes by
    LIMITS_CONFIRMED("I read these figures and confirm that this clinic goes by them."),
    /// a patient, signed in as themselves, agrees; their own way of signing in suffices
    CONSENT_GIVEN(
            "I have read this, I could ask what I wanted to know, and I agree to what I chose."),
    /// somebody of the staff saw the patient agree
    CONSENT_WITNESSED(
            "I was there when the patient answered, chose and wrote their name by themselves."),
    /// a prescriber starts a plan
    PLAN_PRESCRIBED("I prescribe this plan for this patient as it is shown here."),
    /// a prescriber wants patients treated by a protocol of the clinic's own
    PROTOCOL_SIGNED("I have read this protocol as a whole, and I want patients of this clinic to be"
            + " treated by it."),
    /// a prescriber puts a patient on another version of a protocol
    PROTOCOL_MOVED("I have read what changes, and I want this patient to go on by the protocol"
            + " named here."),
    /// a prescriber looked at the rules of eligibility and decided
    ELIGIBILITY_DECIDED(
            "I looked at what speaks for and against this treatment of this patient, and decide as"
                    + " stands here.");

    private final String sentence;

    Meaning(String sentence) {
        this.sentence = sentence;
    }

    /// Whether it needs a second factor. Patients have one only where they want to, and nobody
    /// else can sign for themselves so.
    boolean needsSecondFactor() {
        return this != CONSENT_GIVEN;
    }

    /// What the signer says, as shown when they sign.
    public String sentence() {
        return sentence;
    }

    /// As it is kept, for example `dose-verified`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Reads what [#code()] writes.
    static Meaning of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + code + "' is no meaning"));
    }
}
