/// A container, or a part in it, that cannot be read or written.
public struct PackageFault: Error, Hashable, Sendable {
  public enum Problem: Hashable, Sendable {
    /// A system call failed with an error number.
    case system(call: String, code: Int32)
    /// zlib, libzip or expat could not be set up, or zlib refused to pack.
    case library(function: String, code: Int32)
    /// The part is not there.
    case missing
    /// It ends before its time.
    case cutOff
    /// Parts overlap, or the directory and the parts say different things.
    case inconsistent
    /// Two parts have one name.
    case twice
    /// Not the parts that were written, or they came in another order.
    case otherParts
    /// It needs a password.
    case encrypted
    /// Packed in a way that is not read here.
    case method(Int)
    /// Its content is not the one whose checksum the directory says, or cannot be unpacked.
    case checksum
    /// It unpacks to more or fewer bytes than the directory says.
    case otherSize
    /// Not well-formed at a place, counted from 1; the error number of expat.
    case malformed(line: Int, column: Int, code: Int32)
    /// Not in UTF-8, as it must be to be written again.
    case encoding
    /// It has a DOCTYPE, which no part needs and which can be an attack.
    case doctype
    /// Elements within elements, more than the limit.
    case tooDeep(limit: Int)
    /// A tag or a comment of more bytes than the limit.
    case tooLongTag(limit: Int)
    /// A count that the part says itself, or the writer kept, is another than what stands there.
    case count(of: String, found: Int, meant: Int)
    /// More bytes, or parts, than the format counts.
    case tooLarge
    /// More parts than are read.
    case tooManyParts(limit: Int)
    /// A part, or all parts together, unpack to more bytes than are read.
    case tooManyBytes(limit: Int)
    /// It unpacks to more than so many times its packed bytes, as no honest part does.
    case bomb(ratio: Int)
  }

  /// The name of the part; empty for the container itself.
  public let part: String
  public let problem: Problem

  public init(part: String, problem: Problem) {
    self.part = part
    self.problem = problem
  }
}
