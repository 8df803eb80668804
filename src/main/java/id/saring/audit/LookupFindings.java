package id.saring.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search of the log found, newest first.
 *
 * @param next where to go on; null if the log was searched to its start. A search that ran out of time has found fewer
 * than
 *             it was asked for, perhaps none, and still has somewhere to go on
 */
public record LookupFindings(List<LookupEntry> entries, @Nullable LookupPlace next) {
    public LookupFindings {
        entries = List.copyOf(entries);
    }
}
