package org.evenkeel.clinic.identity.internal;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

import java.util.Map;

/// A text as the path of an SVG picture that a phone can read; nothing leaves this server.
///
/// @param path one square of side 1 for each dark field
/// @param side fields along a side, with the white rim of four that readers need
public record QrCode(String path, int side) {
    private static final int RIM = 4;

    /// The picture of a text.
    public static QrCode of(String text) {
        ByteMatrix fields = fields(text);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < fields.getHeight(); y++) {
            for (int x = 0; x < fields.getWidth(); x++) {
                if (fields.get(x, y) == 1) {
                    path.append('M').append(x + RIM).append(' ').append(y + RIM).append("h1v1h-1z");
                }
            }
        }
        return new QrCode(path.toString(), fields.getWidth() + 2 * RIM);
    }

    private static ByteMatrix fields(String text) {
        try {
            return Encoder.encode(
                            text,
                            ErrorCorrectionLevel.M,
                            Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a picture: " + text.length(), e);
        }
    }
}
