import Domain

/// Characters that no text should hold: controls, and the marks of lost characters.
enum UnwantedText {
  /// What is wrong with U+FFFD, U+FFFE or U+FFFF, by the last of its three bytes.
  static func problem(_ last: UInt8) -> InputProblem {
    last == 0xBD ? .lostCharacter : .controlCharacter(0xFFC0 + UInt32(last & 0x3F))
  }
}
