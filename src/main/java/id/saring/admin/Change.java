package id.saring.admin;

import id.saring.audit.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an act did to one thing: as it was and as it is now; null if there was or is none. */
record Change(String name, @Nullable String before, @Nullable String after) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static List<Change> of(Act act) {
        Map<String, String> before = values(act.before());
        Map<String, String> after = values(act.after());
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        List<Change> changes = new ArrayList<>();
        names.forEach(name -> changes.add(new Change(name, before.get(name), after.get(name))));
        return changes;
    }

    /** The values of a recorded state, each as people read it. */
    static Map<String, String> values(@Nullable String json) {
        Map<String, String> values = new TreeMap<>();
        if (json != null) {
            try {
                JsonNode state = JSON.readTree(json);
                state.properties().forEach(entry -> values.put(entry.getKey(), readable(entry.getValue())));
            } catch (JacksonException e) {
                // Only somebody who wrote to the store past us can have put it there; it is shown, not hidden.
                values.put("?", json);
            }
        }
        return values;
    }

    private static String readable(JsonNode value) {
        if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.forEach(item -> items.add(readable(item)));
            return String.join("\n", items);
        }
        return value.isValueNode() ? value.asString() : value.toString();
    }
}
