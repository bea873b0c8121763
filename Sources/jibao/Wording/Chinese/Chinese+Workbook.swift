import Intake

extension Chinese {
  func noLedger(_ none: NoLedger) -> Cures {
    let near = none.nearest.map {
      "工作表“\($0.name)”第 \($0.row) 行最接近：\($0.texts)"
    }
    return Cures(
      what: "\(none.path)：没有一行像台账的表头",
      cures: near + [
        "台账的表头应有任务，以及责任单位、完成时限或进展状态；jibao init 会生成可填写的模板"
      ])
  }
}
