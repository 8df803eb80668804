package id.saring.exchange;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.text.StringEscapeUtils;

/** Reads the text of XML elements, and what of their HTML people would see. */
final class FeedText {
    private FeedText() {}

    /** All text up to the end of the element at whose start the parser stands; that of elements within as well. */
    static String of(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(xml.getText());
                default -> {}
            }
        }
        return text.toString();
    }

    static void skip(XMLStreamReader xml) throws XMLStreamException {
        of(xml);
    }

    /** What a browser would show of HTML, in lines. */
    static String visible(String html) {
        String plain = html.replaceAll("(?is)<(script|style)\\b.*?</\\1\\s*>", " ")
                .replaceAll("(?i)<(br|/p|/div|/li|/h[1-6])\\b[^<>]*>", "\n")
                .replaceAll("<[^<>]*>", "");
        return StringEscapeUtils.unescapeHtml4(plain)
                .replace('\u00A0', ' ')
                .replaceAll("[ \\t]+", " ")
                .replaceAll(" ?\\n[\\s]*", "\n")
                .strip();
    }
}
