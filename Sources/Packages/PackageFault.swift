/// A container, or a part in it, that cannot be read or written.
public struct PackageFault: Error, Hashable, Sendable {
  public enum Problem: Hashable, Sendable {
    /// A system call failed with an error number.
    case system(call: String, code: Int32)
    /// zlib or expat could not be set up, or zlib refused to pack.
    case library(function: String, code: Int32)
    /// The part is not there.
    case missing
    /// It ends before its time.
    case cutOff
    /// Not the parts that were written, or they came in another order.
    case otherParts
    /// Packed in a way that is not read here.
    case method(Int)
    /// Its size or checksum is not the one that the directory says.
    case checksum
    /// Not well-formed at a place, counted from 1; the error number of expat.
    case malformed(line: Int, column: Int, code: Int32)
    /// It has a DOCTYPE, which no part needs and which can be an attack.
    case doctype
    /// A count that the part says itself, or the writer kept, is another than what stands there.
    case count(of: String, found: Int, meant: Int)
    /// More bytes, or parts, than the format counts.
    case tooLarge
  }

  /// The name of the part; empty for the container itself.
  public let part: String
  public let problem: Problem

  public init(part: String, problem: Problem) {
    self.part = part
    self.problem = problem
  }
}
