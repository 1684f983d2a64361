#!/usr/bin/env bash
# Makes a tree of Debian 13, whose terminals are newer than those of Debian 12, and puts
# commands into FOLDER/terminals that start them on the display of this machine. It needs
# root, debootstrap and a mirror of Debian. Run it again after a restart: it binds the
# folders anew.
#
#	bash ui/internal/docs/scan/newer.sh FOLDER MIRROR
#	go -C ui/internal/docs run ./scan -instruments INSTRUMENTS -newer FOLDER/terminals
set -euo pipefail
tree=$(realpath -m "${1:?the folder of the tree}")
mirror=${2:?the address of a mirror of Debian}
work=${QRSCAN_HOME:-$HOME/.cache/qrscan}

[ -e "$tree/bin/sh" ] || debootstrap --variant=minbase trixie "$tree" "$mirror"
chroot "$tree" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
  kitty alacritty konsole lxterminal tmux libgl1 libglx-mesa0 libgl1-mesa-dri fonts-dejavu-core ncurses-term

for folder in /dev /dev/pts /proc /tmp "$work"; do
  mkdir -p "$folder" "$tree$folder"
  mountpoint -q "$tree$folder" || mount --bind "$folder" "$tree$folder"
done

mkdir -p "$tree/terminals"
for terminal in kitty alacritty konsole lxterminal; do
  printf '#!/bin/sh\nexec chroot %q /usr/bin/%s "$@"\n' "$tree" "$terminal" >"$tree/terminals/$terminal"
  chmod +x "$tree/terminals/$terminal"
done
chroot "$tree" dpkg-query -W kitty alacritty konsole libvte-2.91-0 tmux
