import Domain
import Foundation
import Synchronization
import Testing

@Suite struct WorkThreadTests {
  @Test func sharedWorkIsDoneOnAsManyThreadsAsThereAreCoresAtMost() {
    let shares = Atomic(0)
    let now = Atomic(0)
    WorkThread.share {
      shares.add(1, ordering: .relaxed)
      now.add(1, ordering: .relaxed)
      usleep(2_000)
      now.subtract(1, ordering: .relaxed)
    }
    #expect((1...WorkThread.cores).contains(shares.load(ordering: .relaxed)))
    #expect(now.load(ordering: .relaxed) == 0, "all is done when it returns")
  }

  @Test func oneShareIsDoneOnTheCallingThread() {
    let caller = pthread_self()
    let threads = Mutex<[pthread_t]>([])
    WorkThread.share(atMost: 1) { threads.withLock { $0.append(pthread_self()) } }
    #expect(threads.withLock { $0 } == [caller])
  }
}
