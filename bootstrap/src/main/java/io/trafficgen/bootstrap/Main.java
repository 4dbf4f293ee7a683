package io.trafficgen.bootstrap;

/** Starts the program; what it starts is chosen by the first argument. */
public final class Main {
  private Main() {}

  /** Prints the usage; no command is wired yet. */
  public static void main(String... arguments) {
    System.out.println("usage: java -jar trafficgen.jar serve|demo");
  }
}
