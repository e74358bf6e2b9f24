package io.skipscope.viewer.theme;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import com.formdev.flatlaf.extras.FlatSVGIcon;
import com.formdev.flatlaf.util.UIScale;
import io.skipscope.viewer.render.Palette;
import io.skipscope.viewer.state.Look;
import java.awt.Color;
import java.awt.Font;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.swing.Icon;
import javax.swing.JComponent;
import javax.swing.UIManager;

/** The look of the window: FlatLaf, light or dark, and the colours of our own painting. */
public final class Theme {
  private static final String FOLDER = "io/skipscope/viewer/theme/";

  private static final LookUpdate UPDATE = new LookUpdate();

  private static Look shown = Look.INITIAL;

  private Theme() {}

  /**
   * Sets the look before the first component is made. Any thread, as long as the event thread makes
   * no component meanwhile: it takes longer than the event thread should be away.
   */
  public static void install(Look look, float zoom) {
    NativeLibraryLog.silence();
    FlatLaf.registerCustomDefaultsSource("io.skipscope.viewer.theme");
    UIScale.setZoomFactor(zoom);
    setUp(look);
  }

  /**
   * Makes fonts and controls of all open windows larger by this factor, in events that follow.
   * Event thread.
   *
   * @param then runs once what can be seen has the new size; not if it has it already
   */
  public static void zoom(float factor, Runnable then) {
    if (UIScale.setZoomFactor(factor)) {
      UPDATE.begin(then);
    }
  }

  /** Whether parts of open windows still wait for a change of the look or zoom. Event thread. */
  public static boolean isChanging() {
    return UPDATE.isUnderWay();
  }

  /** A length in logical pixels at the window's present zoom. */
  public static int scaled(int length) {
    return UIScale.scale(length);
  }

  /** Changes the look of all open windows, which have it some events later. Event thread. */
  public static void change(Look look) {
    if (look.dark() == shown.dark() && look.accent() == shown.accent()) {
      return;
    }
    setUp(look);
    UPDATE.begin(() -> {});
  }

  private static void setUp(Look look) {
    shown = look;
    FlatLaf.setGlobalExtraDefaults(Map.of("@accentColor", "@accent" + look.accent()));
    FlatLaf.setup(look.dark() ? new FlatDarkLaf() : new FlatLightLaf());
  }

  /** The colours and the font of the current look, for painters. */
  public static Palette palette() {
    return new Palette(
        color("card"),
        color("tile"),
        color("text"),
        color("secondaryText"),
        color("trunk"),
        color("branch"),
        color("highlight"),
        color("accent"),
        font());
  }

  /** A colour of the theme's property files, by its name without {@code Skipscope.}. */
  public static Color color(String name) {
    return UIManager.getColor("Skipscope." + name);
  }

  /**
   * Gives a component a colour of the theme's property files, which follows changes of the look.
   *
   * @param part {@code foreground} or {@code background}
   */
  public static void color(JComponent component, String part, String name) {
    component.putClientProperty(FlatClientProperties.STYLE, part + ": $Skipscope." + name);
  }

  public static Font font() {
    return UIManager.getFont("defaultFont");
  }

  /** An icon that takes the text's colour. */
  public static Icon icon(String name) {
    FlatSVGIcon icon = drawing(name);
    // Reads the file, which FlatLaf keeps for all icons of it, before the first one is painted.
    CompletableFuture.runAsync(() -> drawing(name).hasFound());
    icon.setColorFilter(new FlatSVGIcon.ColorFilter(c -> UIManager.getColor("Label.foreground")));
    return icon;
  }

  private static FlatSVGIcon drawing(String name) {
    return new FlatSVGIcon(FOLDER + name + ".svg", 16, 16, Theme.class.getClassLoader());
  }
}
