package id.saring.exchange;

import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Cuts RSS and Atom into their items. The parser knows no document types and opens nothing that a feed points to, so a
 * feed can neither read our files nor blow up in the memory.
 */
final class FeedReader {
    private static final XMLInputFactory XML = hardened();

    private final PieceReader in;
    private final Pieces pieces;
    private final FeedHead head = new FeedHead();
    private long item;

    FeedReader(Reader in, Pieces pieces) {
        this.in = new PieceReader(in);
        this.pieces = pieces;
    }

    void read() {
        XMLStreamReader xml = null;
        try {
            xml = XML.createXMLStreamReader(in);
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> start(xml);
                    case XMLStreamConstants.DTD -> throw new XMLStreamException("it has a document type");
                    default -> {}
                }
            }
            if (!head.found()) {
                throw new UnusableFileException("This is neither RSS nor Atom");
            }
        } catch (XMLStreamException e) {
            String line = xml == null ? "1" : String.valueOf(xml.getLocation().getLineNumber());
            pieces.broken(
                    "line " + line,
                    "after item " + item + " the feed is broken: " + reasonOf(e) + "; nothing after it was read");
        }
    }

    private void start(XMLStreamReader xml) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "item", "entry" -> {
                in.next();
                item++;
                String place = "line %d, item %d".formatted(xml.getLocation().getLineNumber(), item);
                FeedItem.read(xml, head).handTo(pieces, place);
                in.next();
            }
            case "rss", "RDF", "feed" -> head.begin(xml);
            case "image", "textInput" -> FeedText.skip(xml);
            default -> head.element(xml);
        }
    }

    private static String reasonOf(XMLStreamException e) {
        Throwable cause = e.getNestedException() == null ? e : e.getNestedException();
        String message = String.valueOf(cause.getMessage());
        int text = message.indexOf("Message: ");
        return text < 0 ? message : message.substring(text + "Message: ".length());
    }

    private static XMLInputFactory hardened() {
        // The JDK's own, whatever else lies on the class path: its limits and switches are the ones meant here.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("it points to something outside");
        });
        return factory;
    }
}
