package io.skipscope.device.opencl;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Passes every call on and counts it. */
class CountingCl implements InvocationHandler {
  private final Cl real;
  private final Map<String, Integer> calls = new ConcurrentHashMap<>();

  CountingCl(Cl real) {
    this.real = real;
  }

  final Cl cl() {
    Class<?>[] types = {Cl.class};
    return (Cl) Proxy.newProxyInstance(Cl.class.getClassLoader(), types, this);
  }

  /** How often a method of {@link Cl} has returned or thrown. */
  final int calls(String method) {
    return calls.getOrDefault(method, 0);
  }

  /** What the caller gets for the real result. */
  Object answer(String method, Object result) {
    return result;
  }

  @Override
  public final Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    try {
      return answer(method.getName(), method.invoke(real, arguments));
    } catch (InvocationTargetException e) {
      throw e.getCause();
    } finally {
      calls.merge(method.getName(), 1, Integer::sum);
    }
  }
}
