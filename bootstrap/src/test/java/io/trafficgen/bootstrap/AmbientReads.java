package io.trafficgen.bootstrap;

import static com.tngtech.archunit.core.domain.JavaConstructor.CONSTRUCTOR_NAME;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** The JDK's ways to read time, chance or environment that nobody passed in. */
final class AmbientReads extends DescribedPredicate<JavaAccess<?>> {
  private static final List<Methods> METHODS =
      List.of(
          methods(System.class, "currentTimeMillis", "nanoTime"),
          methods(System.class, "getenv", "getProperty", "getProperties"),
          methods(Clock.class, "system", "systemUTC", "systemDefaultZone"),
          methods(Clock.class, "tickMillis", "tickSeconds", "tickMinutes"),
          methods(InstantSource.class, "system"),
          methods(Calendar.class, "getInstance"),
          methods(ZoneId.class, "systemDefault"),
          methods(TimeZone.class, "getDefault"),
          methods(Locale.class, "getDefault"),
          methods(InetAddress.class, "getLocalHost"),
          methods(Boolean.class, "getBoolean"),
          methods(Integer.class, "getInteger"),
          methods(Long.class, "getLong"),
          methods(Math.class, "random"),
          methods(UUID.class, "randomUUID"),
          methods(ThreadLocalRandom.class, "current"),
          methods(SecureRandom.class, "getInstance", "getInstanceStrong"),
          methods(RandomGenerator.class, "getDefault", "of"),
          methods(RandomGeneratorFactory.class, "getDefault", "create"));

  /** Ambient when called without a parameter: with one they take a seed or an instant. */
  private static final Set<Class<?>> BARE_CONSTRUCTORS =
      Set.of(Date.class, Random.class, SplittableRandom.class);

  AmbientReads() {
    super("a read of ambient time, chance or environment");
  }

  @Override
  public boolean test(JavaAccess<?> access) {
    return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
        && (isNow(target)
            || isBareConstructor(target)
            || isUnseededShuffle(target)
            || METHODS.stream().anyMatch(methods -> methods.include(target)));
  }

  private static boolean isNow(AccessTarget.CodeUnitAccessTarget target) {
    return target.getName().equals("now")
        && target.getOwner().getPackageName().startsWith("java.time")
        && target.getRawParameterTypes().stream()
            .noneMatch(type -> type.isEquivalentTo(Clock.class));
  }

  private static boolean isBareConstructor(AccessTarget.CodeUnitAccessTarget target) {
    return target.getName().equals(CONSTRUCTOR_NAME)
        && target.getRawParameterTypes().isEmpty()
        && BARE_CONSTRUCTORS.stream().anyMatch(target.getOwner()::isAssignableTo);
  }

  private static boolean isUnseededShuffle(AccessTarget.CodeUnitAccessTarget target) {
    return target.getOwner().isEquivalentTo(Collections.class)
        && target.getName().equals("shuffle")
        && target.getRawParameterTypes().size() == 1;
  }

  private static Methods methods(Class<?> owner, String... names) {
    var known = Arrays.stream(owner.getMethods()).map(method -> method.getName()).toList();
    for (var name : names) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException("%s has no method %s".formatted(owner, name));
      }
    }
    return new Methods(owner, Set.of(names));
  }

  private record Methods(Class<?> owner, Set<String> names) {
    boolean include(AccessTarget target) {
      return target.getOwner().isAssignableTo(owner) && names.contains(target.getName());
    }
  }
}
