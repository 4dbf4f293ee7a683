package io.trafficgen.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.trafficgen.domain.money.Money;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Writes answers (product page, 1.7): snake_case names, times RFC 3339 UTC with milliseconds, money
 * as decimal strings, an empty {@link Optional} as null. Bodies are read by {@link JsonFields}.
 */
public final class Json {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .addModule(
              new SimpleModule()
                  .addSerializer(Money.class, ToStringSerializer.instance)
                  .addSerializer(Instant.class, new TimeSerializer())
                  .addSerializer(Optional.class, new OptionalSerializer()))
          .build();

  private Json() {}

  /** One line of JSON. */
  public static String text(Object shape) {
    try {
      return MAPPER.writeValueAsString(shape);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every wire shape can be written", e);
    }
  }

  /** A moment as answers write it. */
  static String time(Instant time) {
    return TIME.format(time);
  }

  private static final class TimeSerializer extends JsonSerializer<Instant> {
    @Override
    public void serialize(Instant time, JsonGenerator json, SerializerProvider serializers)
        throws IOException {
      json.writeString(time(time));
    }
  }

  @SuppressWarnings("rawtypes") // a class literal knows no parameters
  private static final class OptionalSerializer extends JsonSerializer<Optional> {
    @Override
    public boolean isEmpty(SerializerProvider serializers, Optional value) {
      return value.isEmpty();
    }

    @Override
    public void serialize(Optional value, JsonGenerator json, SerializerProvider serializers)
        throws IOException {
      if (value.isEmpty()) {
        json.writeNull();
      } else {
        serializers.defaultSerializeValue(value.get(), json);
      }
    }
  }
}
