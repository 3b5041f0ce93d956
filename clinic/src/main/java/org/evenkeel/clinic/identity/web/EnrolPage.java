package org.evenkeel.clinic.identity.web;

import org.evenkeel.clinic.identity.internal.Base32;
import org.evenkeel.clinic.identity.internal.QrCode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The page where somebody sets up an authenticator app.
///
/// @param picture what the app reads from the screen
/// @param secret the same, to type
/// @param action where the first code is sent
/// @param isFirst whether this is the first sign-in, where one second factor is asked for
/// @param problem what did not work
public record EnrolPage(
        QrCode picture, String secret, String action, boolean isFirst, Optional<String> problem) {

    static EnrolPage of(
            byte[] secret, String account, String action, boolean first, Optional<String> problem) {
        String text = Base32.of(secret);
        String address = "otpauth://totp/Evenkeel:"
                + URLEncoder.encode(account, StandardCharsets.UTF_8).replace("+", "%20")
                + "?secret=" + text + "&issuer=Evenkeel";
        return new EnrolPage(QrCode.of(address), Base32.grouped(text, " "), action, first, problem);
    }
}
