package io.trafficgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.ProofOutcome;
import io.trafficgen.application.port.ProofOutcome.Attempt;
import io.trafficgen.application.port.ProofOutcome.Read;
import io.trafficgen.application.port.ProofOutcome.Unreadable;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

/** TXT records as a real name server gives them. */
class TxtRecordsTest {
  private static final String NAME = "_trafficgen.shop.example";
  private static final URI URL = URI.create("dns:_trafficgen.shop.example?type=TXT");

  private final TestDns dns = new TestDns();
  private final TxtRecords records = TxtRecords.of(List.of(dns.address()));

  @AfterEach
  void close() {
    dns.close();
  }

  private static ProofOutcome failed(String problem) {
    return new Unreadable(List.of(new Attempt(URL, problem)));
  }

  @Test
  void many_records_are_lines_and_the_strings_of_one_are_joined() {
    dns.put(NAME, Type.TXT, "\"v=spf1 -all\"", "\"tg-verify-\" \"12\" \"34\"", "\"gr\\195\\188n\"");
    Read read = (Read) records.read(NAME);
    assertThat(read.url()).isEqualTo(URL);
    assertThat(read.text().lines())
        .containsExactlyInAnyOrder("v=spf1 -all", "tg-verify-1234", "grün");
    assertThat(dns.asked()).containsExactly("udp _trafficgen.shop.example.");
  }

  @Test
  void an_answer_too_long_for_udp_comes_by_tcp() {
    String filler = "\"" + "x".repeat(250) + "\"";
    dns.put(NAME, Type.TXT, filler, filler + " " + filler, "\"tg-verify-1\"");
    assertThat(((Read) records.read(NAME)).text().lines()).contains("tg-verify-1", "x".repeat(500));
    assertThat(dns.asked())
        .containsExactly("udp _trafficgen.shop.example.", "tcp _trafficgen.shop.example.");
  }

  @Test
  void a_name_may_stand_for_another() {
    dns.put(NAME, Type.CNAME, "proofs.host.example.");
    dns.put("proofs.host.example", Type.TXT, "\"tg-verify-1\"");
    assertThat(records.read(NAME)).isEqualTo(new Read(URL, "tg-verify-1"));
  }

  @Test
  void what_is_not_there_is_said_and_never_searched_for_elsewhere() {
    assertThat(records.read(NAME)).isEqualTo(failed("has no TXT record"));
    assertThat(dns.asked()).containsOnly("udp _trafficgen.shop.example.");
    dns.put(NAME, Type.A, "192.0.2.1");
    assertThat(records.read(NAME)).isEqualTo(failed("has no TXT record"));
  }

  @Test
  void nothing_is_kept_between_two_questions() {
    assertThat(records.read(NAME)).isInstanceOf(Unreadable.class);
    dns.put(NAME, Type.TXT, "\"tg-verify-1\"");
    assertThat(records.read(NAME)).isInstanceOf(Read.class);
  }

  @Test
  void a_failing_server_is_no_missing_record() {
    dns.fail(Rcode.SERVFAIL);
    assertThat(records.read(NAME)).isEqualTo(failed("was not answered by the name servers"));
  }

  @Test
  @Timeout(5)
  void a_silent_server_costs_three_seconds_at_most() {
    dns.silence();
    assertThat(records.read(NAME)).asString().contains("was not answered");
  }

  @Test
  void a_second_server_answers_where_the_first_is_silent() {
    try (TestDns second = new TestDns()) {
      dns.silence();
      second.put(NAME, Type.TXT, "\"tg-verify-1\"");
      TxtRecords both = TxtRecords.of(List.of(dns.address(), second.address()));
      assertThat(both.read(NAME)).isEqualTo(new Read(URL, "tg-verify-1"));
    }
  }

  @Test
  void a_name_that_is_too_long_is_no_question() {
    String name = "_trafficgen." + "a.".repeat(120) + "shop.example";
    assertThat(records.read(name)).asString().contains("is no name of the DNS");
    assertThat(dns.asked()).isEmpty();
  }
}
