package io.trafficgen.domain.safety;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.Project;
import io.trafficgen.domain.site.Host;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that the operator forbids at one moment.
 *
 * @param switches those that are on
 * @param hosts rules that differ from the standard
 */
public record SafetyRules(List<KillSwitch> switches, Map<Host, HostRule> hosts) {
  public SafetyRules {
    switches = List.copyOf(switches);
    hosts = Map.copyOf(hosts);
  }

  public static SafetyRules of(List<KillSwitch> switches, List<HostRule> hosts) {
    return new SafetyRules(
        switches, hosts.stream().collect(Collectors.toMap(HostRule::host, Function.identity())));
  }

  /** Nothing is forbidden. */
  public static SafetyRules none() {
    return new SafetyRules(List.of(), Map.of());
  }

  /** Visits that the host gets in a minute, over all accounts. */
  public int perMinute(Host host) {
    return rule(host).perMinute();
  }

  /** Whether nothing at all may be asked of the host. */
  public boolean blocks(Host host) {
    return rule(host).blocked();
  }

  /** The hosts of which nothing at all may be asked. */
  Set<Host> closed() {
    return Stream.concat(
            hosts.values().stream().filter(HostRule::blocked).map(HostRule::host),
            switches.stream()
                .map(KillSwitch::target)
                .filter(target -> target.scope() == KillScope.HOST)
                .map(target -> Host.parse(target.key())))
        .collect(Collectors.toSet());
  }

  /** Why the host may not be visited, if so. */
  public Optional<String> refusal(Host host) {
    return blocks(host)
        ? Optional.of("is blocked by the operator")
        : refusal(KillTarget.of(host)).map(reason -> "is " + reason);
  }

  /** Why no project of the account may run, if so. */
  public Optional<String> refusal(AccountId account) {
    return refusal(new KillTarget(KillScope.GLOBAL, ""))
        .or(() -> refusal(new KillTarget(KillScope.ACCOUNT, account.toString())));
  }

  /** Whether the project may not run, whatever its owner wants. */
  public boolean stop(Project project) {
    return switches.stream().anyMatch(killed -> killed.target().covers(project))
        || hosts.values().stream()
            .anyMatch(rule -> rule.blocked() && KillTarget.of(rule.host()).covers(project));
  }

  /** Why what the target names may not run, if a switch says so. */
  public Optional<String> refusal(KillTarget target) {
    return switches.stream()
        .filter(killed -> killed.target().equals(target))
        .map(killed -> "stopped by the operator: " + killed.reason())
        .findFirst();
  }

  private HostRule rule(Host host) {
    return hosts.getOrDefault(host, HostRule.standard(host));
  }
}
