package io.skipscope.device.opencl;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Passes every call on, and lets one of them fail. */
final class FaultyCl implements InvocationHandler {
  private final Cl real;
  private final String counted;
  private final int failingCall;
  private final int code;
  private int calls;

  private FaultyCl(Cl real, String counted, int failingCall, int code) {
    this.real = real;
    this.counted = counted;
    this.failingCall = failingCall;
    this.code = code;
  }

  /**
   * @param failingCall the number of the call that fails, from 0; releases are done before they
   *     fail, as drivers do
   */
  static FaultyCl over(Cl real, int failingCall, int code) {
    return new FaultyCl(real, null, failingCall, code);
  }

  /**
   * @param method lets only calls of this method count and fail
   */
  static FaultyCl over(Cl real, String method, int failingCall, int code) {
    return new FaultyCl(real, method, failingCall, code);
  }

  Cl cl() {
    Class<?>[] types = {Cl.class};
    return (Cl) Proxy.newProxyInstance(Cl.class.getClassLoader(), types, this);
  }

  boolean hasFailed() {
    return calls > failingCall;
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    boolean counts = counted == null || counted.equals(method.getName());
    boolean fails = counts && calls == failingCall;
    calls += counts ? 1 : 0;
    if (fails && !method.getName().startsWith("release")) {
      throw new ClException(method.getName(), code);
    }
    Object result = pass(method, arguments);
    if (fails) {
      throw new ClException(method.getName(), code);
    }
    return result;
  }

  private Object pass(Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
