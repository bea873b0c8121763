import Dispatch
import Synchronization

/// Hands elements from one thread to another and keeps the first from running far ahead.
final class BoundedQueue<Element: Sendable>: Sendable {
  private let elements = Mutex<[Element]>([])
  private let free = DispatchSemaphore(value: 0)
  private let filled = DispatchSemaphore(value: 0)

  init(capacity: Int) {
    for _ in 0..<capacity { free.signal() }
  }

  /// Adds an element; waits while the queue is full.
  func put(_ element: Element) {
    free.wait()
    elements.withLock { $0.append(element) }
    filled.signal()
  }

  /// Takes the oldest element; waits for one.
  func take() -> Element {
    filled.wait()
    defer { free.signal() }
    return elements.withLock { $0.removeFirst() }
  }
}
