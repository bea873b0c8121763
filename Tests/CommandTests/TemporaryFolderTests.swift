import Foundation
import TestSupport
import Testing

/// A folder of temporary files that is full. Only root can mount one.
@Suite(.enabled(if: geteuid() == 0)) struct TemporaryFolderTests {
  @Test func isNamedAsWhatItIs() throws {
    let office = try SmallOffice()
    try office.write("units", "编号,名称\nu1,市甲局\n")
    // More than SQLite keeps in memory of what it stages.
    let note = String(repeating: "长", count: 400)
    let rows = (1...12_000).map { "\($0),第\($0)项,市甲局,2023-12-31,推进中,\(note)\($0)\n" }
    try office.write("ledger", "序号,任务,牵头单位,完成时限,状态,备注\n" + rows.joined())
    let folder = try Repository.temporaryFolder("small")
    let script = """
      mount -t tmpfs -o size=1m none "$1" && cd / && TMPDIR="$1" SQLITE_TMPDIR="$1" "$0" snapshot
      """
    let result = try Program.launch(
      "/usr/bin/unshare", ["-m", "/bin/sh", "-c", script, Program.path, folder],
      environment: [
        "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8",
        "JIBAO_WORKSPACE": office.folder, "JIBAO_NOW": "2023-04-25T10:00:00Z",
      ])
    #expect(result.status == 7, "\(result)")
    #expect(
      result.errors.contains("the folder of temporary files \(folder) is full"), "\(result)")
    #expect(!result.errors.contains("the store"), "\(result)")
    #expect(try office.run(["snapshot"]).status == 0)
  }
}
