package id.saring.exchange;

import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What a feed says of itself: who publishes it, and in which language. */
final class FeedHead {
    private boolean found;
    private @Nullable String title;
    private @Nullable String language;

    void begin(XMLStreamReader xml) {
        found = true;
        language = xml.getAttributeValue(XMLConstants.XML_NS_URI, "lang");
    }

    /** An element that stands outside all items. */
    void element(XMLStreamReader xml) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "title" -> title = title == null ? FeedText.of(xml) : title;
            case "language" -> language = FeedText.of(xml).strip();
            default -> {}
        }
    }

    boolean found() {
        return found;
    }

    @Nullable String title() {
        return title;
    }

    @Nullable String language() {
        return language;
    }
}
