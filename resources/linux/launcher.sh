#!/bin/sh
# Starts Leasebar. No core dump: it would hold the API key.
ulimit -c 0
here=$(dirname "$(readlink -f "$0")")
exec "$here/leasebar-bin" "$@"
