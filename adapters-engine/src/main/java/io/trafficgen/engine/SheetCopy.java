package io.trafficgen.engine;

import java.util.Optional;
import org.htmlunit.cssparser.dom.AbstractCSSRuleImpl;
import org.htmlunit.cssparser.dom.CSSCharsetRuleImpl;
import org.htmlunit.cssparser.dom.CSSFontFaceRuleImpl;
import org.htmlunit.cssparser.dom.CSSImportRuleImpl;
import org.htmlunit.cssparser.dom.CSSMediaRuleImpl;
import org.htmlunit.cssparser.dom.CSSPageRuleImpl;
import org.htmlunit.cssparser.dom.CSSRuleListImpl;
import org.htmlunit.cssparser.dom.CSSStyleDeclarationImpl;
import org.htmlunit.cssparser.dom.CSSStyleRuleImpl;
import org.htmlunit.cssparser.dom.CSSStyleSheetImpl;
import org.htmlunit.cssparser.dom.CSSUnknownRuleImpl;
import org.htmlunit.cssparser.dom.MediaListImpl;
import org.htmlunit.cssparser.dom.Property;
import org.htmlunit.cssparser.parser.media.MediaQueryList;
import org.jspecify.annotations.Nullable;

/**
 * A parsed style sheet anew, for a page whose scripts may alter it. Selectors and values are
 * shared: whoever alters one puts another in its place.
 */
final class SheetCopy {
  private final CSSStyleSheetImpl copy = new CSSStyleSheetImpl();

  private SheetCopy() {}

  /** Empty for a sheet with a kind of rule that is not known here. */
  static Optional<CSSStyleSheetImpl> of(CSSStyleSheetImpl sheet) {
    try {
      SheetCopy making = new SheetCopy();
      making.copy.setHref(sheet.getHref());
      making.copy.setCssRules(making.rules(sheet.getCssRules(), null));
      return Optional.of(making.copy);
    } catch (UnknownRuleException e) {
      return Optional.empty();
    }
  }

  private CSSRuleListImpl rules(CSSRuleListImpl rules, @Nullable AbstractCSSRuleImpl parent) {
    CSSRuleListImpl copies = new CSSRuleListImpl();
    for (AbstractCSSRuleImpl rule : rules.getRules()) {
      copies.add(rule(rule, parent));
    }
    return copies;
  }

  private AbstractCSSRuleImpl rule(AbstractCSSRuleImpl rule, @Nullable AbstractCSSRuleImpl parent) {
    return switch (rule) {
      case CSSStyleRuleImpl styles -> {
        CSSStyleRuleImpl made = new CSSStyleRuleImpl(copy, parent, styles.getSelectors());
        made.setStyle(style(styles.getStyle(), made));
        yield made;
      }
      case CSSMediaRuleImpl media -> {
        CSSMediaRuleImpl made = new CSSMediaRuleImpl(copy, parent, media(media.getMediaList()));
        made.setRuleList(rules(media.getCssRules(), made));
        yield made;
      }
      case CSSFontFaceRuleImpl font -> {
        CSSFontFaceRuleImpl made = new CSSFontFaceRuleImpl(copy, parent);
        made.setStyle(style(font.getStyle(), made));
        yield made;
      }
      case CSSPageRuleImpl page -> {
        CSSPageRuleImpl made = new CSSPageRuleImpl(copy, parent, page.getSelectorText());
        made.setStyle(style(page.getStyle(), made));
        yield made;
      }
      case CSSImportRuleImpl other ->
          new CSSImportRuleImpl(copy, parent, other.getHref(), media(other.getMedia()));
      case CSSCharsetRuleImpl charset ->
          new CSSCharsetRuleImpl(copy, parent, charset.getEncoding());
      case CSSUnknownRuleImpl unknown -> new CSSUnknownRuleImpl(copy, parent, unknown.getCssText());
      default -> throw new UnknownRuleException();
    };
  }

  private static CSSStyleDeclarationImpl style(
      CSSStyleDeclarationImpl style, AbstractCSSRuleImpl parent) {
    CSSStyleDeclarationImpl made = new CSSStyleDeclarationImpl(parent);
    for (Property property : style.getProperties()) {
      made.addProperty(
          new Property(property.getName(), property.getValue(), property.isImportant()));
    }
    return made;
  }

  private static MediaListImpl media(MediaListImpl media) {
    MediaQueryList queries = new MediaQueryList();
    for (int i = 0; i < media.getLength(); i++) {
      queries.add(media.mediaQuery(i));
    }
    return new MediaListImpl(queries);
  }

  private static final class UnknownRuleException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
