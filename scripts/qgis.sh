#!/usr/bin/env bash
# Opens QGIS with the plugin and the training county, in a profile of its own under out/.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    printf '%s\n' "没有可用的屏幕（DISPLAY 未设置）。" \
        "There is no screen (DISPLAY is not set). To start it unseen all the same:" \
        "  xvfb-run -a -s '-screen 0 1600x1000x24' make qgis" >&2
    exit 1
fi
profiles="$PWD/out/qgis-profile"
scripts/link.sh "$profiles/profiles/default" >/dev/null
scripts/profile.sh "$profiles/profiles/default"
exec qgis --profiles-path "$profiles" --profile default --nologo --noversioncheck --code scripts/open_training.py
