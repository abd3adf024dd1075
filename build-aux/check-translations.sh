#!/bin/sh
# Checks that every translatable string of the source stands in po/ja.po, translated. Run from the
# project's folder, with a build folder for scratch files.
# SPDX-License-Identifier: GPL-3.0-or-later
set -u

scratch=${1:?Usage: check-translations.sh SCRATCH-FOLDER}
pot=$scratch/madoguchi.pot
status=0
mkdir -p "$scratch"

fail () {
  echo "$*"
  status=1
}

# Every file with a string for people must be listed, or xgettext never sees it.
listed=$(sed -e 's/#.*//' -e 's/[[:space:]]*$//' -e '/^$/d' po/POTFILES)
for file in $(grep -rlE '(^|[^[:alnum:]_])(_|N_|C_|NC_|ngettext|g_dngettext) ?\(("|$|NULL, *("|$))' src --include='*.c' --include='*.h'
              grep -rlE 'translatable="(yes|true|1)"' resources --include='*.ui'); do
  echo "$listed" | grep -qxF "$file" || fail "$file has strings for people, but does not stand in po/POTFILES"
done
for file in $listed; do
  [ -e "$file" ] || fail "po/POTFILES names $file, which does not exist"
done
[ "$status" -eq 0 ] || exit 1

xgettext --from-code=UTF-8 --add-comments --files-from=po/POTFILES --output="$pot" \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=g_dcgettext:2 \
  --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3 || exit 1
if [ ! -s "$pot" ]; then
  fail "xgettext found no string at all"
  exit 1
fi

while read -r language; do
  case $language in ''|'#'*) continue ;; esac
  po=po/$language.po
  msgfmt --check --output-file=/dev/null "$po" || fail "$po has errors"
  msgcmp "$po" "$pot" || fail "$po lacks strings of the source"
  [ -z "$(msgattrib --only-fuzzy --no-obsolete "$po")" ] || fail "$po has fuzzy strings"
  [ -z "$(msgattrib --untranslated "$po")" ] || fail "$po has untranslated strings"
  # Strings that the source no longer has would stay for ever.
  msgcomm --less-than=2 --no-wrap "$po" "$pot" >"$scratch/$language.unused" 2>/dev/null
  ! grep -q '^msgid "..*"' "$scratch/$language.unused" || {
    grep '^msgid "..*"' "$scratch/$language.unused"
    fail "$po or the source has the strings above alone; bring them together"
  }
done <po/LINGUAS
exit "$status"
