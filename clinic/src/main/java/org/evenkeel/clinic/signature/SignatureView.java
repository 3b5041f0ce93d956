package org.evenkeel.clinic.signature;

import org.evenkeel.clinic.web.Words;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/// A signature of any kind as every page shows it, with `signature/signature.jte`.
///
/// @param who printed name and role then
/// @param meaning what it says, in the sentence that was signed
/// @param local time in the clinic's zone, with the zone
/// @param utc the same time in UTC
/// @param sha256 hash of the signed bytes, whole
/// @param intact whether what is kept has that hash and says what stands here
/// @param doubt why it does not stand for what is recorded now; empty where it does
public record SignatureView(
        String who,
        String meaning,
        String local,
        String utc,
        String sha256,
        boolean intact,
        String doubt) {
    private static final int SHORT = 12;

    /// A signature as it was given.
    public static SignatureView of(Signed signed) {
        return new SignatureView(
                signed.name() + ", " + signed.role(),
                signed.statement().meaning().sentence(),
                Words.time(signed.at(), signed.zone()) + " " + signed.zone(),
                Words.time(signed.at(), ZoneOffset.UTC) + " UTC",
                signed.sha256(),
                signed.intact(),
                "");
    }

    /// Those about one thing, in their order.
    public static List<SignatureView> about(UUID objectId, List<Signed> all) {
        return all.stream()
                .filter(each -> each.statement().objectId().equals(objectId))
                .map(SignatureView::of)
                .toList();
    }

    /// The same, with a doubt where it does not stand for what is recorded now. Bytes that do not
    /// match say so themselves.
    public SignatureView doubted(boolean stands, String why) {
        return new SignatureView(
                who, meaning, local, utc, sha256, intact, stands || !intact ? "" : why);
    }

    /// The first digits of the hash, enough to compare two by eye.
    public String shortHash() {
        return sha256.substring(0, SHORT);
    }
}
