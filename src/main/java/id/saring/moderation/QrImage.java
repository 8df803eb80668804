package id.saring.moderation;

import io.nayuki.qrcodegen.QrCode;

/** A QR code as one path of an SVG image, so that the page needs no picture of its own and no markup is made here. */
record QrImage(int size, String path) {
    /** Readers need this much white around it. */
    private static final int MARGIN = 4;

    static QrImage of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append("M%d %dh1v1h-1z".formatted(x + MARGIN, y + MARGIN));
                }
            }
        }
        return new QrImage(code.size + 2 * MARGIN, path.toString());
    }

    public String viewBox() {
        return "0 0 " + size + " " + size;
    }
}
