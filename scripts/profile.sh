#!/usr/bin/env bash
# Gives a new QGIS profile its settings: the plugin switched on, Chinese. profile.sh PROFILE_FOLDER
# A profile that has settings keeps them.
set -euo pipefail
settings="$1/QGIS/QGIS3.ini"
[ ! -e "$settings" ] || exit 0
mkdir -p "$(dirname "$settings")"
# QGIS knows Simplified Chinese as zh-Hans; it ignores zh_CN.
cat >"$settings" <<'INI'
[PythonPlugins]
ronghe=true

[locale]
overrideFlag=true
userLocale=zh-Hans
INI
