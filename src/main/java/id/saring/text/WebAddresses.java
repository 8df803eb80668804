package id.saring.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Web addresses within a text: finding them, and bringing the many spellings of one page to one. */
public final class WebAddresses {
    private static final String TOP_LEVEL =
            "com|org|net|id|co|info|me|ly|gl|be|tv|xyz|online|site|news|gov|edu|io|link|live|app|my|in|uk|us";
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:https?://|www\\.)[^\\s<>\"'\\]\\[{}]{2,2000}"
                    + "|(?<![@\\w.])pic\\.twitter\\.com/\\w{1,40}"
                    + "|(?<![@\\w.-])[a-z0-9][a-z0-9-]{0,60}(?:\\.[a-z0-9-]{1,60}){0,3}\\.(?:" + TOP_LEVEL
                    + ")/[^\\s<>\"'\\]\\[{}]{0,2000}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TRACKING =
            Pattern.compile("(?:utm_\\w+|fbclid|gclid|igshid|igsh|mibextid|ref|si|s|t|feature|_ga)=[^&]*");
    private static final Pattern TRAILING = Pattern.compile("[).,;:!?*_~…'\"]+$");

    private WebAddresses() {}

    /** The addresses in {@code text} as they stand, at most {@code limit}. */
    public static List<String> in(String text, int limit) {
        List<String> found = new ArrayList<>();
        Finder finder = new Finder(text);
        while (found.size() < limit && finder.find()) {
            found.add(TRAILING.matcher(finder.matcher.group()).replaceFirst(""));
        }
        return found;
    }

    /** The text with a space in place of each address. */
    public static String removeFrom(String text) {
        if (text.indexOf('.') < 0) {
            return text;
        }
        Finder finder = new Finder(text);
        StringBuilder rest = new StringBuilder();
        int copied = 0;
        while (finder.find()) {
            rest.append(text, copied, finder.matcher.start()).append(' ');
            copied = finder.matcher.end();
        }
        return copied == 0 ? text : rest.append(text, copied, text.length()).toString();
    }

    /**
     * Finds one address after another. No address holds white space, and none is without a slash or {@code www.}: only
     * the few stretches that have one are searched, for the expression tries several things at every character.
     */
    private static final class Finder {
        private final String text;
        private final Matcher matcher;
        private int searched;
        private boolean within;

        Finder(String text) {
            this.text = text;
            this.searched = mayHoldAny(text) ? 0 : text.length();
            this.matcher = ADDRESS.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        }

        /** Only what is told by one character is sought, which takes next to no time. */
        private static boolean mayHoldAny(String text) {
            boolean any = text.indexOf('/') >= 0;
            for (int dot = text.indexOf('.'); dot >= 0 && !any; dot = text.indexOf('.', dot + 1)) {
                any = text.regionMatches(true, dot - 3, "www.", 0, 4);
            }
            return any;
        }

        boolean find() {
            while (!within || !matcher.find()) {
                within = nextStretch();
                if (!within) {
                    return false;
                }
            }
            return true;
        }

        /** Goes on to the next stretch between white space that may hold an address; false if there is none. */
        private boolean nextStretch() {
            while (searched < text.length()) {
                int from = searched;
                boolean telling = false;
                while (searched < text.length() && !WordScanner.isSpace(text.charAt(searched))) {
                    telling |= tells(text.charAt(searched));
                    searched++;
                }
                int to = searched++;
                if (telling) {
                    matcher.region(from, to);
                    return true;
                }
            }
            return false;
        }

        /** A slash, or the first letter of {@code www.}, which few words begin with or have. */
        private boolean tells(char c) {
            return c == '/' || (c == 'w' || c == 'W') && text.regionMatches(true, searched, "www.", 0, 4);
        }
    }

    /**
     * One spelling for all that lead to the same page: no scheme, no {@code www.} or {@code m.}, host in lower case, no
     * tracking parameters, fragment or last slash.
     */
    public static String canonical(String address) {
        String rest = address.strip().replaceFirst("(?i)^https?://", "");
        int fragment = rest.indexOf('#');
        rest = fragment < 0 ? rest : rest.substring(0, fragment);
        int query = rest.indexOf('?');
        String parameters = query < 0 ? "" : keepTelling(rest.substring(query + 1));
        rest = query < 0 ? rest : rest.substring(0, query);
        int slash = rest.indexOf('/');
        String host = (slash < 0 ? rest : rest.substring(0, slash)).toLowerCase(Locale.ROOT);
        String path = slash < 0 ? "" : rest.substring(slash);
        host = host.replaceFirst("^(?:www|m|mobile|amp)\\.", "").replaceFirst(":(?:80|443)$", "");
        path = path.replaceFirst("/(?:amp/?)?$", "").replaceFirst("/+$", "");
        return host + path + (parameters.isEmpty() ? "" : "?" + parameters);
    }

    private static String keepTelling(String query) {
        List<String> kept = new ArrayList<>();
        for (String parameter : query.split("&")) {
            if (!parameter.isEmpty() && !TRACKING.matcher(parameter).matches()) {
                kept.add(parameter);
            }
        }
        return String.join("&", kept);
    }
}
