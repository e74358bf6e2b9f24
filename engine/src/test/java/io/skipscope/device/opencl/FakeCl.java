package io.skipscope.device.opencl;

import io.skipscope.device.opencl.ClObject.Kind;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.stream.IntStream;

/** An OpenCL of made-up platforms, for what no real one does on demand. */
final class FakeCl implements InvocationHandler {
  /**
   * @param failure thrown when asked for devices; null for none
   */
  record Platform(String name, int devices, ClException failure) {
    Platform(String name, int devices) {
      this(name, devices, null);
    }
  }

  private final List<Platform> platforms;

  private FakeCl(Platform... platforms) {
    this.platforms = List.of(platforms);
  }

  static Cl of(Platform... platforms) {
    return proxy(new FakeCl(platforms));
  }

  /** An OpenCL whose every call fails. */
  static Cl failing(Throwable failure) {
    return proxy(
        (proxy, method, arguments) -> {
          throw failure;
        });
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "platforms" ->
          platforms.stream().map(each -> new ClObject(Kind.PLATFORM, each)).toList();
      case "platformText" -> platform(arguments).name;
      case "devices" -> devices(platform(arguments));
      case "deviceText" -> "fake";
      case "deviceNumber" -> 1L;
      case "deviceNumbers" -> new long[] {1, 1, 1};
      default -> throw new UnsupportedOperationException(method.getName());
    };
  }

  private static Platform platform(Object[] arguments) {
    return (Platform) ((ClObject) arguments[0]).raw();
  }

  private static List<ClObject> devices(Platform platform) {
    if (platform.failure != null) {
      throw platform.failure;
    }
    return IntStream.range(0, platform.devices)
        .mapToObj(index -> new ClObject(Kind.DEVICE, platform.name + index))
        .toList();
  }

  private static Cl proxy(InvocationHandler handler) {
    Class<?>[] types = {Cl.class};
    return (Cl) Proxy.newProxyInstance(Cl.class.getClassLoader(), types, handler);
  }
}
