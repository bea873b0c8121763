import Definitions
import Domain

/// A workbook with a sheet for each register, as `init` writes it: it needs no mapping.
public enum OwnWorkbook {
  /// Whether the file at a path is one, by the names of its sheets alone. What cannot be read is none:
  /// why is said where it is read.
  public static func isOne(_ path: String) -> Bool {
    let buffer: ByteBuffer
    do { buffer = try InputFile.read(path, limit: Workbook.sizeLimit) } catch { return false }
    let reader = WorkbookReader(buffer, path, path, ContentHash(of: ""), FaultList())
    let registers = Set(reader.names().compactMap { Register.named($0.trimmingBlanks) })
    return registers.isSuperset(of: [.units, .ledger])
  }
}
