/// The program as it names itself in manifests and with `--version`.
enum Program {
  static let version = "0.1.0"
}
