# shellcheck shell=bash
# Opening the application, and taking pictures of it.
# SPDX-License-Identifier: GPL-3.0-or-later

pictures_dir=$build_dir/pictures

# Takes the pictures into pictures_dir. Arguments go to the picture program, which prints the name
# of each as it goes.
take_pictures () {
  require_tools xvfb-run dbus-run-session
  rm -rf "$pictures_dir"
  mkdir -p "$pictures_dir"
  inside_with_display "$build_dir/tests/pictures/madoguchi-pictures" \
      --output="$pictures_dir" "$@" ||
    die "Step failed: taking the pictures; the messages are above."
}

run () {
  build
  if find_display; then
    say "Opening the window on your display"
    inside_on_display madoguchi "$@"
  else
    say "There is no display here: opening the window on a virtual one, to take its picture"
    take_pictures
    say "A picture of each page is in ${pictures_dir#"$project"/}"
  fi
}

pictures () {
  build
  take_pictures --all "$@"
  say "The pictures are in ${pictures_dir#"$project"/}"
}
