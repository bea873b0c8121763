extension Chinese {
  func owner(_ refused: WorkspaceOwner.Refused) -> Cures {
    let cure = "请以属主身份运行：\(ShownText.asOwner(refused))"
    return Cures(
      what:
        "\(refused.path) 属于用户 \(refused.owner)，当前用户是 \(refused.user)：所写文件会使属主的定时任务无法写入；未写入任何内容",
      cures: [cure] + (refused.canBecomeOwner ? ["或加 --as-owner"] : []))
  }

  func occupied(path: String) -> String {
    "\(path) 已存在：请指定新目录或空目录"
  }
}
