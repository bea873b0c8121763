import Foundation

/// Where libxlsxwriter keeps each part of a workbook until it is packed.
///
/// It makes a file a part and deletes it at once. On a disk that gets slower with every one: ext4
/// passes over the numbers of files that were deleted in the last minute, one by one.
enum ScratchFolder {
  /// Memory that looks like a folder, if the system has it and room in it, else `other`.
  static func path(orElse other: String, memory: String = "/dev/shm") -> String {
    var system = statvfs()
    guard statvfs(memory, &system) == 0, access(memory, W_OK | X_OK) == 0,
      UInt64(system.f_bavail) * UInt64(system.f_frsize) >= room
    else { return other }
    return memory
  }

  /// More than the largest parts of the workbooks that both cores write, in bytes.
  private static let room: UInt64 = 256 << 20
}
