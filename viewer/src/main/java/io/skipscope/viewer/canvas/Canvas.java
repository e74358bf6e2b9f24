package io.skipscope.viewer.canvas;

import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Toolkit;
import java.util.Map;
import java.util.function.Supplier;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** A component that paints itself, with smooth text and a place for accessible names. */
public abstract class Canvas extends JComponent {
  private Supplier<String> description;

  /** Paints with antialiasing set up; {@code g} is disposed of afterwards. */
  protected abstract void draw(Graphics2D g);

  @Override
  protected final void paintComponent(Graphics graphics) {
    Graphics2D g = (Graphics2D) graphics.create();
    try {
      smooth(g);
      draw(g);
    } finally {
      g.dispose();
    }
  }

  /** Makes shapes smooth, and text as smooth as the platform's. */
  public static void smooth(Graphics2D g) {
    if (Toolkit.getDefaultToolkit().getDesktopProperty("awt.font.desktophints")
        instanceof Map<?, ?> hints) {
      g.addRenderingHints(hints);
    } else {
      g.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    }
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
  }

  /** Lets Tab stop here, which it does only at components that have keys of their own. */
  protected final void takeTabStop() {
    setFocusable(true);
    getInputMap(WHEN_FOCUSED).put(KeyStroke.getKeyStroke("CONTEXT_MENU"), "none");
  }

  /** What a screen reader says of it. */
  protected void describe(String name, String description) {
    describe(name, () -> description);
  }

  /**
   * Likewise, in words that are made each time that they are asked for: where nobody asks, a change
   * costs none.
   */
  protected final void describe(String name, Supplier<String> words) {
    description = words;
    getAccessibleContext().setAccessibleName(name);
    descriptionChanged();
  }

  /** Tells a screen reader to ask again. */
  protected final void descriptionChanged() {
    getAccessibleContext()
        .firePropertyChange(AccessibleContext.ACCESSIBLE_DESCRIPTION_PROPERTY, null, null);
  }

  @Override
  public AccessibleContext getAccessibleContext() {
    if (accessibleContext == null) {
      accessibleContext =
          new AccessibleJComponent() {
            @Override
            public AccessibleRole getAccessibleRole() {
              return AccessibleRole.CANVAS;
            }

            @Override
            public String getAccessibleDescription() {
              return description == null ? super.getAccessibleDescription() : description.get();
            }
          };
    }
    return accessibleContext;
  }
}
