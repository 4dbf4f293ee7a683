package io.trafficgen.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Documents that are wrong in every way there is, from one fixed seed. */
class SettingsFuzzTest {
  private static final int DOCUMENTS = 20_000;
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "-1",
          "0",
          "1",
          "7",
          "50",
          "100",
          "1e400",
          "1e-400",
          "2147483648",
          "''",
          "' '",
          "'x'",
          "'50'",
          "'true'",
          "[]",
          "{}",
          "[1]",
          "[[]]",
          "[null]",
          "['US']",
          "'random'",
          "'23:59'",
          "'24:00'",
          "'2027-01-31'",
          "'9999-12-31'",
          "'0000-01-01'",
          "'2027-13-01'",
          "'2027-03-28T02:30'",
          "'2027-01-31T24:00'",
          "'2027-01-31T10:00+99:00'",
          "'burst'",
          "'Europe/Berlin'",
          "'GMT-12'",
          "'GMT+99999999999'",
          "'5 seconds'",
          "'https://a.example/'",
          "'https://a.example:99999/'",
          "'https://[::1/'",
          "'{{timestamp}}'",
          "'{{'",
          "'\\ud800'",
          "'\\u0000'",
          "'İ'",
          "{'min':1,'max':99}",
          "{'url':7}",
          "[{'cc':'US','w':1e-400}]",
          "[{'country':'US','percent':'100'}]",
          "[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]");

  @Test
  void never_throws_anything_but_a_refusal_that_explains_itself() {
    Random random = new Random(20_261_122);
    int parsed = 0;
    for (int i = 0; i < DOCUMENTS; i++) {
      String text = document(random);
      try {
        EffectivePlan plan = EffectivePlan.of(SettingsDocument.parse(text), random.nextInt(3));
        parsed += plan.fields().size() >= EffectivePlan.RULES.size() ? 1 : 0;
      } catch (InvalidValueException refusal) {
        if (!refusal.problems().stream().allMatch(SettingsFuzzTest::explainsItself)) {
          throw new AssertionError("poorly explained: " + text, refusal);
        }
      } catch (RuntimeException e) {
        throw new AssertionError("not a refusal of " + text, e);
      }
    }
    assertThat(parsed).isBetween(DOCUMENTS / 20, DOCUMENTS / 2);
  }

  @Test
  void takes_any_unknown_and_ignored_field() {
    Random random = new Random(7);
    ProjectSettings bare = SettingsText.settings("");
    for (String name : FieldNames.ignored()) {
      String value = VALUES.get(random.nextInt(VALUES.size()));
      String members = ",'%s':%s,'unknown%d':%s".formatted(name, value, random.nextInt(9), value);
      assertThatCode(() -> assertThat(SettingsText.settings(members)).isEqualTo(bare))
          .as(members)
          .doesNotThrowAnyException();
    }
  }

  private static boolean explainsItself(Problem problem) {
    return problem.pointer().startsWith("/")
        && !problem.reason().isBlank()
        && !problem.example().isBlank();
  }

  private static String document(Random random) {
    List<String> names = EffectivePlan.RULES.stream().map(FieldRule::name).toList();
    List<String> outer = new ArrayList<>(List.of(SettingsText.ENTRY));
    List<String> inner = new ArrayList<>();
    int fields = 1 + random.nextInt(4);
    for (int i = 0; i < fields; i++) {
      String name = names.get(random.nextInt(names.size()));
      String value = VALUES.get(random.nextInt(VALUES.size()));
      String[] steps = name.split("\\.", 3);
      if (steps.length == 1 && !name.equals("entryUrls")) {
        add(outer, "'%s':%s".formatted(name, value));
      } else if (steps.length == 2) {
        add(inner, "'%s':%s".formatted(steps[1], value));
      } else if (steps.length == 3) {
        add(inner, "'%s':{'%s':%s}".formatted(steps[1], steps[2], value));
      }
    }
    outer.add("'qa':{" + String.join(",", inner) + "}");
    return ("{" + String.join(",", outer) + "}").replace('\'', '"');
  }

  /** A member of the same name would make the document no JSON object at all. */
  private static void add(List<String> members, String member) {
    String name = member.substring(0, member.indexOf(':'));
    members.removeIf(other -> other.startsWith(name + ":"));
    members.add(member);
  }
}
