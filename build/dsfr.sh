#!/usr/bin/env bash
# build/dsfr.sh - vendors the design system again, at the version pinned in build/dsfr/package.json. Needs Node.js and npm; nothing else here does.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp build/dsfr/package.json build/dsfr/bundle.mjs "$work"
(cd "$work" && npm install --ignore-scripts --no-package-lock --silent)
node "$work/bundle.mjs" "$work" Anef.Host/wwwroot/dsfr
