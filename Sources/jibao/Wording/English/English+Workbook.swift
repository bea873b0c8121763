import Intake

extension English {
  func noLedger(_ none: NoLedger) -> Cures {
    let near = none.nearest.map {
      "sheet “\($0.name)”, row \($0.row) comes nearest: \($0.texts)"
    }
    return Cures(
      what: "\(none.path): no row looks like the headings of a ledger",
      cures: near + [
        "a ledger has headings for the task and for who answers for it, when it is due or how it stands; 'jibao init' writes one to be filled in"
      ])
  }
}
