package id.saring.site;

import id.saring.claim.Claim;
import id.saring.core.ClaimId;
import id.saring.match.MatchOutcome;
import id.saring.match.Query;
import java.util.Optional;
import java.util.function.Function;

/** The two questions the public pages ask: which claim does a message repeat, and what is the claim of this id. */
record Lookup(Function<Query, MatchOutcome> match, Function<ClaimId, Optional<Claim>> find) {}
