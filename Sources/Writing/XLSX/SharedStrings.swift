/// The texts of a workbook, each once; cells say which.
///
/// Texts are the same if their bytes are, whatever Unicode holds to be equal.
final class SharedStrings {
  private struct Text: Hashable {
    let text: String

    static func == (left: Text, right: Text) -> Bool {
      var (left, right) = (left.text, right.text)
      return left.withUTF8 { left in
        right.withUTF8 { right in
          left.count == right.count && left.elementsEqual(right)
        }
      }
    }

    func hash(into hasher: inout Hasher) {
      var text = text
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }

  private var numbers: [Text: Int] = [:]
  private var elements: [UInt8] = []
  private var uses = 0

  /// The number of a text, counted from 0.
  func number(of text: String) -> Int {
    uses += 1
    let next = numbers.count
    let number = numbers[Text(text: text), default: next]
    guard number == next else { return number }
    numbers[Text(text: text)] = next
    elements.add("<si>")
    elements.add(textElement: text)
    elements.add("</si>")
    return next
  }

  /// The part of the workbook that holds them.
  var part: [UInt8] {
    var part: [UInt8] = []
    part.add("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
    part.add("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"")
    part.add(decimal: uses)
    part.add("\" uniqueCount=\"")
    part.add(decimal: numbers.count)
    part.add("\">")
    part += elements
    part.add("</sst>")
    return part
  }
}
