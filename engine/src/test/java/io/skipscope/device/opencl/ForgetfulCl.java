package io.skipscope.device.opencl;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/**
 * Passes every call on and counts it, under a platform name that no driver with a memory for
 * programs has.
 */
final class ForgetfulCl implements InvocationHandler {
  private final Cl real;
  private final Map<String, Integer> calls = new HashMap<>();

  ForgetfulCl(Cl real) {
    this.real = real;
  }

  Cl cl() {
    Class<?>[] types = {Cl.class};
    return (Cl) Proxy.newProxyInstance(Cl.class.getClassLoader(), types, this);
  }

  /** How often a method of {@link Cl} has been called. */
  int calls(String method) {
    return calls.getOrDefault(method, 0);
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    calls.merge(method.getName(), 1, Integer::sum);
    try {
      Object result = method.invoke(real, arguments);
      return method.getName().equals("platformText") ? "Forgetful" : result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
