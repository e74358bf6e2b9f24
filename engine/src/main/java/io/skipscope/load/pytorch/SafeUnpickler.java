package io.skipscope.load.pytorch;

import io.skipscope.error.InputException;
import io.skipscope.error.ModelFormatException;
import io.skipscope.load.ElementType;
import io.skipscope.load.pytorch.TorchTypes.StorageType;
import java.io.IOException;
import java.util.Map;
import net.razorvine.pickle.IObjectConstructor;
import net.razorvine.pickle.Opcodes;
import net.razorvine.pickle.PickleException;
import net.razorvine.pickle.PickleUtils;
import net.razorvine.pickle.Unpickler;

/**
 * Reads a pickle, building nothing but numbers, texts, collections and {@link TorchTypes}.
 *
 * <p>Every opcode that looks up a class or changes an object's state is answered here instead of by
 * the library, whose own list of classes is longer. One pickle per instance.
 */
final class SafeUnpickler extends Unpickler {
  private final String file;
  private final PickleBytes bytes;

  private final Map<String, ElementType> storages;

  private SafeUnpickler(String file, PickleBytes bytes, Map<String, ElementType> storages) {
    this.file = file;
    this.bytes = bytes;
    this.storages = storages;
  }

  /**
   * The next pickle; the stream then stands behind it.
   *
   * @param storages is given the key and type of every storage that is referred to
   * @throws ModelFormatException if it is malformed or wants a class that is not allowed
   */
  static Object read(String file, PickleBytes bytes, Map<String, ElementType> storages) {
    int begin = bytes.position();
    try {
      return new SafeUnpickler(file, bytes, storages).load(bytes);
    } catch (ModelFormatException e) {
      throw e;
    } catch (InputException e) {
      throw malformed(file, bytes, e.where() + " with " + e.found(), e);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      String found = "a broken pickle (from byte " + begin + "): " + e.getMessage();
      throw malformed(file, bytes, found, e);
    }
  }

  private static ModelFormatException malformed(
      String file, PickleBytes bytes, String found, Throwable cause) {
    return new ModelFormatException(
        file, bytes.position(), found, "a checkpoint as torch.save writes it", cause);
  }

  @Override
  protected Object dispatch(short opcode) throws IOException {
    switch (opcode) {
      case Opcodes.GLOBAL -> pushClass(PickleUtils.readline(input), PickleUtils.readline(input));
      case Opcodes.STACK_GLOBAL -> {
        String name = (String) stack.pop();
        pushClass((String) stack.pop(), name);
      }
      case Opcodes.INST -> throw refused(PickleUtils.readline(input), PickleUtils.readline(input));
      case Opcodes.BUILD -> ignoreState();
      case Opcodes.BINUNICODE, Opcodes.BINSTRING, Opcodes.BINBYTES, Opcodes.LONG4 -> {
        requireLength(Integer.BYTES);
        return super.dispatch(opcode);
      }
      case Opcodes.BINUNICODE8, Opcodes.BINBYTES8, Opcodes.BYTEARRAY8 -> {
        requireLength(Long.BYTES);
        return super.dispatch(opcode);
      }
      default -> {
        return super.dispatch(opcode);
      }
    }
    return NO_RETURN_VALUE;
  }

  private void requireLength(int lengthBytes) {
    if (!bytes.holdsItsLength(lengthBytes)) {
      throw new PickleException("a text longer than the file");
    }
  }

  private void pushClass(String module, String name) {
    IObjectConstructor constructor = TorchTypes.constructor(module, name);
    if (constructor == null) {
      throw refused(module, name);
    }
    stack.add(constructor);
  }

  private ModelFormatException refused(String module, String name) {
    return new ModelFormatException(
        file,
        bytes.position(),
        "the Python class or function " + module + "." + name + ", which is not run",
        "tensors and plain collections only; save with torch.save(model.state_dict(), ...)");
  }

  /** State dicts carry version numbers of their modules, which nothing here needs. */
  private void ignoreState() {
    stack.pop();
    if (!(stack.peek() instanceof Map)) {
      throw new PickleException("the state of an object that is no dictionary");
    }
  }

  /** Tuples ("storage", type, key, location, count) and, before PyTorch 1.6, a view or None. */
  @Override
  protected Object persistentLoad(Object id) {
    Object[] parts = (Object[]) id;
    if (!"storage".equals(parts[0]) || !(parts[1] instanceof StorageType type)) {
      throw new PickleException("a reference to something that is no storage");
    }
    long count = ((Number) parts[4]).longValue();
    long offset = 0;
    if (parts.length > 5 && parts[5] instanceof Object[] view) {
      offset = ((Number) view[1]).longValue();
      count = ((Number) view[2]).longValue();
    }
    if (offset < 0 || count < 0 || offset > Integer.MAX_VALUE || count > Integer.MAX_VALUE) {
      throw new PickleException("a storage of " + count + " numbers from " + offset);
    }
    String key = String.valueOf(parts[2]);
    ElementType other = storages.putIfAbsent(key, type.elements());
    if (other != null && other != type.elements()) {
      throw new PickleException("storage " + key + " as " + other + " and " + type.elements());
    }
    return new StorageRef(type.elements(), key, offset, count);
  }
}
