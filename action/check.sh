#!/usr/bin/env bash
# Annotates what is found, writes SARIF where it is wanted, and tells the next steps how it ended.
set -eo pipefail

# The lines of a text as arguments. The bash of macOS has no mapfile, and takes an empty array for an unset one.
lines() {
  list=()
  while IFS= read -r line; do
    line="${line%$'\r'}"
    if [ -n "$line" ]; then list+=("$line"); fi
  done <<<"$1"
}

lines "$INPUT_PATHS"
paths=("${list[@]}")
lines "$INPUT_ARGS"
args=("${list[@]}")

check() {
  node "$GITHUB_ACTION_PATH/dist/cli.js" check "${args[@]}" "$@" -- "${paths[@]}"
}

status=0
check --output-format github || status=$?
# Findings are for a later step to fail on; a wrong option or a file that cannot be read is an error here.
if [ "$status" -gt 1 ]; then exit "$status"; fi
echo "status=$status" >>"$GITHUB_OUTPUT"

if [ "$INPUT_SARIF" = true ]; then
  file="$RUNNER_TEMP/torchspore.sarif"
  check --output-format sarif --output-file "$file" --exit-zero --quiet
  echo "sarif-file=$file" >>"$GITHUB_OUTPUT"
fi
