import Jobs

extension MakeReport {
  /// Writes what the pages say into a new folder, and makes no edition.
  func writeText(_ job: ReportJob, _ workspace: Workspace, into folder: String) throws {
    let others = [
      ("--all-periods", allPeriods), ("--dry-run", dryRun), ("--json", json),
      ("--without-ledger-of", withoutLedgerOf != nil),
    ]
    if let other = others.first(where: \.1) { throw Usage.exclusive("--as-text", other.0) }
    try makeFolder(folder, beside: workspace)
    for request in try requests(workspace) {
      let made = try job.writeText(request, into: folder)
      try StandardOutput.writeLine("\(made.folder)  \(Wording.pages(made.files.count))")
    }
  }
}
