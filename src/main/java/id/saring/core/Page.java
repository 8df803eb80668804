package id.saring.core;

import java.util.List;

/** One page of results: its items, where it starts (from 0) and how many there are in all. */
public record Page<T>(List<T> items, long offset, long total) {
    public Page {
        items = List.copyOf(items);
    }

    public boolean hasNext() {
        return offset + items.size() < total;
    }
}
