import Foundation
import TestSupport
import Testing

/// A folder of temporary files that is full. Only root can mount one.
@Suite(.enabled(if: geteuid() == 0)) struct TemporaryFolderTests {
  @Test func isNamedAsWhatItIs() throws {
    let office = try SmallOffice()
    try office.write("units", "编号,名称\nu1,市甲局\n")
    // Of what changed SQLite stages more than it keeps in memory.
    let note = String(repeating: "长", count: 4_000)
    for (state, day) in [("推进中", "2023-04-20"), ("未启动", "2023-04-25")] {
      let rows = (1...1_500).map { "\($0),第\($0)项,市甲局,2023-12-31,\(state),\(note)\n" }
      try office.write("ledger", "序号,任务,牵头单位,完成时限,状态,备注\n" + rows.joined())
      if state == "推进中" { #expect(try office.run(["snapshot"], at: day).status == 0) }
    }
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
    #expect(result.status == 5, "\(result)")
    #expect(
      result.errors.contains("the folder of temporary files \(folder) is full"), "\(result)")
    #expect(!result.errors.contains("the store"), "\(result)")
    #expect(try office.run(["snapshot"]).status == 0)
  }
}
