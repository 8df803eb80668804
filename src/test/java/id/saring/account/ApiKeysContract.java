package id.saring.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.saring.account.ApiKey.Quota;
import id.saring.audit.Act;
import id.saring.audit.ActFilter;
import id.saring.audit.Actor;
import id.saring.db.TestStore;
import id.saring.queue.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What keys of programs and their quotas promise on every database. */
abstract class ApiKeysContract {
    @RegisterExtension
    final TestStore store;

    private final SettableClock clock = new SettableClock();
    private AccountParts parts;

    ApiKeysContract(TestStore store) {
        this.store = store;
    }

    @BeforeEach
    void open() {
        parts = new AccountParts(store.open(), clock, null);
    }

    @Test
    void a_key_may_be_used_so_often_a_minute_and_then_has_to_wait() {
        String key = parts.keys.make(Actor.TERMINAL, "Redaksi", new Quota(3, 100));
        for (int i = 0; i < 3; i++) {
            assertThat(parts.keys.use(key)).contains(Duration.ZERO);
        }
        assertThat(parts.keys.use(key)).contains(Duration.ofSeconds(20));
        parts.ticker.advance(Duration.ofSeconds(20));
        assertThat(parts.keys.use(key)).contains(Duration.ZERO);
    }

    @Test
    void the_quota_of_a_day_is_counted_for_all_replicas_and_across_a_restart() {
        String key = parts.keys.make(Actor.TERMINAL, "Peneliti", new Quota(4, 6));
        AccountParts other = new AccountParts(store.open(), clock, null);
        for (int i = 0; i < 3; i++) {
            assertThat(parts.keys.use(key)).contains(Duration.ZERO);
            assertThat(other.keys.use(key)).contains(Duration.ZERO);
        }
        parts.keys.settle();
        other.keys.settle();
        parts.keys.settle();
        for (AccountParts replica : new AccountParts[] {parts, other, new AccountParts(store.open(), clock, null)}) {
            assertThat(replica.keys.use(key).orElseThrow()).isBetween(Duration.ofMinutes(1), Duration.ofDays(1));
        }
        assertThat(parts.keys.list()).singleElement().satisfies(one -> assertThat(one.today()).isEqualTo(6));

        clock.advance(Duration.ofDays(1));
        parts.ticker.advance(Duration.ofDays(1));
        assertThat(parts.keys.use(key)).contains(Duration.ZERO);
    }

    @Test
    void a_revoked_key_and_one_that_never_was_are_no_keys() {
        String key = parts.keys.make(Actor.TERMINAL, "Redaksi", new Quota(3, 100));
        assertThat(parts.keys.use(key)).isPresent();
        parts.keys.revoke(Actor.TERMINAL, parts.keys.list().getFirst().id());
        assertThat(parts.keys.use(key)).isEmpty();
        assertThat(parts.keys.use("saringkey_" + "x".repeat(43))).isEmpty();
        assertThat(parts.keys.use("AIzaSyExample")).isEmpty();
        assertThat(parts.acts.list(ActFilter.on("api_key:1"), 0, 10).items())
                .extracting(Act::what)
                .containsExactly("api_key.revoke", "api_key.make");
    }

    @Test
    void only_the_hash_of_a_key_is_kept() {
        String key = parts.keys.make(Actor.TERMINAL, "Redaksi", new Quota(3, 100));
        assertThat(store.content()).doesNotContain(key.substring("saringkey_".length()));
    }

    @Test
    void a_quota_and_a_name_are_checked() {
        assertThatThrownBy(() -> new Quota(10, 9)).isInstanceOf(RefusedChangeException.class);
        assertThatThrownBy(() -> new Quota(0, 9)).isInstanceOf(RefusedChangeException.class);
        assertThatThrownBy(() -> parts.keys.make(Actor.TERMINAL, " ", new Quota(1, 1)))
                .isInstanceOf(RefusedChangeException.class);
    }
}
