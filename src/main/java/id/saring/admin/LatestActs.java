package id.saring.admin;

import id.saring.audit.Act;
import id.saring.audit.ActFilter;
import id.saring.audit.Acts;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was done last, as the record of acts has it, which all replicas share. */
final class LatestActs {
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    /** When, by whom, and what came of it. */
    record Latest(Instant at, String by, Map<String, Object> after) {}

    private final Acts acts;
    private final JsonMapper json;

    LatestActs(Acts acts, JsonMapper json) {
        this.acts = acts;
        this.json = json;
    }

    Optional<Latest> of(String what) {
        return acts.list(new ActFilter(null, what, null, null, null), 0, 1).items().stream().findFirst()
                .map(this::latest);
    }

    private Latest latest(Act act) {
        String after = act.after();
        return new Latest(act.at(), act.actor().name(), after == null ? Map.of() : json.readValue(after, VALUES));
    }
}
