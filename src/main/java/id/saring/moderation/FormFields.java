package id.saring.moderation;

import id.saring.moderation.ClaimFields.SourceFields;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the fields of the claim editor, whose lists are fields of the same name one after another. */
final class FormFields {
    private final HttpServletRequest request;

    private FormFields(HttpServletRequest request) {
        this.request = request;
    }

    static ClaimFields read(HttpServletRequest request) {
        return new FormFields(request).read();
    }

    private ClaimFields read() {
        return new ClaimFields(
                one("language"),
                one("claim"),
                one("headline"),
                one("verdict"),
                one("rating"),
                one("kind"),
                one("summary"),
                sources(),
                all("phrasing").stream().filter(phrasing -> !phrasing.isBlank()).toList(),
                one("appearances").lines().map(String::strip).filter(line -> !line.isEmpty()).toList(),
                one("firstSeenOn"),
                one("reviewedOn"),
                one("reviewedBy"));
    }

    private List<SourceFields> sources() {
        List<String> titles = all("sourceTitle");
        List<String> urls = all("sourceUrl");
        List<String> publishers = all("sourcePublisher");
        List<SourceFields> sources = new ArrayList<>();
        for (int i = 0; i < urls.size(); i++) {
            SourceFields source = new SourceFields(at(titles, i), urls.get(i), at(publishers, i));
            if (!source.isEmpty()) {
                sources.add(source);
            }
        }
        return sources;
    }

    private static String at(List<String> values, int i) {
        return i < values.size() ? values.get(i) : "";
    }

    private String one(String name) {
        @Nullable String value = request.getParameter(name);
        return value == null ? "" : lines(value);
    }

    private List<String> all(String name) {
        String @Nullable [] values = request.getParameterValues(name);
        return values == null ? List.of() : List.of(values).stream().map(FormFields::lines).toList();
    }

    /** Browsers end lines as typewriters did. */
    private static String lines(String value) {
        return value.replace("\r\n", "\n").replace('\r', '\n');
    }
}
