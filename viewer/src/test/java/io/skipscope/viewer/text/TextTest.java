package io.skipscope.viewer.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.graph.BlockKind;
import io.skipscope.graph.ShortcutKind;
import io.skipscope.image.ColorMap;
import io.skipscope.image.TestChart;
import io.skipscope.schedule.Goal;
import io.skipscope.schedule.PlanKind;
import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.action.CommandGroup;
import io.skipscope.viewer.action.KeyMap;
import io.skipscope.viewer.export.ExportFormat;
import io.skipscope.viewer.layout.NoShortcut;
import io.skipscope.viewer.state.Accent;
import io.skipscope.viewer.state.Language;
import io.skipscope.viewer.state.MapOrder;
import io.skipscope.viewer.state.MapRange;
import io.skipscope.viewer.state.RangeMode;
import io.skipscope.viewer.state.ThemeMode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Set;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.Test;

class TextTest {
  @Test
  void everyChoiceHasItsWords() {
    List<Enum<?>[]> choices =
        List.of(
            BlockKind.values(),
            ShortcutKind.values(),
            NoShortcut.values(),
            ColorMap.values(),
            RangeMode.values(),
            TestChart.values(),
            MapOrder.values(),
            MapRange.values(),
            ThemeMode.values(),
            Accent.values(),
            Language.values(),
            ExportFormat.values(),
            CommandGroup.values(),
            Goal.values(),
            PlanKind.values(),
            Command.values());
    choices.stream()
        .flatMap(Arrays::stream)
        .forEach(choice -> assertFalse(Text.of(choice).isBlank(), choice.name()));
  }

  @Test
  void argumentsTakeTheirPlaces() {
    assertEquals("Channel 1234", Text.of("card.channel", 1234));
  }

  @Test
  void anUnknownKeyIsAnError() {
    assertThrows(MissingResourceException.class, () -> Text.of("no.such.key"));
  }

  @Test
  void everyCommandStandsInOneGroup() {
    List<Command> grouped =
        Arrays.stream(CommandGroup.values()).flatMap(group -> group.commands().stream()).toList();
    assertEquals(Command.values().length, grouped.size());
    assertEquals(Set.of(Command.values()), Set.copyOf(grouped));
  }

  @Test
  void everyCommandHasAKeyOfItsOwn() {
    Set<KeyStroke> keys = new HashSet<>();
    for (Command command : Command.values()) {
      assertFalse(KeyMap.USUAL.text(command).isBlank());
      assertTrue(keys.add(command.usualKey()), command + " shares a key");
      assertTrue(KeyMap.isFit(command.usualKey()), command + " has a key that writes");
    }
  }
}
