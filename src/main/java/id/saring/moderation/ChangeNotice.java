package id.saring.moderation;

import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is told of a change to a claim. The part that knows the askers supplies it as a bean; without one nobody is told. */
interface ChangeNotice {
    ChangeNotice NONE = new ChangeNotice() {
        @Override
        public Audience audience(@Nullable Claim now, ClaimContent next, ClaimState state) {
            return Audience.NOBODY;
        }

        @Override
        public void decided(Claim saved, boolean tell) {}
    };

    /**
     * Whom a change would be told, before it is made.
     *
     * @param waiting   how many people wait for an answer that this would give
     * @param corrected how many were shown what would no longer stand
     * @param messages  some of the wordings that wait, most asked first
     */
    record Audience(long waiting, long corrected, List<String> messages) {
        static final Audience NOBODY = new Audience(0, 0, List.of());

        public Audience {
            messages = List.copyOf(messages);
        }

        public long people() {
            return waiting + corrected;
        }
    }

    /** @param now the claim as it is; null if it is new */
    Audience audience(@Nullable Claim now, ClaimContent next, ClaimState state);

    /**
     * The change has been made and will be committed with the transaction under way.
     *
     * @param tell whether those who were shown the old claim are to be told; not for a mere change of wording
     */
    void decided(Claim saved, boolean tell);
}
