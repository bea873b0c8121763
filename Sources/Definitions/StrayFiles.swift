import Domain

/// Files of a workspace that look like definitions and are not read, because of their place or the end
/// of their name: `plan.yml`, a query directly in `Queries/`, a report in a folder of `Reports/`.
public enum StrayFiles {
  /// Every such file, as a fault that says where it would be read.
  public static func find(in workspace: String) throws -> [DefinitionFault] {
    var faults: [DefinitionFault] = []
    for name in try files(in: workspace) where isYAML(name) {
      let stem = String(name.prefix { $0 != "." }).lowercased()
      if ["jibao", "vocabulary", "mapping"].contains(stem), name != "\(stem).yaml" {
        faults.append(fault("\(workspace)/\(name)", "\(stem).yaml"))
      }
    }
    faults += try queries(in: "\(workspace)/Queries")
    faults += try reports(in: "\(workspace)/Reports")
    faults += try calendars(in: "\(workspace)/calendars")
    return try faults + plans(in: "\(workspace)/plans")
  }

  /// What stands in a plan's folder in the place of its file.
  /// - Returns: Nil where nothing does.
  public static func plan(in folder: String) throws -> DefinitionFault? {
    try files(in: folder).first { isYAML($0) && $0.lowercased().hasPrefix("plan.") }.map {
      fault("\(folder)/\($0)", "plan.yaml")
    }
  }

  private static func queries(in root: String) throws -> [DefinitionFault] {
    let place = "Queries/<folder>/<name>.sql"
    let direct = try files(in: root).filter {
      isSQL($0) || isYAML($0) && $0 != "\(ColumnCatalogue.id).yaml"
    }.map { fault("\(root)/\($0)", isSQL($0) ? place : "Queries/\(ColumnCatalogue.id).yaml") }
    let inner = try folders(in: root).flatMap { folder -> [DefinitionFault] in
      let path = "\(root)/\(folder)"
      return try files(in: path).filter { isSQL($0) && !$0.hasSuffix(".sql") }.map {
        fault("\(path)/\($0)", place)
      } + below(path, isSQL, place)
    }
    return direct + inner
  }

  private static func reports(in root: String) throws -> [DefinitionFault] {
    let place = "Reports/<name>.yaml"
    return try files(in: root).filter { isYAML($0) && !$0.hasSuffix(".yaml") }.map {
      fault("\(root)/\($0)", place)
    } + below(root, isYAML, place)
  }

  private static func calendars(in root: String) throws -> [DefinitionFault] {
    let place = "calendars/<year>.csv"
    return try files(in: root).filter { isCSV($0) && !$0.hasSuffix(".csv") }.map {
      fault("\(root)/\($0)", place)
    } + below(root, isCSV, place)
  }

  private static func plans(in root: String) throws -> [DefinitionFault] {
    let direct = try files(in: root).filter(isYAML).map {
      fault("\(root)/\($0)", "plans/<id>/plan.yaml")
    }
    return try direct + folders(in: root).flatMap { try inPlan("\(root)/\($0)") }
  }

  private static func inPlan(_ path: String) throws -> [DefinitionFault] {
    let rules = "plans/<id>/rules/<date>.yaml"
    let direct = try files(in: path).filter { isYAML($0) && $0 != "plan.yaml" }.map { name in
      fault("\(path)/\(name)", name.lowercased().hasPrefix("plan.") ? "plan.yaml" : rules)
    }
    let inner = try folders(in: path).flatMap { folder -> [DefinitionFault] in
      let names = try files(in: "\(path)/\(folder)").filter { name in
        isYAML(name) && !(folder == "rules" && name.hasSuffix(".yaml"))
      }
      return names.map { fault("\(path)/\(folder)/\($0)", rules) }
    }
    return direct + inner
  }

  /// What is meant as a definition in folders of a folder, one level below it and deeper.
  private static func below(
    _ root: String, _ isMeant: (String) -> Bool, _ place: String, levels: Int = 4
  ) throws -> [DefinitionFault] {
    guard levels > 0 else { return [] }
    return try folders(in: root).flatMap { folder -> [DefinitionFault] in
      let path = "\(root)/\(folder)"
      return try files(in: path).filter(isMeant).map { fault("\(path)/\($0)", place) }
        + below(path, isMeant, place, levels: levels - 1)
    }
  }

  private static func fault(_ path: String, _ place: String) -> DefinitionFault {
    DefinitionFault(place: SourcePlace(file: path), problem: .notReadHere(place))
  }

  private static func isSQL(_ name: String) -> Bool { ends(name, [".sql"]) }

  private static func isYAML(_ name: String) -> Bool { ends(name, [".yaml", ".yml"]) }

  private static func isCSV(_ name: String) -> Bool { ends(name, [".csv"]) }

  /// Whether a name ends so, in capitals, too, or with the ending that an editor put behind.
  private static func ends(_ name: String, _ endings: [String]) -> Bool {
    let name = name.lowercased()
    return endings.contains { name.hasSuffix($0) || name.hasSuffix($0 + ".txt") }
  }

  /// Without what other programs keep there, such as `._x.sql` and `.DS_Store`.
  private static func visible(in folder: String) throws -> [String] {
    try (DiskFiles.names(in: folder) ?? []).filter { !$0.hasPrefix(".") }
  }

  private static func files(in folder: String) throws -> [String] {
    try visible(in: folder).filter { try !DiskFiles.isFolder("\(folder)/\($0)") }
  }

  private static func folders(in folder: String) throws -> [String] {
    try visible(in: folder).filter { try DiskFiles.isFolder("\(folder)/\($0)") }
  }
}
