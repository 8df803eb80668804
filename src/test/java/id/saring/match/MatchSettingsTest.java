package id.saring.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class MatchSettingsTest {
    @Test
    void what_is_not_set_is_as_it_ships() {
        assertThat(bound(Map.of())).isEqualTo(MatchSettings.defaults());
        MatchSettings set = bound(Map.of("saring.match.confident", "0.7", "saring.match.guards.phrasing", "0.9"));
        assertThat(set.confident()).isEqualTo(0.7);
        assertThat(set.guards().phrasing()).isEqualTo(0.9);
        assertThat(set.guards().asTyped()).isEqualTo(GuardSettings.defaults().asTyped());
        assertThat(set.lists()).isEqualTo(ListSettings.defaults());
    }

    @Test
    void what_is_no_threshold_is_told_by_its_name() {
        assertThatThrownBy(() -> bound(Map.of("saring.match.possible", "0.9")))
                .hasRootCauseMessage("saring.match: 0 < possible <= confident < 1 does not hold: possible is 0.9, confident "
                        + MatchSettings.defaults().confident());
        assertThatThrownBy(() -> bound(Map.of("saring.match.guards.half", "50")))
                .hasRootCauseMessage("saring.match.guards.half is not from 0 to 1: 50.0");
        assertThatThrownBy(() -> bound(Map.of("saring.match.guards.passage-times", "0.5")))
                .hasRootCauseMessage("saring.match.guards.passage-times is below 1: 0.5");
        assertThatThrownBy(() -> bound(Map.of("saring.match.guards.to-warn", "0.9")))
                .hasRootCauseMessage("saring.match.guards.to-warn is above to-confirm: 0.9");
        assertThatThrownBy(() -> bound(Map.of("saring.match.choices", "0")))
                .hasStackTraceContaining("choices >= 2");
        assertThatThrownBy(() -> bound(Map.of("saring.match.lists.agreeing", "0")))
                .hasStackTraceContaining("agreeing >= 1");
    }

    private static MatchSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("saring.match", MatchSettings.class);
    }
}
