package io.trafficgen.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.domain.InvalidValueException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsOriginsTest {
  @Test
  void keeps_origins_as_browsers_write_them() {
    assertThat(
            CorsOrigins.parse("https://App.Example:443, http://localhost:3000,, http://[::1]:80")
                .origins())
        .containsExactlyInAnyOrder("https://app.example", "http://localhost:3000", "http://[::1]");
    assertThat(CorsOrigins.parse(" ")).isEqualTo(CorsOrigins.none());
    assertThat(CorsOrigins.of(URI.create("HTTPS://Traffic.Example:8443")))
        .isEqualTo("https://traffic.example:8443");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "null",
        "https://*.example",
        "https://app.example/",
        "https://app.example?x",
        "https://user@app.example",
        "app.example",
        "ftp://app.example",
        "https://"
      })
  void refuses_what_is_no_origin(String text) {
    assertThatThrownBy(() -> CorsOrigins.parse(text)).isInstanceOf(InvalidValueException.class);
  }
}
