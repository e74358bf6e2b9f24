package io.skipscope.op;

import io.skipscope.error.UnsupportedOperatorException;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * The registry of operators: one line per operator in {@code
 * META-INF/services/io.skipscope.op.Operator}.
 */
public final class Operators {
  private static final Map<String, Operator> BY_NAME = new TreeMap<>();

  static {
    ServiceLoader.load(Operator.class, Operators.class.getClassLoader())
        .forEach(operator -> BY_NAME.put(operator.name(), operator));
  }

  private Operators() {}

  /**
   * @throws UnsupportedOperatorException if there is no operator of that name
   */
  public static Operator get(String name) {
    Operator operator = BY_NAME.get(name);
    if (operator == null) {
      throw new UnsupportedOperatorException(
          "operator " + name, "no implementation", "one of " + BY_NAME.keySet());
    }
    return operator;
  }

  public static List<Operator> all() {
    return List.copyOf(BY_NAME.values());
  }
}
