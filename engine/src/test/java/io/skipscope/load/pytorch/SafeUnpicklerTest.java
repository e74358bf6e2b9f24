package io.skipscope.load.pytorch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.error.ModelFormatException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeUnpicklerTest {
  @ParameterizedTest
  @CsvSource({
    "os, system",
    "posix, system",
    "builtins, eval",
    "__builtin__, bytearray",
    "datetime, datetime",
    "decimal, Decimal",
    "copyreg, _reconstructor",
    "exceptions, Exception",
    "torch.nn.modules.linear, Linear",
    "torch, load"
  })
  void classesOutsideTheListAreRefusedByName(String module, String name) {
    byte[] reduced = new PickleWriter().global(module, name).op(')').op('R').stop();
    byte[] stacked = new PickleWriter().text(module).text(name).raw(0x93).op(')').op('R').stop();
    PickleWriter instance = new PickleWriter().op('(').op('i');
    for (String line : List.of(module, name)) {
      line.chars().forEach(instance::raw);
      instance.op('\n');
    }
    byte[] object = new PickleWriter().op('(').global(module, name).text("echo").op('o').stop();
    for (byte[] pickle : List.of(reduced, stacked, instance.stop(), object)) {
      String message = fault(pickle);
      assertTrue(message.contains(module + "." + name), message);
    }
  }

  @Test
  void plainCollectionsAreRead() {
    byte[] pickle =
        new PickleWriter()
            .emptyDict()
            .op('(')
            .text("best")
            .integer(3)
            .text("list")
            .op(']')
            .integer(4)
            .op('a')
            .op('u')
            .stop();
    assertEquals(Map.of("best", 3, "list", new ArrayList<>(List.of(4))), read(pickle));
  }

  @Test
  void stateIsNeverGivenToAnObject() {
    fault(new PickleWriter().text("object").op('}').op('b').stop());
    fault(new PickleWriter().global("torch", "FloatStorage").op('}').op('b').stop());
  }

  @Test
  void storagesCannotBeBuiltInThePickle() {
    fault(new PickleWriter().global("torch", "FloatStorage").integers(1).op('R').stop());
  }

  @Test
  void lengthsBeyondTheFileAllocateNothing() {
    int[] fourBytes = {0xff, 0xff, 0xff, 0x7f};
    for (char opcode : new char[] {'X', 'T', 'B', 0x8b}) {
      String message = fault(new PickleWriter().op(opcode).raw(fourBytes).stop());
      assertTrue(message.contains("longer than the file"), message);
    }
    for (char opcode : new char[] {0x8d, 0x8e, 0x96}) {
      fault(new PickleWriter().op(opcode).raw(fourBytes).raw(0, 0, 0, 0).stop());
    }
  }

  @Test
  void selfContainingKeysEndInAMessage() {
    byte[] pickle =
        new PickleWriter()
            .op(']')
            .raw('q', 0)
            .raw('h', 0)
            .op('a')
            .raw('q', 1)
            .op('}')
            .raw('h', 1)
            .integer(1)
            .op('s')
            .stop();
    fault(pickle);
  }

  @Test
  void noiseEndsInAMessage() {
    Random random = new Random(1);
    for (int round = 0; round < 2000; round++) {
      byte[] noise = new byte[1 + random.nextInt(60)];
      random.nextBytes(noise);
      try {
        read(noise);
      } catch (ModelFormatException expected) {
        assertTrue(expected.getMessage().startsWith("file"), expected.getMessage());
      }
    }
  }

  private static String fault(byte[] pickle) {
    return assertThrows(ModelFormatException.class, () -> read(pickle)).getMessage();
  }

  private static Object read(byte[] pickle) {
    return SafeUnpickler.read("file", new PickleBytes(ByteBuffer.wrap(pickle)), new HashMap<>());
  }
}
