import Foundation
import TestSupport
import Testing

@testable import DatabasePostgres

/// How a server is reached, and what is refused before it is.
@Suite struct PostgresAddressTests {
  private func parameters(_ text: String) throws -> [String: String] {
    try PostgresAddress(text, user: "jibao_reader", passwordFile: nil).parameters
  }

  /// An address and the transport that it is reached by.
  static let transports: [(address: String, sslmode: String)] = [
    ("postgres://db.example.gov.cn/jibao", "verify-full"),
    ("postgresql://db.example.gov.cn:5433/jibao?connect_timeout=3", "verify-full"),
    ("postgres://db.example.gov.cn/jibao?sslmode=require", "require"),
    ("postgres://localhost/jibao", "prefer"),
    ("postgres://127.0.0.1/jibao", "prefer"),
    ("postgres:///jibao?host=/run/postgresql", "prefer"),
    ("postgres:///jibao", "prefer"),
    ("postgres://localhost/jibao?hostaddr=10.0.0.7", "verify-full"),
    ("postgres://localhost,db.example.gov.cn/jibao", "verify-full"),
  ]

  @Test(arguments: transports)
  func aServerElsewhereMustProveItself(_ address: String, _ sslmode: String) throws {
    let parameters = try parameters(address)
    #expect(parameters["sslmode"] == sslmode)
    #expect(parameters["gssencmode"] == "disable")
    #expect(parameters["dbname"] == "jibao")
    #expect(parameters["user"] == "jibao_reader")
  }

  @Test func whatTheAddressSaysHolds() throws {
    let parameters = try parameters("postgres://wang@db/jibao?gssencmode=prefer&sslmode=disable")
    #expect(parameters["user"] == "wang")
    #expect(parameters["gssencmode"] == "prefer")
    #expect(parameters["sslmode"] == "disable")
  }

  static let refused: [(address: String, fault: PostgresAddress.Fault)] = [
    ("postgres://user:canary@db/jibao", .holdsPassword),
    ("postgres://db/jibao?password=canary", .holdsPassword),
    ("postgres://db", .noDatabase), ("postgres://db/", .noDatabase),
    ("postgres://db/jibao?no_such_word=1", .malformed),
    ("postgres://[::1/jibao", .malformed),
  ]

  @Test(arguments: refused)
  func refusedBeforeAnythingIsTried(_ address: String, _ fault: PostgresAddress.Fault) {
    #expect(throws: fault) { try parameters(address) }
  }

  @Test func aFileOfPasswordsIsItsOwnersAlone() throws {
    let path = try Repository.temporaryFolder("passwords") + "/pgpass"
    try Data("*:*:*:*:canary\n".utf8).write(to: URL(fileURLWithPath: path))
    func address() throws -> PostgresAddress {
      try PostgresAddress("postgres://db/jibao", user: nil, passwordFile: path)
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    #expect(throws: PostgresAddress.Fault.passwordFile(path)) { try address() }
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    #expect(try address().parameters["passfile"] == path)
    try FileManager.default.removeItem(atPath: path)
    #expect(throws: PostgresAddress.Fault.passwordFileUnreadable(path, ENOENT)) { try address() }
  }
}
