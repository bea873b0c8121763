extension English {
  func owner(_ refused: WorkspaceOwner.Refused) -> Cures {
    let cure = "run it as the owner: \(ShownText.asOwner(refused))"
    return Cures(
      what:
        "\(refused.path) belongs to \(refused.owner), and this user is \(refused.user): files of \(refused.user) would keep the owner's own runs from writing; nothing was written",
      cures: [cure] + (refused.canBecomeOwner ? ["or add --as-owner"] : []))
  }

  func occupied(path: String) -> String {
    "\(path) is there already: name a new or empty folder"
  }
}
