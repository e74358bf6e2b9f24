package io.skipscope.load;

import io.skipscope.tensor.HalfFloats;
import java.nio.ByteBuffer;

/**
 * How model files store numbers, under safetensors' names. Bytes are read in the order of the
 * buffer.
 */
public enum ElementType {
  F64(8) {
    @Override
    float next(ByteBuffer bytes) {
      return (float) bytes.getDouble();
    }
  },
  F32(4) {
    @Override
    float next(ByteBuffer bytes) {
      return bytes.getFloat();
    }

    @Override
    public float[] decode(ByteBuffer bytes, int count) {
      float[] numbers = new float[count];
      bytes.asFloatBuffer().get(numbers);
      bytes.position(bytes.position() + count * Float.BYTES);
      return numbers;
    }
  },
  F16(2) {
    @Override
    float next(ByteBuffer bytes) {
      return HalfFloats.ofBinary16(bytes.getShort());
    }
  },
  BF16(2) {
    @Override
    float next(ByteBuffer bytes) {
      return HalfFloats.ofBfloat16(bytes.getShort());
    }
  },
  I64(8) {
    @Override
    float next(ByteBuffer bytes) {
      return bytes.getLong();
    }
  },
  I32(4) {
    @Override
    float next(ByteBuffer bytes) {
      return bytes.getInt();
    }
  },
  I16(2) {
    @Override
    float next(ByteBuffer bytes) {
      return bytes.getShort();
    }
  },
  I8(1) {
    @Override
    float next(ByteBuffer bytes) {
      return bytes.get();
    }
  },
  U8(1) {
    @Override
    float next(ByteBuffer bytes) {
      return bytes.get() & 0xff;
    }
  },
  BOOL(1) {
    @Override
    float next(ByteBuffer bytes) {
      return bytes.get() == 0 ? 0 : 1;
    }
  };

  private final int sizeBytes;

  ElementType(int sizeBytes) {
    this.sizeBytes = sizeBytes;
  }

  abstract float next(ByteBuffer bytes);

  public int sizeBytes() {
    return sizeBytes;
  }

  public boolean isFloatingPoint() {
    return this == F64 || this == F32 || this == F16 || this == BF16;
  }

  /**
   * The next {@code count} numbers; wider ones are rounded to float32.
   *
   * @throws java.nio.BufferUnderflowException if fewer are left
   */
  public float[] decode(ByteBuffer bytes, int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = next(bytes);
    }
    return numbers;
  }
}
