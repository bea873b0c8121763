// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")

let package = Package(
  name: "jibao",
  products: [.executable(name: "jibao", targets: ["jibao"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Values without I/O, then the way of the data from the ledger to the workbook.
    .target(name: "Domain", swiftSettings: settings),
    .target(name: "Database", dependencies: ["Domain"], swiftSettings: settings),
    .target(
      name: "DatabaseSQLite", dependencies: ["Database", "Domain", grdb, sqlite],
      swiftSettings: settings),
    .target(
      name: "DatabasePostgres", dependencies: ["Database", "Domain", "CPostgres"],
      swiftSettings: settings),
    .target(name: "Delimited", dependencies: ["Domain"], swiftSettings: settings),
    .target(
      name: "Definitions", dependencies: ["Domain", "Delimited", "Yams", crypto],
      swiftSettings: settings),
    .target(
      name: "Intake",
      dependencies: ["Domain", "Delimited", "Database", "Definitions", "Packages"],
      swiftSettings: settings),
    .target(
      name: "Store", dependencies: ["Domain", "Database", "Definitions", crypto],
      resources: (1...4).flatMap { version in
        ["sqlite", "postgres"].map { .embedInCode("Migrations/v\(version).\($0).sql") }
      },
      swiftSettings: settings),
    .target(
      name: "Metrics", dependencies: ["Domain", "Database", "Definitions", "Store"],
      swiftSettings: settings),
    .target(name: "Scoring", dependencies: ["Domain", "Definitions"], swiftSettings: settings),
    .target(
      name: "Packages", dependencies: ["Domain", "CExpat", "CZip", "CZlib"], swiftSettings: settings
    ),
    // What leaves the office: as values, then as files.
    .target(name: "Pages", dependencies: ["Domain"], swiftSettings: settings),
    .target(
      name: "Layout", dependencies: ["Domain", "Definitions", "Pages"], swiftSettings: settings),
    .target(
      name: "Writing",
      dependencies: [
        "Domain", "Delimited", "Packages", "Pages", "CPackaging", "CXlsxWriter", "CZlib", crypto,
      ],
      swiftSettings: settings),
    .target(
      name: "Editions", dependencies: ["Domain", "Definitions", "Pages", crypto],
      swiftSettings: settings),
    .target(
      name: "Jobs",
      dependencies: [
        "Domain", "Database", "Definitions", "Intake", "Store", "Metrics", "Scoring", "Pages",
        "Layout", "Writing", "Editions",
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "jibao",
      dependencies: [
        "Domain", "Delimited", "Database", "DatabaseSQLite", "DatabasePostgres", "Definitions",
        "Intake", "Store", "Scoring", "Pages", "Writing", "Editions", "Jobs", "QueryFiles",
        "ReportFiles", "ExampleFiles", "CalendarFiles", argumentParser,
      ],
      swiftSettings: settings),

    // What libxlsxwriter calls to pack a workbook, so that no part goes through a file.
    .target(name: "CPackaging"),

    // Debian's libxlsxwriter, expat, libzip and zlib.
    .systemLibrary(
      name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    // Debian's libpq, opened at run time when a store is on a server.
    .systemLibrary(name: "CPostgres", providers: [.apt(["libpq-dev"])]),

    // Files that ship with the program: each target is a top-level folder.
    .target(
      name: "QueryFiles", path: "Queries",
      resources: [
        "state", "facts", "metrics", "checks", "past", "changes", "scoring", "signs",
        "columns.yaml",
      ].map { .copy($0) },
      swiftSettings: settings),
    .target(
      name: "ReportFiles", path: "Reports",
      resources: [
        "brief", "bulletin", "delta", "leader", "quarterly", "rehearsal", "reminder", "unit",
      ].map { .copy("\($0).yaml") },
      swiftSettings: settings),
    .target(
      name: "ExampleFiles", path: "Examples",
      resources: [
        .copy("tianshui-2023"), .copy("xuancheng-2019"), .copy("yingtan-2023"),
        .copy("task-tracking"),
      ],
      swiftSettings: settings),
    .target(
      name: "CalendarFiles", path: "Calendars", exclude: ["README.md"],
      resources: (2007...2026).map { .copy("\($0).csv") }, swiftSettings: settings),

    // Tests, one target a module; CommandTests run the built program.
    .target(
      name: "TestSupport",
      dependencies: [
        "Domain", "Database", "DatabaseSQLite", "DatabasePostgres", "Definitions", "Packages",
        "Pages", "Layout", "Writing",
      ], path: "Tests/TestSupport", swiftSettings: settings),
    // What the writers alone cost; `make bench` builds and runs it.
    .executableTarget(
      name: "WriterBench", dependencies: ["Layout", "Writing", "Definitions", "Domain"],
      path: "Tests/Bench/WriterBench", swiftSettings: settings),
    .testTarget(name: "DomainTests", dependencies: ["Domain"], swiftSettings: settings),
    .testTarget(
      name: "DatabaseTests",
      dependencies: ["Database", "DatabasePostgres", "Domain", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "DefinitionsTests", dependencies: ["Definitions", "Domain", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "IntakeTests",
      dependencies: [
        "Intake", "CZlib", "Delimited", "Database", "DatabaseSQLite", "Definitions", "Domain",
        "Packages", "Pages", "Writing", "TestSupport",
      ], exclude: ["Workbooks"], swiftSettings: settings),
    .testTarget(
      name: "StoreTests",
      dependencies: [
        "Store", "Database", "DatabaseSQLite", "DatabasePostgres", "Definitions", "Domain",
        "TestSupport",
      ],
      exclude: [
        "Loading/version-1.sql", "Loading/version-1.postgres.sql", "Loading/version-2.sql",
        "Loading/version-2.postgres.sql", "Loading/version_1.py",
      ], swiftSettings: settings),
    .testTarget(
      name: "MetricsTests",
      dependencies: [
        "Metrics", "Store", "Intake", "Database", "Definitions", "Domain", "TestSupport",
      ], swiftSettings: settings),
    .testTarget(
      name: "ScoringTests", dependencies: ["Scoring", "Definitions", "Domain", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "PackagesTests", dependencies: ["Packages", "CZlib", "Domain"], swiftSettings: settings),
    .testTarget(
      name: "LayoutTests",
      dependencies: [
        "Layout", "Editions", "Pages", "Packages", "Definitions", "Domain", "TestSupport",
      ], swiftSettings: settings),
    .testTarget(
      name: "WritingTests",
      dependencies: [
        "Writing", "Layout", "Editions", "Pages", "Packages", "Definitions", "Domain",
        "TestSupport",
      ], swiftSettings: settings),
    .testTarget(
      name: "EditionsTests",
      dependencies: [
        "Editions", "Layout", "Writing", "Pages", "Definitions", "Domain", "TestSupport",
      ], swiftSettings: settings),
    .testTarget(
      name: "JobsTests", dependencies: ["Jobs", "Domain"], swiftSettings: settings),
    .testTarget(
      name: "WordingTests",
      dependencies: [
        "jibao", "Database", "DatabasePostgres", "Definitions", "Domain", "Intake", "Jobs",
        "Pages", "Editions", "Scoring", "Store", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "jibao", "Database", "DatabaseSQLite", "Domain", "TestSupport", argumentParser,
      ],
      exclude: ["Golden", "Suggestions", "Faults", "Editions", "Year"],
      swiftSettings: settings),
  ]
)

// Only for `make fuzz`: without libFuzzer it does not link.
if Context.environment["JIBAO_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "WorkbookFuzz", dependencies: ["Intake", "Packages", "Domain"], path: "Tests/Fuzz",
      swiftSettings: settings))
}
