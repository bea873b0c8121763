#!/bin/sh
# Removes what install.sh installed: uninstall.sh [PREFIX]   (default /usr/local)
# 卸载程序。/srv/jibao 中的工作区、/etc/jibao 和用户 jibao 保留。
set -eu
prefix=${1:-/usr/local}
list=$prefix/share/jibao/INSTALLED
[ -e "$list" ] || { echo "uninstall.sh: $list 不存在，未安装 (not installed)" >&2; exit 1; }
systemctl disable --now jibao.timer jibao-verify.timer >/dev/null 2>&1 || true
while IFS= read -r file; do rm -f "$file"; done < "$list"
rm -f "$list" "$prefix/share/jibao/uninstall.sh"
for folder in share/jibao share/doc/jibao lib/jibao; do
  [ ! -d "$prefix/$folder" ] || find "$prefix/$folder" -depth -type d -exec rmdir {} + 2>/dev/null || true
done
systemctl daemon-reload >/dev/null 2>&1 || true
echo "已卸载。工作区 /srv/jibao、设置 /etc/jibao 和用户 jibao 保留。"
