import Definitions
public import Domain
import Foundation
import Packages

extension Workbook {
  /// The most bytes of a workbook's file.
  static let sizeLimit = 1 << 28

  /// Reads a workbook whole.
  /// - Parameters:
  ///   - file: What faults call it; its path where nil.
  ///   - converter: Makes an .xlsx of a workbook of the old form; nil where there is none.
  /// - Returns: Nil if it is refused; the faults say why.
  static func read(
    _ path: String, as file: String? = nil, converter: WorkbookConverter? = nil,
    faults: FaultList
  ) -> Workbook? {
    let file = file ?? path
    do {
      let buffer = try InputFile.read(path, limit: sizeLimit)
      return read(buffer, path, as: file, converter: converter, faults: faults)
    } catch {
      let problem = (error as? FileRefusal)?.problem ?? .fileUnreadable(EIO)
      faults.add(InputFault(place: SourcePlace(file: file), problem: problem))
      return nil
    }
  }

  /// Reads a workbook whose bytes are in memory.
  static func read(_ bytes: [UInt8], faults: FaultList) -> Workbook? {
    read(ByteBuffer(bytes), "", as: "", converter: nil, faults: faults)
  }

  private static func read(
    _ buffer: ByteBuffer, _ path: String, as file: String, converter: WorkbookConverter?,
    faults: FaultList
  ) -> Workbook? {
    do throws(FileRefusal) {
      let hash = ContentHash(ofPieces: buffer.pieces)
      switch WorkbookForm(UnsafeBufferPointer(buffer.bytes)) {
      case .package:
        return try WorkbookReader(buffer, path, file, hash, faults).workbook()
      case .old:
        guard let converter else { throw FileRefusal(problem: .workbookOld) }
        return try converted(path, file, hash, converter, faults)
      case .encrypted: throw FileRefusal(problem: .workbookEncrypted)
      case .other(let kind): throw FileRefusal(problem: .notAWorkbook(kind))
      }
    } catch {
      faults.add(InputFault(place: SourcePlace(file: file), problem: error.problem))
      return nil
    }
  }

  private static func converted(
    _ path: String, _ file: String, _ hash: ContentHash, _ converter: WorkbookConverter,
    _ faults: FaultList
  ) throws(FileRefusal) -> Workbook? {
    switch converter.convert(path) {
    case .failure(let failure):
      throw FileRefusal(problem: .workbookNotConverted(failure.conversion))
    case .success(let content):
      return try WorkbookReader(ByteBuffer(content), path, file, hash, faults).workbook()
    }
  }
}

/// Makes an .xlsx of a workbook of the old form, by a program that is installed.
public struct WorkbookConverter: Sendable {
  /// Why there is none.
  public struct Failure: Error {
    public let conversion: InputProblem.WorkbookConversion

    public init(_ conversion: InputProblem.WorkbookConversion) { self.conversion = conversion }
  }

  /// Gets the path of the file; gives the bytes of the other.
  public let convert: @Sendable (String) -> Result<[UInt8], Failure>

  public init(_ convert: @escaping @Sendable (String) -> Result<[UInt8], Failure>) {
    self.convert = convert
  }
}
