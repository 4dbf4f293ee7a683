package io.trafficgen.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.domain.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {
  @Test
  void reads_what_hosters_write() {
    assertThat(DatabaseAddress.parse("postgres://us%40er:p%3Aw+d@db:6000/shop?sslmode=require"))
        .isEqualTo(
            new DatabaseAddress(
                "jdbc:postgresql://db:6000/shop?sslmode=require", "us@er", "p:w+d"));
    assertThat(DatabaseAddress.parse("postgresql://db/shop"))
        .isEqualTo(new DatabaseAddress("jdbc:postgresql://db/shop", "", ""));
  }

  @Test
  void takes_a_jdbc_url_as_it_is() {
    String url = "jdbc:postgresql://db/shop?user=a&password=b";
    assertThat(DatabaseAddress.parse(url)).isEqualTo(new DatabaseAddress(url, "", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "shop", "mysql://db/shop", "postgres:///shop", "postgres://a b/c"})
  void refuses_what_is_no_address_of_postgresql(String text) {
    assertThatThrownBy(() -> DatabaseAddress.parse(text)).isInstanceOf(InvalidValueException.class);
  }

  @Test
  void tells_no_password() {
    assertThat(DatabaseAddress.parse("postgres://user:secret@db/shop").toString())
        .doesNotContain("secret");
  }
}
