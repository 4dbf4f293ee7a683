package io.trafficgen.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.domain.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryStringTest {
  @Test
  void reads_names_and_values() {
    QueryString query = QueryString.parse("a=1&b=%C3%A4+%2B&a=2&&c&=d&e=f=g");
    assertThat(query.values("a")).containsExactly("1", "2");
    assertThat(query.values("b")).containsExactly("ä +");
    assertThat(query.values("c")).containsExactly("");
    assertThat(query.values("")).containsExactly("d");
    assertThat(query.values("e")).containsExactly("f=g");
    assertThat(query.values("z")).isEmpty();
    assertThat(QueryString.parse("").parameters()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"limit=%zz, /limit", "limit=5%, /limit", "a=1&b=%f, /b", "c=%80, /c", "%zz=1, /%zz"})
  void names_the_parameter_with_a_bad_escape(String query, String pointer) {
    assertThatThrownBy(() -> QueryString.parse(query))
        .isInstanceOfSatisfying(
            InvalidValueException.class,
            refused -> assertThat(refused.problems().get(0).pointer()).isEqualTo(pointer));
  }
}
