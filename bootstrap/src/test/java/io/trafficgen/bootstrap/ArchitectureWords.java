package io.trafficgen.bootstrap;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaConstructor.CONSTRUCTOR_NAME;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.net.IDN;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The words that {@link ArchitectureRules} are written in. */
final class ArchitectureWords {
  private static final String FEATURES = "io.trafficgen.application.";

  private ArchitectureWords() {}

  /** Values and functions: nothing that opens, connects, sleeps or starts. */
  static DescribedPredicate<JavaClass> pureJdk() {
    return resideInAnyPackage(
            "java.lang",
            "java.lang.runtime",
            "java.math",
            "java.nio",
            "java.nio.charset",
            "java.text",
            "java.time..",
            "java.util",
            "java.util.function",
            "java.util.random",
            "java.util.regex",
            "java.util.stream")
        .or(
            belongToAnyOf(
                IDN.class, Inet4Address.class, Inet6Address.class, InetAddress.class, URI.class))
        .or(belongToAnyOf(URISyntaxException.class, GeneralSecurityException.class))
        .or(belongToAnyOf(MessageDigest.class, Mac.class, Key.class, SecretKeySpec.class))
        .or(belongToAnyOf(NoSuchAlgorithmException.class, InvalidKeyException.class))
        .as("the pure part of the JDK");
  }

  static DescribedPredicate<JavaClass> nestedEnum() {
    return describe("be nested enums", type -> type.isEnum() && type.isNestedClass());
  }

  static DescribedPredicate<JavaClass> closed() {
    return describe(
        "be final, enum, record or sealed",
        type ->
            type.getModifiers().contains(JavaModifier.FINAL)
                || type.isEnum()
                || type.isRecord()
                || type.isSealed());
  }

  /**
   * What bootstrap builds out of ports: the public classes of the features that are neither values
   * nor exceptions.
   */
  static DescribedPredicate<JavaClass> useCases() {
    return describe(
        "use cases and what they share",
        type ->
            type.getPackageName().startsWith(FEATURES)
                && !type.getPackageName().startsWith(FEATURES + "port")
                && type.isTopLevelClass()
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.isInterface()
                && !type.isRecord()
                && !type.isEnum()
                && !type.isAssignableTo(Exception.class));
  }

  /** A method reference counts as an access, too. */
  static DescribedPredicate<JavaAccess<?>> constructorOfAUseCase() {
    return describe(
        "a constructor of a use case",
        access ->
            access.getTarget().getName().equals(CONSTRUCTOR_NAME)
                && useCases().test(access.getTargetOwner()));
  }

  static DescribedPredicate<JavaClass> haveAtMostOnePublicMethod() {
    return describe(
        "have at most one public method",
        type ->
            type.getMethods().stream()
                    .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                    .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                    .count()
                <= 1);
  }
}
