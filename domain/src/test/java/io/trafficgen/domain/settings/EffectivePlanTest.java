package io.trafficgen.domain.settings;

import static io.trafficgen.domain.settings.SettingsText.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.domain.InvalidValueException;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectivePlanTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "trafficSpeed | ,'trafficSpeed':50 | limited | 50 | 3 at once: this percentage of qa.max",
        "trafficSpeed | ,'trafficSpeed':0 | limited | 0 | 0 is paused",
        "bounceRate | ,'bounceRate':5 | honoured | 5 | -",
        "bounceRate | ,'bounceRate':null | honoured | 0 | default",
        "returnRate | ,'returnRate':9,'randomizeSession':true | limited | 0 | randomizeSession"
            + " gives",
        "deviceSplit | ,'deviceSplit':9,'deviceSpecific':'Mobile' | honoured | 0 | deviceSpecific"
            + " decides",
        "tabletSplit | ,'tabletSplit':9,'deviceSplit':100 | limited | 9 | every visit is a"
            + " desktop's",
        "deviceSpecific | ,'browser':'Safari' | limited | [macos, iphone] | the chosen browser is"
            + " made",
        "browser | ,'browser':'Safari' | honoured | safari | -",
        "browser | ,'browser':'Safari','deviceSpecific':'Desktop, Linux' | limited | safari | not"
            + " made",
        "browser | ,'browser':'Safari','deviceSpecific':'Mobile, Android' | limited | safari | not"
            + " made",
        "language | ,'language':'de','languages':'en' | honoured | de,en;q=0.9 | joined with"
            + " languages",
        "languages | ,'language':'de' | honoured | de | language decides",
        "language | ,'languages':['de'] | honoured | de | languages decides",
        "language | ,'language':'de' | honoured | de | -",
        "innerUrls | ,'innerUrls':'https://a.example/i' | limited | [https | no visit has an inner"
            + " page",
        "innerUrls | ,'innerUrls':'https://a.example/i','innerUrlCount':1 | honoured | [https | -",
        "exitUrls | ,'exitUrls':'https://a.example/o' | honoured | [https | -",
        "exitUrls | ,'exitUrls':'https://a.example/o','bounceRate':100 | limited | [https | no"
            + " visit has a second page",
        "innerUrlCount | ,'innerUrlCount':2 | limited | 2 | there are no innerUrls",
        "innerUrlCount | ,'innerUrlCount':2,'qa':{'pagesPerVisit':{'min':1,'max':1}} | ignored | -"
            + " | qa.pagesPerVisit wins",
        "autoCrawlExit | ,'autoCrawlExit':true | limited | true | pages on verified hosts alone",
        "sitemap | ,'sitemap':true | limited | true | pages on verified hosts alone",
        "geoTargets | ,'geoTargets':[{'country':'DE','percent':100,'city':'Bonn'}] | limited |"
            + " [{country=DE, percent=100}] | by country; state and city",
        "geoTargets | ,'geoTargets':[{'cc':'DE','w':333},{'cc':'US','w':667}] | honoured |"
            + " [{country=DE, percent=33.3}, | -",
        "geoTargets | ,'countries':['DE'] | honoured | [{country=DE, percent=100}] | countries"
            + " decides",
        "countries | ,'countries':['DE'],'geoTargets':[{'cc':'US','w':1}] | honoured |"
            + " [{country=US, percent=100}] | geoTargets wins",
        "proxyMode | '' | limited | auto | the operator's exits only",
        "customProxies | ,'customProxies':'de-1' | ignored | - | only with proxyMode custom",
        "customProxies | ,'proxyMode':'custom','customProxies':'de-1,http://u:p@x.example' |"
            + " limited | [de-1] | names of the operator's",
        "utmTerm | ,'utmTerm':'{{random_keyword}}' | limited | {{random_keyword}} | there are no"
            + " keywords",
        "keywords | ,'keywords':'a,b' | ignored | - | no visit claims to come from a search",
        "keywords | ,'keywords':'a,b','utmTerm':'{{random_keyword}}' | limited | [a, b] | for"
            + " {{random_keyword}} only",
        "referralUrls | ,'referralUrls':'https://b.example/#x' | limited | [https://b.example/] | a"
            + " Referer is sent only",
        "referralUrls | ,'referralUrls':'b.example' | ignored | - | no URL",
        "schedulePattern | ,'schedulePattern':'realistic' | ignored | - | nothing is spread",
        "qa.arrival | '' | ignored | - | nothing is spread without a daily limit",
        "qa.hourlyCurve | ,'nightDayVolume':true | ignored | - | nothing is spread",
        "qa.hourlyCurve | '' | honoured | - | default",
        "nightDayVolume | ,'nightDayVolume':true | ignored | - | nothing is spread",
        "nightDayVolume | ,'schedulePattern':'realistic' | honoured | false | default",
        "randomizeDailyVolume | ,'randomizeDailyVolume':true | ignored | - | nothing is spread",
        "scheduleTrafficAmount | BURST | honoured | 500 | -",
        "clickInternal | ,'clickInternal':50 | limited | 10 | so many clicks a visit at most",
        "scheduleTime | ,'scheduleTime':'10:00' | ignored | - | only with scheduleMode burst",
        "qa.ifGeoUnavailable | ,'qa':{'ifGeoUnavailable':'stop'} | honoured | stop | no country is"
            + " asked for",
        "qa.pagesPerVisit | ,'qa':{'pagesPerVisit':{'min':1,'max':2}} | limited | {min=1, max=2} |"
            + " there are no innerUrls",
        "qa.notify.events | ,'qa':{'notify':{'events':['stopped']}} | ignored | - | there is no"
            + " qa.notify.url",
        "qa.notify.events | ,'qa':{'notify':{'url':'https://a.example/'}} | honoured | [started,"
            + " stopped, | default",
      })
  void tells_what_becomes_of_a_field_without_a_daily_limit(
      String field, String members, String treatment, String value, String reason) {
    assertShown(0, field, members, treatment, value, reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "qa.arrival | '' | honoured | even | default",
        "qa.arrival | ,'schedulePattern':'realistic' | honoured | realistic | schedulePattern"
            + " decides",
        "schedulePattern | ,'schedulePattern':'even','qa':{'arrival':'poisson'} | honoured |"
            + " poisson | qa.arrival wins",
        "nightDayVolume | ,'nightDayVolume':true | honoured | true | -",
        "qa.hourlyCurve | ,'nightDayVolume':true | honoured | [20, 13 | nightDayVolume decides",
        "scheduleMode | BURST | honoured | burst | -",
        "scheduleTrafficAmount | BURST | limited | 499 | daily_limit caps it",
        "scheduleTime | BURST | honoured | 23:30 | -",
        "scheduleDuration | BURST | limited | 30 | a burst ends with its day",
        "nightDayVolume | BURST,'nightDayVolume':true | ignored | - | a burst has hours of its own",
        "qa.hourlyCurve | BURST,'nightDayVolume':true | ignored | - | a burst has hours of its own",
      })
  void tells_what_becomes_of_a_field_with_a_daily_limit(
      String field, String members, String treatment, String value, String reason) {
    assertShown(499, field, members, treatment, value, reason);
  }

  private static void assertShown(
      int dailyLimit, String field, String members, String treatment, String value, String reason) {
    String burst =
        ",'scheduleMode':'burst','scheduleTrafficAmount':500,'scheduleTime':'23:30',"
            + "'scheduleDuration':45";
    String text = members.equals("''") ? "" : members.replace("BURST", burst);
    EffectiveField shown =
        EffectivePlan.of(document(text), dailyLimit).fields().stream()
            .filter(one -> one.field().equals(field))
            .findFirst()
            .orElseThrow();
    assertThat(shown.treatment()).hasToString(treatment.toUpperCase(Locale.ROOT));
    assertThat(shown.value().map(Object::toString).orElse("-")).startsWith(value);
    assertThat(shown.reason().orElse("-")).startsWith(reason);
  }

  @Test
  void keeps_unknown_fields_and_says_so() {
    assertThat(
            EffectivePlan.of(
                    document(
                        ",'someNewField':[1],'qa.arrival':1,'qa':{'mystery':1,'success':{'x':2}}"),
                    0)
                .fields())
        .filteredOn(one -> one.reason().equals(Optional.of("unknown, kept as written")))
        .allMatch(one -> one.treatment() == Treatment.IGNORED)
        .extracting(EffectiveField::field)
        .containsExactly("someNewField", "qa.arrival", "qa.mystery", "qa.success.x");
  }

  @Test
  void refuses_what_cannot_run_with_every_problem() {
    SettingsDocument wrong =
        SettingsDocument.parse("{\"bounceRate\":-1,\"qa\":{\"maxConcurrent\":0}}");
    assertThatThrownBy(() -> EffectivePlan.of(wrong, 0))
        .isInstanceOfSatisfying(
            InvalidValueException.class, refusal -> assertThat(refusal.problems()).hasSize(3))
        .hasMessageContaining("entryUrls");
  }
}
