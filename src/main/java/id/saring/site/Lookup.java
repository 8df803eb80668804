package id.saring.site;

import id.saring.claim.Claim;
import id.saring.core.ClaimId;
import id.saring.match.Query;
import id.saring.match.ScoredClaim;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The questions the public pages ask: which claims have to do with a text, and what is the claim of this id. */
record Lookup(
        Function<Query, List<ScoredClaim>> search,
        Function<ClaimId, Optional<Claim>> find) {}
