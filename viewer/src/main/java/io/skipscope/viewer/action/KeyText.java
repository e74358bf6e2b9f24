package io.skipscope.viewer.action;

import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import javax.swing.KeyStroke;

/** Writes keys as the keyboard shows them. */
public final class KeyText {
  private KeyText() {}

  public static String of(KeyStroke stroke) {
    String modifiers = InputEvent.getModifiersExText(stroke.getModifiers());
    String key =
        switch (stroke.getKeyCode()) {
          case KeyEvent.VK_UP -> "\u2191";
          case KeyEvent.VK_DOWN -> "\u2193";
          case KeyEvent.VK_LEFT -> "\u2190";
          case KeyEvent.VK_RIGHT -> "\u2192";
          case KeyEvent.VK_PLUS -> "+";
          case KeyEvent.VK_MINUS -> "\u2212";
          case KeyEvent.VK_PERIOD -> ".";
          case KeyEvent.VK_OPEN_BRACKET -> "[";
          case KeyEvent.VK_CLOSE_BRACKET -> "]";
          case KeyEvent.VK_ESCAPE -> "Esc";
          case KeyEvent.VK_BACK_SPACE -> "Backspace";
          default -> KeyEvent.getKeyText(stroke.getKeyCode());
        };
    return modifiers.isEmpty() ? key : modifiers + "+" + key;
  }
}
