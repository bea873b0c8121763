import Definitions
import Domain
import Editions
import Metrics
import Store

extension Manifest.State {
  /// The state that a moment showed.
  /// - Parameter newest: The entry recorded last: up to it all is known where no instant was asked
  ///   for.
  init(_ request: Moment.Request, _ snapshot: Snapshot, newest: ChainEntry?) {
    let isAsked = request.knownAt != Moment.Request.allKnown
    self.init(
      asOf: request.asOf.description,
      knownAt: isAsked ? request.knownAt : newest?.recordedAt ?? snapshot.recordedAt,
      isKnownAtAsked: isAsked,
      snapshot: Manifest.Snapshot(
        effectiveOn: snapshot.effectiveOn.description, sequence: Int(snapshot.sequence),
        recordedAt: snapshot.recordedAt, contentHash: snapshot.contentHash.description))
  }
}
