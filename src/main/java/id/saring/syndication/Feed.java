package id.saring.syndication;

import id.saring.core.Language;
import id.saring.http.Imprint;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A page of a feed, as Atom (RFC 4287, paged by RFC 5005) or as RSS 2.0.
 *
 * @param path where it stands, without a query
 */
record Feed(Imprint imprint, String path, String title, Language language, Page page) {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

    /**
     * @param id       names the entry for ever
     * @param category the verdict's constant name
     */
    record Entry(String id, String url, String title, String summary, Instant at, String category, Language language) {}

    /**
     * @param query the query of this page, empty for the first
     * @param next  the query of the next page; null at the end
     */
    record Page(List<Entry> entries, String query, @Nullable String next) {}

    void write(boolean asAtom, OutputStream out) {
        try {
            XMLStreamWriter xml = XML.createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            if (asAtom) {
                atom(xml);
            } else {
                rss(xml);
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A feed cannot be written", e);
        }
    }

    private void atom(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        xml.writeAttribute("xml:lang", language.code());
        element(xml, "id", imprint.at(path));
        element(xml, "title", title);
        element(xml, "updated", newest().toString());
        xml.writeStartElement("author");
        element(xml, "name", imprint.publisher());
        xml.writeEndElement();
        link(xml, "alternate", imprint.at("/klaim"), "text/html");
        link(xml, "license", imprint.licence(), null);
        links(xml, "");
        for (Entry entry : page.entries) {
            xml.writeStartElement("entry");
            xml.writeAttribute("xml:lang", entry.language.code());
            element(xml, "id", entry.id);
            element(xml, "title", entry.title);
            element(xml, "updated", entry.at.toString());
            link(xml, "alternate", entry.url, "text/html");
            xml.writeEmptyElement("category");
            xml.writeAttribute("term", entry.category);
            if (!entry.summary.isEmpty()) {
                element(xml, "summary", entry.summary);
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void rss(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("rss");
        xml.writeAttribute("version", "2.0");
        xml.writeNamespace("atom", ATOM);
        xml.writeStartElement("channel");
        element(xml, "title", title);
        element(xml, "link", imprint.at("/klaim"));
        element(xml, "description", title);
        element(xml, "language", language.code());
        element(xml, "copyright", imprint.licence());
        element(xml, "lastBuildDate", day(newest()));
        links(xml, "atom:");
        for (Entry entry : page.entries) {
            xml.writeStartElement("item");
            element(xml, "title", entry.title);
            element(xml, "link", entry.url);
            xml.writeStartElement("guid");
            xml.writeAttribute("isPermaLink", "false");
            xml.writeCharacters(entry.id);
            xml.writeEndElement();
            element(xml, "pubDate", day(entry.at));
            element(xml, "category", entry.category);
            if (!entry.summary.isEmpty()) {
                element(xml, "description", entry.summary);
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void links(XMLStreamWriter xml, String prefix) throws XMLStreamException {
        String type = prefix.isEmpty() ? "application/atom+xml" : "application/rss+xml";
        link(xml, "self", address(page.query), type, prefix);
        link(xml, "first", address(""), type, prefix);
        if (page.next != null) {
            link(xml, "next", address(page.next), type, prefix);
        }
    }

    private String address(String query) {
        return imprint.at(path) + (query.isEmpty() ? "" : "?" + query);
    }

    private Instant newest() {
        return page.entries.stream().map(Entry::at).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    private static String day(Instant at) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
    }

    private static void link(XMLStreamWriter xml, String rel, String href, @Nullable String type)
            throws XMLStreamException {
        link(xml, rel, href, type, "");
    }

    private static void link(XMLStreamWriter xml, String rel, String href, @Nullable String type, String prefix)
            throws XMLStreamException {
        if (prefix.isEmpty()) {
            xml.writeEmptyElement("link");
        } else {
            xml.writeEmptyElement("atom", "link", ATOM);
        }
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", href);
        if (type != null) {
            xml.writeAttribute("type", type);
        }
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        // Characters that XML has no way to write are left out.
        xml.writeCharacters(text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", ""));
        xml.writeEndElement();
    }
}
