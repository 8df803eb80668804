package id.saring.reply;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import id.saring.chat.RichText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One text of the newsroom: placeholders in mustache, then markup. */
final class ReplyTemplate {
    private static final Mustache.Compiler COMPILER =
            Mustache.compiler().escapeHTML(false).strictSections(true).emptyStringIsFalse(true);

    private final Template template;
    private final Set<String> names;

    /** @throws IllegalArgumentException if it cannot be read as a template; the message says why */
    ReplyTemplate(String source) {
        if (source.chars().anyMatch(Markup::isSlot)) {
            throw new IllegalArgumentException("contains a private-use character, which no text needs");
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("is empty");
        }
        try {
            this.template = COMPILER.compile(source);
        } catch (MustacheException e) {
            throw new IllegalArgumentException("has a placeholder or section that is not closed: " + e.getMessage(), e);
        }
        this.names = new TreeSet<>();
        template.visit(new NameCollector(names));
    }

    /** The names it uses. */
    Set<String> names() {
        return names;
    }

    /**
     * The text with its values, each of those that may be cut shortened to {@code longest} UTF-16 units.
     *
     * @throws IllegalArgumentException if the template uses a name that has no value, or its markup is wrong
     */
    RichText render(Values values, int longest) {
        List<String> slots = new ArrayList<>();
        String filled;
        try {
            filled = template.execute(context(values, longest, slots));
        } catch (MustacheException e) {
            throw new IllegalArgumentException("cannot be filled in: " + e.getMessage(), e);
        }
        return Markup.parse(tidy(filled), slots);
    }

    private static Map<String, Object> context(Values values, int longest, List<String> slots) {
        Map<String, Object> context = new HashMap<>();
        values.all().forEach((name, value) -> context.put(name, switch (value) {
            case Values.Cuttable c -> slot(Shortening.shorten(c.text(), longest), slots);
            case Values.Whole w -> slot(w.text(), slots);
            case Values.Flag f -> f.shown();
            case Values.Rows r -> r.rows().stream()
                    .map(row -> context(row, longest, slots))
                    .toList();
        }));
        return context;
    }

    private static String slot(String value, List<String> slots) {
        if (value.isEmpty()) {
            return "";
        }
        slots.add(value);
        char slot = (char) (Markup.FIRST_SLOT + slots.size() - 1);
        if (slot > Markup.LAST_SLOT) {
            throw new IllegalStateException("More values than there are private-use characters");
        }
        return String.valueOf(slot);
    }

    /** Without the empty lines that absent values leave behind. */
    private static String tidy(String filled) {
        return filled.replaceAll("[ \\t]+\\n", "\n").replaceAll("\\n{3,}", "\n\n").strip();
    }

    /** Collects the names of a template; braces left over in its text belong to a name that lost a brace. */
    private record NameCollector(Set<String> names) implements Mustache.Visitor {
        @Override
        public void visitText(String text) {
            if (text.contains("{{") || text.contains("}}")) {
                throw new IllegalArgumentException("has a placeholder that is not closed");
            }
        }

        @Override
        public void visitVariable(String name) {
            names.add(name);
        }

        @Override
        public boolean visitInclude(String name) {
            names.add("> " + name);
            return false;
        }

        @Override
        public boolean visitSection(String name) {
            names.add(name);
            return true;
        }

        @Override
        public boolean visitInvertedSection(String name) {
            names.add(name);
            return true;
        }
    }
}
