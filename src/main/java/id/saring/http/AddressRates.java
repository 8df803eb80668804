package id.saring.http;

import id.saring.rate.Rate;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How often one address may ask. Mobile networks let thousands of people share one.
 *
 * @param program by the lookup API
 * @param browser by the page, with scripts or without
 */
@ConfigurationProperties("saring.http.rates")
record AddressRates(Rate program, Rate browser) {}
