package io.skipscope.device;

/** Work done in Java, for the plain Java device. */
public record HostLaunch(String node, HostTask task) implements Launch {
  @Override
  public String kernelName() {
    return "java";
  }
}
