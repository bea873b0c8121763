#!/bin/sh
# Installs jibao from this folder, without network: install.sh [PREFIX]   (default /usr/local)
# 离线安装季报；默认装到 /usr/local。卸载用同一文件夹中的 uninstall.sh。
set -eu
prefix=${1:-/usr/local}
here=$(cd "$(dirname "$0")" && pwd)
fail() { echo "install.sh: $*" >&2; exit 1; }

[ "$(id -u)" = 0 ] || fail "须以 root 运行 (run it as root)"
machine=$(uname -m)
case $here in *-"$machine") ;; *) fail "本包不适用于 $machine (this bundle is for another machine)" ;; esac
needed=$(cat "$here/GLIBC")
found=$(getconf GNU_LIBC_VERSION 2>/dev/null | cut -d' ' -f2)
[ -n "$found" ] || fail "找不到 glibc (no glibc found)"
oldest=$(printf '%s\n%s\n' "$needed" "$found" | sort -V | head -n 1)
[ "$oldest" = "$needed" ] ||
  fail "本机 glibc 为 $found，至少需要 $needed，见 README.md (glibc $needed or newer is needed)"

list=$prefix/share/jibao/INSTALLED
[ ! -e "$list" ] || sh "$here/uninstall.sh" "$prefix" >/dev/null
mkdir -p "$prefix/share/jibao"
: > "$list"
(cd "$here" && find bin lib share -type f) | while IFS= read -r file; do
  mkdir -p "$prefix/$(dirname "$file")"
  cp "$here/$file" "$prefix/$file"
  chmod "$(stat -c %a "$here/$file")" "$prefix/$file"
  echo "$prefix/$file" >> "$list"
done

getent passwd jibao >/dev/null || {
  shell=/usr/sbin/nologin; [ -e "$shell" ] || shell=/sbin/nologin
  getent group jibao >/dev/null || groupadd --system jibao
  useradd --system --gid jibao --home-dir /srv/jibao --shell "$shell" jibao
}
[ -d /srv/jibao ] || { mkdir -p /srv/jibao; chown jibao:jibao /srv/jibao; chmod 700 /srv/jibao; }
[ -e /etc/jibao/jibao.conf ] || { mkdir -p /etc/jibao; cp "$here/jibao.conf" /etc/jibao/jibao.conf; chmod 644 /etc/jibao/jibao.conf; }
if [ -d /etc/systemd/system ]; then
  for unit in "$here"/units/*; do
    sed "s|@PREFIX@|$prefix|g" "$unit" > "/etc/systemd/system/$(basename "$unit")"
    echo "/etc/systemd/system/$(basename "$unit")" >> "$list"
  done
  systemctl daemon-reload 2>/dev/null || true
fi
cp "$here/uninstall.sh" "$prefix/share/jibao/uninstall.sh"
chmod 755 "$prefix/share/jibao/uninstall.sh"
"$prefix/bin/jibao" --version
echo "已安装到 $prefix。下一步："
echo "  runuser -u jibao -- $prefix/bin/jibao init /srv/jibao/office"
echo "  systemctl enable --now jibao.timer jibao-verify.timer"
echo "卸载：sh $prefix/share/jibao/uninstall.sh $prefix"
