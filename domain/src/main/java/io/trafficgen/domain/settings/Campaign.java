package io.trafficgen.domain.settings;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the owner's own reports shall see a visit come from.
 *
 * @param utm by query parameter ({@code utm_source} and so on) in the order of the product page,
 *     the text for it with its placeholders
 * @param keywords what {@code {{random_keyword}}} may stand for
 * @param referralUrls where visits would come from; only those on hosts that the account has
 *     verified may be sent as a Referer, which is not decided here
 */
public record Campaign(Map<String, String> utm, List<String> keywords, List<URI> referralUrls) {
  /** Stands for one of the {@link #keywords}. */
  public static final String RANDOM_KEYWORD = "{{random_keyword}}";

  /** Fields in the order of the product page, each with its query parameter. */
  static final Map<String, String> PARAMETERS = parameters();

  public Campaign {
    utm = Collections.unmodifiableMap(new LinkedHashMap<>(utm));
    keywords = List.copyOf(keywords);
    referralUrls = List.copyOf(referralUrls);
  }

  static Campaign read(FieldReader fields) {
    Map<String, String> utm = new LinkedHashMap<>();
    PARAMETERS.forEach((field, parameter) ->
        fields.find(field, UtmTemplate::parse).ifPresent(text -> utm.put(parameter, text)));
    return new Campaign(
        utm,
        fields.read("keywords", List.of(), LooseText::words),
        fields.read("referralUrls", List.of(), LooseText::urls));
  }

  /** Whether a visit draws one of the {@link #keywords}. */
  public boolean asksForKeyword() {
    return utm.values().stream().anyMatch(text -> text.contains(RANDOM_KEYWORD));
  }

  private static Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("utmSource", "utm_source");
    parameters.put("utmMedium", "utm_medium");
    parameters.put("utmCampaign", "utm_campaign");
    parameters.put("utmTerm", "utm_term");
    parameters.put("utmContent", "utm_content");
    return Collections.unmodifiableMap(parameters);
  }
}
