package id.saring.site;

import id.saring.claim.Claim;
import id.saring.core.Verdict;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;

/**
 * The picture that social networks and chats show of a claim: its verdict, large, and its words, so that both travel
 * together.
 */
final class ClaimPicture {
    static final int WIDTH = 1200;
    static final int HEIGHT = 630;

    private static final int MARGIN = 76;
    private static final int MOST_LINES = 5;
    private static final Color PAPER = new Color(0xfaf5ec);
    private static final Color INK = new Color(0x2b2521);
    private static final Color MUTED = new Color(0x6a5f55);

    /** A picture takes some megabytes while it is drawn. */
    private static final Semaphore AT_ONCE = new Semaphore(2);

    private ClaimPicture() {}

    /** Read when the first picture is drawn, not at the start. */
    private static final class Fonts {
        static final Font SERIF = read("LiberationSerif-Bold.ttf");
        static final Font SANS = read("LiberationSans-Regular.ttf");
        static final Font SANS_BOLD = read("LiberationSans-Bold.ttf");

        private static Font read(String name) {
            try (InputStream in = Objects.requireNonNull(ClaimPicture.class.getResourceAsStream("/liberation/"
                    + name), name)) {
                return Font.createFont(Font.TRUETYPE_FONT, in);
            } catch (FontFormatException e) {
                throw new IllegalStateException(name, e);
            } catch (IOException e) {
                throw new UncheckedIOException(name, e);
            }
        }
    }

    /**
     * A PNG of {@value #WIDTH} by {@value #HEIGHT} pixels.
     *
     * @param verdictWord the verdict in the language of the claim
     */
    static byte[] draw(Claim claim, String verdictWord, String publisher) {
        AT_ONCE.acquireUninterruptibly();
        try {
            BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
            Graphics2D g = image.createGraphics();
            try {
                g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
                g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
                g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
                g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
                paint(g, claim, verdictWord, publisher);
            } finally {
                g.dispose();
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
            ImageIO.setUseCache(false);
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            AT_ONCE.release();
        }
    }

    private static void paint(Graphics2D g, Claim claim, String verdictWord, String publisher) {
        Verdict verdict = Objects.requireNonNull(claim.verdict());
        Color tint = tint(verdict);
        g.setColor(PAPER);
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.setColor(tint);
        g.fillRect(0, 0, 26, HEIGHT);

        int badge = badge(g, verdict, verdictWord.toUpperCase(claim.language().locale()), tint);
        claim(g, "“" + claim.text().strip().replaceAll("\\s+", " ") + "”", claim.language().locale(), badge);
        foot(g, publisher);
    }

    /** The verdict in a filled pill with its sign; returns where it ends. */
    private static int badge(Graphics2D g, Verdict verdict, String word, Color tint) {
        g.setFont(Fonts.SANS_BOLD.deriveFont(66f));
        FontMetrics metrics = g.getFontMetrics();
        int height = 112;
        int sign = 56;
        int width = 36 + sign + 26 + metrics.stringWidth(word) + 46;
        g.setColor(tint);
        g.fill(new RoundRectangle2D.Double(MARGIN, 60, width, height, height, height));
        g.setColor(Color.WHITE);
        sign(g, verdict, MARGIN + 36, 60 + (height - sign) / 2, sign);
        g.drawString(word, MARGIN + 36 + sign + 26, 60 + (height + metrics.getAscent() - metrics.getDescent()) / 2);
        return 60 + height;
    }

    /** A cross, a tick or a mark, so that the verdict is not told by its colour alone. */
    private static void sign(Graphics2D g, Verdict verdict, int x, int y, int size) {
        g.setStroke(new BasicStroke(11, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D path = new Path2D.Double();
        switch (verdict) {
            case FALSE -> {
                path.moveTo(x + 8, y + 8);
                path.lineTo(x + size - 8, y + size - 8);
                path.moveTo(x + size - 8, y + 8);
                path.lineTo(x + 8, y + size - 8);
            }
            case TRUE -> {
                path.moveTo(x + 6, y + size * 0.55);
                path.lineTo(x + size * 0.38, y + size - 8);
                path.lineTo(x + size - 5, y + 9);
            }
            case PARTLY_TRUE -> {
                path.moveTo(x + 8, y + size * 0.5);
                path.curveTo(x + size * 0.3, y + 4, x + size * 0.6, y + size - 4, x + size - 8, y + size * 0.45);
            }
            case MISLEADING, SATIRE, CLARIFICATION, UNVERIFIED -> {
                path.moveTo(x + size / 2.0, y + 4);
                path.lineTo(x + size / 2.0, y + size * 0.58);
                path.moveTo(x + size / 2.0, y + size - 6);
                path.lineTo(x + size / 2.0, y + size - 6);
            }
        }
        g.draw(path);
    }

    private static void claim(Graphics2D g, String text, Locale locale, int below) {
        int width = WIDTH - 2 * MARGIN;
        int height = HEIGHT - below - 140;
        float size = 64;
        List<String> lines;
        FontMetrics metrics;
        do {
            g.setFont(Fonts.SERIF.deriveFont(size));
            metrics = g.getFontMetrics();
            lines = lines(text, metrics, width, locale);
            size -= 3;
        } while (size > 40 && (lines.size() > MOST_LINES || lines.size() * metrics.getHeight() > height));
        int room = Math.min(MOST_LINES, height / metrics.getHeight());
        if (lines.size() > room) {
            lines = new ArrayList<>(lines.subList(0, room));
            lines.set(room - 1, cut(lines.get(room - 1), metrics, width));
        }
        g.setColor(INK);
        int y = below + 44 + metrics.getAscent();
        for (String line : lines) {
            g.drawString(line, MARGIN, y);
            y += metrics.getHeight();
        }
    }

    /** Breaks where the language allows; a word longer than a line is broken anywhere. */
    static List<String> lines(String text, FontMetrics metrics, int width, Locale locale) {
        List<String> lines = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getLineInstance(locale);
        breaks.setText(text);
        StringBuilder line = new StringBuilder();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            String piece = text.substring(start, end);
            if (metrics.stringWidth((line + piece).stripTrailing()) <= width) {
                line.append(piece);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            for (int i = 0; i < piece.length(); ) {
                String letter = Character.toString(piece.codePointAt(i));
                if (metrics.stringWidth((line + letter).stripTrailing()) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(letter);
                i += letter.length();
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static String cut(String line, FontMetrics metrics, int width) {
        String cut = line;
        while (!cut.isEmpty() && metrics.stringWidth(cut + "…”") > width) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut.stripTrailing() + "…”";
    }

    private static void foot(Graphics2D g, String publisher) {
        int y = HEIGHT - 62;
        g.setColor(new Color(0xe7dccb));
        g.fillRect(MARGIN, y - 52, WIDTH - 2 * MARGIN, 2);
        g.setFont(Fonts.SANS_BOLD.deriveFont(34f));
        g.setColor(INK);
        g.drawString("Saring", MARGIN, y);
        int x = MARGIN + g.getFontMetrics().stringWidth("Saring") + 18;
        g.setFont(Fonts.SANS.deriveFont(30f));
        g.setColor(MUTED);
        g.drawString(publisher.equals("Saring") ? "saring sebelum sharing" : publisher, x, y);
    }

    private static Color tint(Verdict verdict) {
        return new Color(switch (verdict) {
            case FALSE -> 0xb3261e;
            case MISLEADING -> 0xa84a00;
            case PARTLY_TRUE -> 0x7a6000;
            case TRUE -> 0x1c7a3f;
            case SATIRE -> 0x6b3fa0;
            case UNVERIFIED -> 0x59626d;
            case CLARIFICATION -> 0x1d5fa6;
        });
    }
}
