package id.saring.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final String TWEET = "Some people can't vote. — Dinesh Example (@dinesh_ex) October 30, 2018";

    @Test
    void a_tweet_ends_with_who_wrote_it_and_other_texts_with_themselves() {
        assertThat(TWEET.substring(Signature.start(TWEET))).startsWith("— Dinesh");
        for (String text : new String[] {"", "Banjir — dua orang hilang", "Ask (@someone) — not me"}) {
            assertThat(Signature.start(text)).isEqualTo(text.length());
        }
    }

    @Test
    void a_word_that_stands_only_there_is_known_as_such() {
        MessageWords message = MessageWords.of(TWEET, IndexStatistics.empty());

        assertThat(message.signedOnly(term(message, "people"))).isFalse();
        assertThat(message.signedOnly(term(message, "dinesh"))).isTrue();
    }

    private static MessageWords.Term term(MessageWords message, String word) {
        for (MessageWords.Term term : message.terms) {
            if (term.word.equals(word)) {
                return term;
            }
        }
        throw new AssertionError(word);
    }
}
