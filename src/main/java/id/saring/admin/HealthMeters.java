package id.saring.admin;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;

/** The health of each part as a metric, so that an alert can say which part it is. */
final class HealthMeters implements SmartInitializingSingleton {
    private final HealthContributorRegistry parts;
    private final HealthEndpoint health;
    private final MeterRegistry meters;

    HealthMeters(HealthContributorRegistry parts, HealthEndpoint health, MeterRegistry meters) {
        this.parts = parts;
        this.health = health;
        this.meters = meters;
    }

    @Override
    public void afterSingletonsInstantiated() {
        parts.stream()
                .map(entry -> entry.name())
                .filter(HealthPages::tells)
                .forEach(name -> Gauge.builder("saring.health.up", () -> up(name) ? 1 : 0)
                        .description("1 if this part is well or only wants attention, 0 if it is down")
                        .tag("component", name)
                        .register(meters));
    }

    private boolean up(String name) {
        HealthDescriptor found = health.healthForPath(name);
        return found != null && !found.getStatus().equals(Status.DOWN)
                && !found.getStatus().equals(Status.OUT_OF_SERVICE);
    }
}
