package io.trafficgen.persistence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.application.contract.AuditLogContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAuditLogTest extends PostgresPorts implements AuditLogContract {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_log set detail = 'nothing'",
        "delete from audit_log",
        "truncate audit_log"
      })
  void refuses_to_forget(String statement) {
    assertThatThrownBy(() -> database().run(handle -> handle.execute(statement)))
        .hasMessageContaining("append-only");
  }
}
