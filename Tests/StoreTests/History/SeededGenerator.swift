import Foundation

/// Random numbers that a seed repeats (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) {
    state = UInt64(bitPattern: Int64(seed))
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Whether something of the given probability, in per cent, happens.
  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  /// The seeds to try: that of `JIBAO_SEED`, such as `17`, else as many as `JIBAO_SEEDS` says,
  /// else `count` of them.
  static func seeds(_ count: Int) -> [Int] {
    let environment = ProcessInfo.processInfo.environment
    if let seed = environment["JIBAO_SEED"].flatMap({ Int($0) }) { return [seed] }
    return Array(1...(environment["JIBAO_SEEDS"].flatMap { Int($0) } ?? count))
  }
}
