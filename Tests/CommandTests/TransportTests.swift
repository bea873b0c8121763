import Foundation
import TestSupport
import Testing

/// A store on a server that is reached over the network: the server proves who it is, unless the
/// address says otherwise (`sslmode=verify-full`).
@Suite struct TransportTests {
  private static let name = "db.jibao.test"

  /// A throwaway server with a certificate of its own authority; 127.0.0.2 is not taken for this
  /// machine.
  private struct Server {
    let folder: String
    let certificates: String
    let port: Int

    init() throws {
      certificates = try Repository.temporaryFolder("certificates")
      // Paths of sockets have little room.
      folder = "/tmp/jt-\(UUID().uuidString.prefix(8))"
      port = try Self.freePort()
      for authority in ["right", "other"] {
        try certify(authority, ["-subj", "/CN=\(authority) authority of a test"])
      }
      try certify(
        "server",
        [
          "-CA", "right.pem", "-CAkey", "right.key", "-subj", "/CN=\(name)", "-addext",
          "subjectAltName=DNS:\(name)", "-addext", "basicConstraints=critical,CA:FALSE",
        ])
      try run(
        "\(Repository.folder)/Tests/Tools/cluster",
        ["start", folder, "\(port)", "\(certificates)/server.pem", "\(certificates)/server.key"])
    }

    func stop() throws {
      try run("\(Repository.folder)/Tests/Tools/cluster", ["stop", folder])
    }

    /// Where clients find it.
    func address(host: String = name, _ parameters: String...) -> String {
      let all = ["host=\(host)", "hostaddr=127.0.0.2", "port=\(port)", "user=postgres"]
      return "postgres:///postgres?" + (all + parameters).joined(separator: "&")
    }

    private func certify(_ name: String, _ arguments: [String]) throws {
      try run(
        "/usr/bin/env",
        [
          "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
          "-nodes", "-days", "2", "-keyout", "\(name).key", "-out", "\(name).pem",
        ] + arguments)
    }

    private func run(_ path: String, _ arguments: [String]) throws {
      let result = try Program.launch(path, arguments, workingDirectory: certificates)
      guard result.status == 0 else { throw Failed(result: result) }
    }

    private struct Failed: Error { let result: Program.Result }

    private static func freePort() throws -> Int {
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      defer { close(descriptor) }
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      var length = socklen_t(MemoryLayout<sockaddr_in>.size)
      withUnsafeMutableBytes(of: &address) { bytes in
        let place = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self)
        _ = bind(descriptor, place, length)
        _ = getsockname(descriptor, place, &length)
      }
      return Int(UInt16(bigEndian: address.sin_port))
    }
  }

  @Test func aServerProvesWhoItIs() throws {
    let server = try Server()
    defer { try? server.stop() }
    let right = "sslrootcert=\(server.certificates)/right.pem"
    let other = "sslrootcert=\(server.certificates)/other.pem"

    let workspace = try ExampleWorkspace(days: ["2023-04-25"], store: server.address(right))
    let verified = try workspace.run("verify")
    #expect(verified.status == 0 && verified.output.contains("1 snapshots"), "\(verified)")

    for (address, reason) in [
      (server.address(other), "certificate verify failed"),
      (server.address(host: "db2.jibao.test", right), "does not match host name"),
      (server.address("sslrootcert=\(server.certificates)/none.pem"), "does not exist"),
      // The server takes nobody in who does not speak TLS.
      (server.address("sslmode=disable"), "no encryption"),
    ] {
      let folder = try Repository.temporaryFolder("transport") + "/W"
      #expect(try Program().run("init", folder, "--store", address).status == 0)
      for command in ["migrate", "history"] {
        let result = try Program().run(command, "--workspace", folder)
        #expect(result.status == 7, "\(address): \(result)")
        #expect(result.output == "")
        #expect(result.errors.hasPrefix("jibao: error: the store cannot be reached: "))
        #expect(result.errors.contains(reason), "\(result.errors)")
        #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
      }
    }
  }
}
