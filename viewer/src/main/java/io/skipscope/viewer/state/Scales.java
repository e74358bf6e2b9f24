package io.skipscope.viewer.state;

/**
 * By what a block's two branches are multiplied before its sum.
 *
 * @param residual of F(x); 0 drops F
 * @param shortcut of s(x); 0 cuts the shortcut
 */
public record Scales(float residual, float shortcut) {
  public static final Scales UNCHANGED = new Scales(1, 1);

  public Scales withResidual(float scale) {
    return new Scales(scale, shortcut);
  }

  public Scales withShortcut(float scale) {
    return new Scales(residual, scale);
  }
}
