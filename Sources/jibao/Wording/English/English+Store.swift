import Database
import DatabasePostgres
import Definitions
import Editions
import Jobs
import Store

extension English {
  func database(_ failure: DatabaseFailure) -> String {
    let detail = detail(failure)
    return switch failure.kind {
    case .unreachable where !failure.code.hasPrefix("SQLITE"):
      "the store cannot be reached: \(detail)"
    case .unreachable, .commitUnknown:
      "the store cannot be opened: \(detail); restore a backup, or begin anew with 'jibao init' in another folder"
    case .busy: "the store is in use: \(detail)"
    case .damaged: "the store is damaged: \(detail); restore a backup"
    case .unwritable where failure.isOfTemporaryFiles: detail
    case .unwritable: "the store cannot be written: \(detail)"
    case .statement, .constraint:
      "fault in a statement: \(detail) \(ShownText.beginning(failure.statement))"
    }
  }

  func source(_ failure: SourceFailure) -> String {
    let (source, failure) = (failure.source, failure.failure)
    let detail = "\(source): \(detail(failure, of: source))"
    return switch failure.kind {
    case .busy: "the source is in use: \(detail)"
    case .damaged: "the source is damaged: \(detail)"
    case .unreachable, .unwritable, .commitUnknown, .statement, .constraint:
      "the source cannot be read: \(detail)"
    }
  }

  private func detail(_ failure: DatabaseFailure, of source: String = "") -> String {
    let words =
      switch failure.detail {
      case .said(let words): words
      case .noFile(let path): "\(path) does not exist"
      case .noLibrary: "not found; install libpq5"
      case .unfit(""): "a value does not fit"
      case .unfit(let rule): "a value does not fit (\(rule))"
      case .notWhole: "not a whole number"
      case .temporaryFull(let folder):
        "the folder of temporary files \(folder) is full: make room there, or set TMPDIR to another folder"
      case .noValue(let parameter): parameter
      }
    return failure.code == source ? words : "\(words) (\(failure.code))"
  }

  func store(_ failure: StoreFailure) -> String {
    switch failure {
    case .notAStore:
      "the store is not one of jibao's, or not made yet; make it with 'jibao init' or 'jibao migrate'"
    case .otherVersion(let version, let expected) where version > expected:
      "the store is of version \(version), newer than this program (\(expected))"
    case .otherVersion(let version, let expected):
      "the store is of version \(version): run 'jibao migrate' to bring it to \(expected)"
    case .noData(let plan, let day, nil):
      "no data of \(plan) as of \(day): no snapshot shows it"
    case .noData(let plan, let day, let instant?):
      "no data of \(plan) as of \(day), known at \(instant): no snapshot shows it"
    case .nothingKnown(let instant):
      "nothing was known at \(instant): no snapshot was recorded by then"
    case .withdrawnContent(let snapshot):
      "the ledger says the same as snapshot \(snapshot.sequence) of \(snapshot.effectiveOn), which was withdrawn; nothing was stored; mend the ledger, or store it all the same with --accept-withdrawn \(snapshot.sequence)"
    case .inconsistent(let table):
      "the store contradicts itself in \(table): run 'jibao verify'"
    }
  }

  func address(_ fault: PostgresAddress.Fault) -> String {
    switch fault {
    case .malformed: "not an address such as postgres://host:5432/database"
    case .noDatabase: "the database's address names no database"
    case .holdsPassword:
      "the database's address holds a password; put it into ~/.pgpass or the file of store_passwords"
    case .passwordFileUnreadable(let path, let code): "\(path): \(system(code))"
    case .passwordFile(let path):
      "\(path): passwords must be in a file that only its owner can read (chmod 600)"
    }
  }

  func damage(_ damage: StoreDamage) -> String {
    switch damage {
    case .row(let table, let plan, let key, let position):
      "\(table) \(plan) \(key), from \(position): the row is not what was stored"
    case .overlap(let table, let plan, let key):
      "\(table) \(plan) \(key): two versions overlap"
    case .content(let snapshot):
      "snapshot \(snapshot.sequence) of \(snapshot.effectiveOn): its rows are not those stored"
    case .chain(let snapshot):
      "snapshot \(snapshot.sequence) of \(snapshot.effectiveOn): the chain is broken"
    case .entry(let sequence): "entry \(sequence): the chain is broken"
    case .file(let words): "the store's file: \(words)"
    case .sequence(let sequence): "an entry is missing after no. \(sequence)"
    case .definition(let kind, let id): "\(kind) \(id): the text kept is not what was stored"
    case .places(let snapshot):
      "snapshot \(snapshot.sequence) of \(snapshot.effectiveOn): lines of its rows are not those stored"
    case .rowCount(let snapshot, let register):
      "snapshot \(snapshot.sequence) of \(snapshot.effectiveOn): \(register) has another number of rows"
    case .edition(let plan, let period, let edition):
      "edition \(edition) of \(plan) \(period): its record is not what was noted"
    case .notes(let table): "\(table): its rows are not what was noted"
    case .days: "days: not those of the calendars kept"
    case .unreadable(let table): "\(table): rows that cannot be read"
    case .setting(let name): "setting '\(name)' is unknown"
    case .stranger(let ledger, let table):
      "\(table): rows of '\(ledger)' that belong to no snapshot"
    }
  }

  func damage(_ damage: EditionDamage) -> String {
    let path = damage.path
    return switch damage.kind {
    case .noManifest: "\(path): no manifest that can be read"
    case .otherManifest: "\(path): the manifest is not the one noted"
    case .missing: "\(path) is missing"
    case .altered: "\(path) was altered"
    case .unlisted: "\(path) is not in the manifest"
    case .unnoted: "\(path): the store does not know this edition"
    case .notKept(let kind, let id): "\(path): the store has not kept \(kind) \(id)"
    case .otherSnapshot(let sequence, let day):
      "\(path): the store does not have its snapshot \(sequence) of \(day)"
    case .otherChain:
      "\(path): its link is not in the store's chain: snapshots were cut off or made anew"
    }
  }
}
