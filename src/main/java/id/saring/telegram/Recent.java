package id.saring.telegram;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers the last thousand of something, by name; what it forgets costs at most a second answer. */
final class Recent<V> {
    private static final int SIZE = 1000;

    private final Map<String, V> entries = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > SIZE;
        }
    };

    synchronized void put(String name, V value) {
        entries.put(name, value);
    }

    synchronized Optional<V> get(String name) {
        return Optional.ofNullable(entries.get(name));
    }
}
