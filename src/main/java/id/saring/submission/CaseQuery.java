package id.saring.submission;

import id.saring.core.Like;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A filter as SQL on a case {@code c}: a condition with named values, and an order. */
record CaseQuery(String condition, Map<String, Object> values, String order) {
    static CaseQuery of(CaseFilter filter) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> values = new HashMap<>();
        if (filter.state() != null) {
            conditions.add("c.state = :state");
            values.put("state", filter.state().name());
        }
        if (filter.language() != null) {
            conditions.add("c.language = :language");
            values.put("language", filter.language().name());
        }
        if (CaseFilter.NOBODY.equals(filter.assignee())) {
            conditions.add("c.assignee IS NULL");
        } else if (filter.assignee() != null) {
            conditions.add("c.assignee = :assignee");
            values.put("assignee", filter.assignee());
        }
        if (filter.words() != null && !filter.words().isBlank()) {
            conditions.add("""
                    EXISTS (SELECT 1 FROM case_variant w WHERE w.case_id = c.id AND lower(w.text) LIKE :words ESCAPE '!')""");
            values.put("words", Like.part(filter.words().strip().toLowerCase(Locale.ROOT)));
        }
        return new CaseQuery(String.join(" AND ", conditions), values, order(filter.order()));
    }

    private static String order(CaseFilter.Order order) {
        return switch (order) {
            case DEMAND -> "c.askers DESC, c.last_at DESC, c.id DESC";
            case RISING -> "last_day DESC, c.askers DESC, c.id DESC";
            case LATEST -> "c.last_at DESC, c.id DESC";
            case WAITING -> "c.first_at, c.id";
        };
    }
}
