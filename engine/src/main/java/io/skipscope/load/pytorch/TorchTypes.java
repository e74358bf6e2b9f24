package io.skipscope.load.pytorch;

import io.skipscope.load.ElementType;
import io.skipscope.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.razorvine.pickle.IObjectConstructor;
import net.razorvine.pickle.PickleException;

/** Everything that a checkpoint's pickle may build; nothing here runs code of the file. */
final class TorchTypes {
  private static final Map<String, IObjectConstructor> ALLOWED = new LinkedHashMap<>();

  static {
    ALLOWED.put("collections.OrderedDict", TorchTypes::orderedDict);
    ALLOWED.put("torch._utils._rebuild_tensor", TorchTypes::tensor);
    ALLOWED.put("torch._utils._rebuild_tensor_v2", TorchTypes::tensor);
    ALLOWED.put("torch._utils._rebuild_parameter", arguments -> arguments[0]);
    ALLOWED.put("torch.Size", arguments -> arguments[0]);
    storage("Double", ElementType.F64);
    storage("Float", ElementType.F32);
    storage("Half", ElementType.F16);
    storage("BFloat16", ElementType.BF16);
    storage("Long", ElementType.I64);
    storage("Int", ElementType.I32);
    storage("Short", ElementType.I16);
    storage("Char", ElementType.I8);
    storage("Byte", ElementType.U8);
    storage("Bool", ElementType.BOOL);
  }

  private TorchTypes() {}

  /** A storage's class, which only names the type of its numbers. */
  record StorageType(ElementType elements) implements IObjectConstructor {
    @Override
    public Object construct(Object[] arguments) {
      throw new PickleException("a storage within the pickle");
    }
  }

  /** The constructor of a Python class or function, or null if it may not be built. */
  static IObjectConstructor constructor(String module, String name) {
    return ALLOWED.get(module + "." + name);
  }

  private static void storage(String prefix, ElementType elements) {
    ALLOWED.put("torch." + prefix + "Storage", new StorageType(elements));
  }

  /** Empty, or from a list of pairs. */
  private static Object orderedDict(Object[] arguments) {
    Map<Object, Object> dict = new LinkedHashMap<>();
    if (arguments.length > 0) {
      for (Object pair : (List<?>) arguments[0]) {
        Object[] items = pair instanceof List<?> list ? list.toArray() : (Object[]) pair;
        dict.put(items[0], items[1]);
      }
    }
    return dict;
  }

  /** Arguments: storage, offset, size, stride, and what only training needs. */
  private static Object tensor(Object[] arguments) {
    StorageRef storage = (StorageRef) arguments[0];
    long offset = ((Number) arguments[1]).longValue();
    int[] extents = numbers(arguments[2]).stream().mapToInt(Math::toIntExact).toArray();
    long[] strides = numbers(arguments[3]).stream().mapToLong(Long::longValue).toArray();
    return new TensorRef(storage, offset, Shape.of(extents), strides);
  }

  private static List<Long> numbers(Object tuple) {
    List<Long> numbers = new ArrayList<>();
    for (Object element : (Object[]) tuple) {
      numbers.add(((Number) element).longValue());
    }
    return numbers;
  }
}
