package io.skipscope.device.opencl;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes every call on, and lets one of them fail, or all from one on. */
final class FaultyCl implements InvocationHandler {
  private final Cl real;
  private final String counted;
  private final int failingCall;
  private final boolean lasting;
  private final int code;
  private final AtomicInteger calls = new AtomicInteger();

  private FaultyCl(Cl real, String counted, int failingCall, boolean lasting, int code) {
    this.real = real;
    this.counted = counted;
    this.failingCall = failingCall;
    this.lasting = lasting;
    this.code = code;
  }

  /**
   * @param failingCall the number of the call that fails, from 0; releases are done before they
   *     fail, as drivers do
   */
  static FaultyCl over(Cl real, int failingCall, int code) {
    return new FaultyCl(real, null, failingCall, false, code);
  }

  /**
   * @param method lets only calls of this method count and fail
   */
  static FaultyCl over(Cl real, String method, int failingCall, int code) {
    return new FaultyCl(real, method, failingCall, false, code);
  }

  /** Likewise, and every further call of the method fails too, as on a device that is gone. */
  static FaultyCl lasting(Cl real, String method, int failingCall, int code) {
    return new FaultyCl(real, method, failingCall, true, code);
  }

  Cl cl() {
    Class<?>[] types = {Cl.class};
    return (Cl) Proxy.newProxyInstance(Cl.class.getClassLoader(), types, this);
  }

  boolean hasFailed() {
    return calls.get() > failingCall;
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    boolean counts = counted == null || counted.equals(method.getName());
    int call = counts ? calls.getAndIncrement() : -1;
    boolean fails = call == failingCall || lasting && call > failingCall;
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
