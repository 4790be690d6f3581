#!/usr/bin/env bash
# Builds the action's own checkout, once on a machine.
set -euo pipefail
cd "$GITHUB_ACTION_PATH"
if [ ! -f dist/cli.js ]; then
  # No script of a dependency is needed: the parser is WebAssembly.
  npm ci --ignore-scripts --no-audit --no-fund
  npm run --silent build
fi
