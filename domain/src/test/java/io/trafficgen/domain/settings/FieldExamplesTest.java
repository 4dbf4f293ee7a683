package io.trafficgen.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.trafficgen.domain.json.JsonReader;
import io.trafficgen.domain.json.JsonValue;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every parser takes the examples that it shows when it refuses. */
class FieldExamplesTest {
  private static final Choice<Arrival> ARRIVAL = new Choice<>(Arrival.class);
  private static final Choice<ThirdPartyBlock> BLOCK = new Choice<>(ThirdPartyBlock.class);

  @TestFactory
  Stream<DynamicTest> each_parser_takes_its_own_examples() {
    return Stream.of(
            examples(TimeOnPage::parse, TimeOnPage.EXAMPLES),
            examples(ProjectTimeZone::parse, ProjectTimeZone.EXAMPLES),
            examples(UrlList::parse, UrlList.EXAMPLES),
            examples(GeoTargets::parse, GeoTargets.EXAMPLES),
            examples(GeoTargets::parseCountries, GeoTargets.COUNTRIES_EXAMPLES),
            examples(Languages::parse, Languages.EXAMPLES),
            examples(DeviceSpecific::parse, DeviceSpecific.EXAMPLES),
            examples(ActiveDays::parse, ActiveDays.EXAMPLES),
            examples(ScheduleTime::parse, ScheduleTime.EXAMPLES),
            examples(value -> ScheduleDate.start(value, ZoneOffset.UTC), ScheduleDate.EXAMPLES),
            examples(HourlyWeights::parse, HourlyWeights.EXAMPLES),
            examples(WebUrl::parse, WebUrl.EXAMPLES),
            examples(CrawlSource::parse, CrawlSource.EXAMPLES),
            examples(ExitNames::parse, ExitNames.EXAMPLES),
            examples(UtmTemplate::parse, UtmTemplate.EXAMPLES),
            examples(PageRange::parse, PageRange.EXAMPLES),
            examples(NoticeEvents::parse, NoticeEvents.EXAMPLES),
            examples(Labels::parse, Labels.EXAMPLES),
            examples(new ShortText(100), ShortText.EXAMPLES),
            examples(WholeNumber.PERCENT, WholeNumber.PERCENT.examples()),
            examples(ARRIVAL, ARRIVAL.examples()),
            examples(BLOCK, BLOCK.examples()))
        .flatMap(examples -> examples.entrySet().stream())
        .map(one ->
            dynamicTest(
                one.getKey(),
                () -> assertThat(one.getValue().apply(JsonReader.read(one.getKey()))).isNotNull()));
  }

  private static Map<String, Function<JsonValue, ?>> examples(
      Function<JsonValue, ?> parser, List<String> examples) {
    assertThat(examples).isNotEmpty();
    return examples.stream().collect(Collectors.toMap(example -> example, example -> parser));
  }
}
