package io.skipscope.device;

import io.skipscope.error.DeviceException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A node of an owner tree: closing it first closes what it owns, newest first.
 *
 * <p>Closing twice is harmless. Any thread may close; a tree is guarded by one lock, so that no
 * handle is released while another thread releases its owner.
 */
public abstract class Handle implements AutoCloseable {
  private final Handle owner;
  private final Object lock;
  private final Set<Handle> owned = new LinkedHashSet<>();
  private boolean closed;

  /**
   * @param owner closes this handle with itself; null for the root of a tree
   * @throws DeviceException if the owner is closed
   */
  protected Handle(Handle owner) {
    this.owner = owner;
    this.lock = owner == null ? new Object() : owner.lock;
    if (owner != null) {
      owner.adopt(this);
    }
  }

  /** Gives back what this handle holds itself; called once, after everything it owns is closed. */
  protected abstract void release();

  /** Ends what other threads do with this handle; called first, and without the lock. */
  protected void settle() {}

  /** Waits for pending work; called before anything owned is closed. */
  protected void drain() {}

  /** The lock of the whole tree; whoever uses native objects of the tree holds it. */
  protected final Object lock() {
    return lock;
  }

  /**
   * @throws DeviceException if this handle is closed
   */
  protected final void requireOpen() {
    if (isClosed()) {
      throw new DeviceException(getClass().getSimpleName(), "a closed handle", "an open one");
    }
  }

  public final boolean isClosed() {
    synchronized (lock) {
      return closed;
    }
  }

  /** The open handles below this one. */
  public final int ownedCount() {
    synchronized (lock) {
      return owned.stream().mapToInt(handle -> 1 + handle.ownedCount()).sum();
    }
  }

  /** Closes everything owned even if a release fails; throws the first failure afterwards. */
  @Override
  public final void close() {
    if (!isClosed()) {
      settle();
    }
    synchronized (lock) {
      if (closed) {
        return;
      }
      closed = true;
      List<Handle> oldestFirst = new ArrayList<>(owned);
      RuntimeException failure = attempt(this::drain, null);
      for (int index = oldestFirst.size() - 1; index >= 0; index--) {
        failure = attempt(oldestFirst.get(index)::close, failure);
      }
      failure = attempt(this::release, failure);
      if (owner != null) {
        owner.owned.remove(this);
      }
      if (failure != null) {
        throw failure;
      }
    }
  }

  private void adopt(Handle handle) {
    synchronized (lock) {
      requireOpen();
      owned.add(handle);
    }
  }

  private static RuntimeException attempt(Runnable step, RuntimeException earlier) {
    try {
      step.run();
      return earlier;
    } catch (RuntimeException failure) {
      if (earlier == null) {
        return failure;
      }
      earlier.addSuppressed(failure);
      return earlier;
    }
  }
}
