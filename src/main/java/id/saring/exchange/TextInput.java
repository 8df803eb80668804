package id.saring.exchange;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** Turns a file's bytes into text: gunzips, drops the byte order mark, decodes UTF-8 (or UTF-16 with its mark). */
final class TextInput {
    /**
     * Stands where bytes were not UTF-8. A non-character, so no text has it of its own; U+FFFD may well stand in a
     * claim.
     */
    static final char BROKEN = '\uFDD0';

    private TextInput() {}

    static BufferedReader open(InputStream bytes) throws IOException {
        return open(bytes, RowLimits.FILE);
    }

    /** @param maxBytes how many bytes there may be when they are unpacked; reading more of them fails */
    static BufferedReader open(InputStream bytes, long maxBytes) throws IOException {
        BufferedInputStream plain = bounded(bytes, maxBytes);
        byte[] start = peek(plain);
        if (startsWith(start, 0x1F, 0x8B)) {
            plain = bounded(new GZIPInputStream(plain, 1 << 16), maxBytes);
            start = peek(plain);
        }
        if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
            plain.skipNBytes(3);
        } else if (startsWith(start, 0xFE, 0xFF)) {
            plain.skipNBytes(2);
            return decode(plain, StandardCharsets.UTF_16BE);
        } else if (startsWith(start, 0xFF, 0xFE)) {
            plain.skipNBytes(2);
            return decode(plain, StandardCharsets.UTF_16LE);
        }
        return decode(plain, StandardCharsets.UTF_8);
    }

    private static BufferedInputStream bounded(InputStream bytes, long maxBytes) {
        return new BufferedInputStream(new BoundedInput(bytes, maxBytes), 1 << 16);
    }

    private static BufferedReader decode(InputStream bytes, Charset charset) {
        return new BufferedReader(
                new InputStreamReader(
                        bytes,
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                                .replaceWith(String.valueOf(BROKEN))),
                1 << 16);
    }

    private static byte[] peek(BufferedInputStream in) throws IOException {
        in.mark(3);
        byte[] start = in.readNBytes(3);
        in.reset();
        return start;
    }

    private static boolean startsWith(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
