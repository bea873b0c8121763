public import Definitions

extension DefinitionLibrary {
  /// The definitions that ship with the program, from the source folders.
  public static let shipped: DefinitionLibrary = {
    do {
      return try DefinitionLibrary(
        queryFolders: [Repository.folder + "/Queries"],
        reportFolders: [Repository.folder + "/Reports"],
        calendarFolders: [Repository.folder + "/Calendars"])
    } catch {
      fatalError("\(error)")
    }
  }()
}
