import Database
import DatabasePostgres
import Domain
import Store
import TestSupport
import Testing

/// A server that goes away, at every message and while it commits.
@Suite struct LostServerTests {
  private let place: StoreFile

  init() throws {
    place = try Engine.$current.withValue(.postgres) { try StoreFile() }
  }

  /// A store whose line is cut.
  private func store(through proxy: CuttingProxy) throws -> LedgerStore {
    guard case .database(let name) = place.place else { return try place.open() }
    let address = try TestServer.address(of: name, host: proxy.folder)
    return try LedgerStore(
      PostgresConnection(PostgresAddress(address, user: nil, passwordFile: nil)), ledger: "west")
  }

  private func record(_ store: LedgerStore) throws -> SnapshotOutcome {
    try store.store(.example("2023-04-25", version: 1), now: "2023-04-25T09:00:00.000Z")
  }

  @Test func aCommitWhoseAnswerIsLostIsSettled() throws {
    let proxy = try CuttingProxy(to: TestServer.folder(), cut: .answerTo("COMMIT"))
    defer { proxy.close() }
    guard case .stored(let snapshot, _, _) = try record(store(through: proxy)) else {
      Issue.record("not stored")
      return
    }
    #expect(proxy.hasCut)
    let kept = try place.open()
    #expect(try kept.snapshots() == [snapshot])
    #expect(try kept.verify().damage == [])
  }

  @Test func aCommitThatNeverArrivedStoresNothing() throws {
    let proxy = try CuttingProxy(to: TestServer.folder(), cut: .before("COMMIT"))
    defer { proxy.close() }
    let failure = #expect(throws: DatabaseFailure.self) { try record(store(through: proxy)) }
    #expect(failure?.kind == .unreachable)
    #expect(try place.open().snapshots() == [])
    // The next run gets through.
    guard case .stored = try record(place.open()) else {
      Issue.record("not stored")
      return
    }
  }

  /// Whatever message is the last, the snapshot is there whole or not at all.
  @Test func cutAtEveryMessage() throws {
    var (stored, lost) = (0, 0)
    for parcels in 0... {
      let proxy = try CuttingProxy(to: TestServer.folder(), cut: .afterParcels(parcels))
      defer { proxy.close() }
      let outcome = Result { try record(store(through: proxy)) }
      let kept = try place.open().snapshots().count
      switch outcome {
      case .success:
        #expect(kept == 1)
        stored += 1
      case .failure(let failure as DatabaseFailure):
        #expect(failure.kind == .unreachable, "\(failure)")
        #expect(kept == 0)
        lost += 1
      case .failure(let failure): Issue.record("\(failure)")
      }
      #expect(try place.open().verify().damage == [])
      if case .database(let name) = place.place { try TestServer.empty(name) }
      if !proxy.hasCut { break }
    }
    #expect(lost > 20 && stored >= 1)
  }

  @Test func aServerThatIsNotThereIsSaid() throws {
    let folder = try Repository.temporaryFolder("nobody")
    let failure = #expect(throws: DatabaseFailure.self) {
      try PostgresConnection(
        PostgresAddress("postgres:///jibao?host=\(folder)", user: "x", passwordFile: nil))
    }
    #expect(failure?.kind == .unreachable)
    #expect(failure?.code == "\(folder)/jibao")
    guard case .said(let words)? = failure?.detail else { throw CancellationError() }
    #expect(!words.contains("\n"))
  }

  /// Two writers of one ledger stand in line; those of two ledgers do not.
  @Test func oneWriterAtATime() throws {
    let (first, second) = (try place.connect(), try place.connect())
    try first.transaction(.writing(lock: "west")) {
      try second.transaction(.writing(lock: "east")) {}
      // The driver waits ten seconds; here the statement's own limit strikes first.
      try second.execute("SET statement_timeout = '300ms'")
      #expect(throws: DatabaseFailure.self) { try second.transaction(.writing(lock: "west")) {} }
    }
    try second.execute("SET statement_timeout = 0")
    try second.transaction(.writing(lock: "west")) {}
  }
}
