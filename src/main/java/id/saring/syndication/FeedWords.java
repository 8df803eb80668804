package id.saring.syndication;

import id.saring.bulletin.Bulletin;
import id.saring.bulletin.Bulletin.Kind;
import id.saring.claim.Claim;
import id.saring.core.Language;
import id.saring.core.Verdict;
import id.saring.syndication.Feed.Entry;
import id.saring.http.Imprint;
import java.util.Objects;
import org.springframework.context.MessageSource;

/** Words a feed's entries. */
final class FeedWords {
    private final MessageSource messages;

    FeedWords(MessageSource messages) {
        this.messages = messages;
    }

    String title(String feed, Language language) {
        return word("feed." + feed, language) + " · " + word("site.name", language);
    }

    Entry verdict(Claim claim, Imprint imprint) {
        Verdict verdict = Objects.requireNonNull(claim.verdict());
        String url = imprint.claim(claim.id());
        return new Entry(
                url,
                url,
                "[" + word(verdict.name(), claim.language()) + "] " + claim.text(),
                summary(claim),
                claim.updatedAt(),
                verdict.name(),
                claim.language());
    }

    /** What happened to the verdict; a claim that is withdrawn now is not told again. */
    Entry correction(Bulletin bulletin, Claim claim, Language language, Imprint imprint) {
        String url = imprint.claim(claim.id());
        String what = word("history." + bulletin.kind().name(), language);
        Verdict former = bulletin.former();
        String moved = former == null
                ? word(bulletin.verdict().name(), language)
                : word(former.name(), language) + " → " + word(bulletin.verdict().name(), language);
        boolean shown = claim.published();
        String title = shown && bulletin.kind() != Kind.WITHDRAWN
                ? what + " (" + moved + "): " + claim.text()
                : what + ": " + word("feed.claim", language) + " " + claim.id();
        return new Entry(
                url + "#" + bulletin.id(), url, title, shown
                ? summary(claim)
                : "", bulletin.at(), bulletin.verdict().name(), language);
    }

    private static String summary(Claim claim) {
        String summary = claim.content().summary();
        return summary == null ? "" : summary;
    }

    private String word(String key, Language language) {
        return messages.getMessage(key, null, language.locale());
    }
}
