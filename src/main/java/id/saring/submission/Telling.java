package id.saring.submission;

import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.core.Pseudonym;
import id.saring.core.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Which verdict on a claim a chat was shown last.
 *
 * @param version the version of the claim that was shown
 * @param verdict null if the chat was told that the claim was withdrawn
 */
public record Telling(ClaimId claim, Pseudonym chat, long version, @Nullable Verdict verdict, Language language) {}
