/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide-fixture.h"

#include <string.h>

#include "guide/mdg-guide-dot.h"

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, part)) != NULL; p += strlen (part))
    n++;

  return n;
}

/* Every situation, and every version of every question and outcome, is a box of its own. */
static void
test_everything_is_there (void **state)
{
  g_autoptr (MdgGuidePack) pack = mdg_guide_pack_new_builtin (NULL);
  gsize length = 0;
  g_autofree char *dot = mdg_guide_dot_write (pack, &length);
  GPtrArray *nodes = mdg_guide_pack_get_nodes (pack);

  assert_int_equal (strlen (dot), length);
  assert_true (g_str_has_prefix (dot, "digraph guide {"));
  assert_true (g_str_has_suffix (dot, "}\n"));
  assert_int_equal (count (dot, "shape=house"), mdg_guide_pack_get_situations (pack)->len);
  assert_int_equal (count (dot, "shape=ellipse") + count (dot, "shape=box"), nodes->len);
  /* Quotes that are not closed would swallow what follows. */
  assert_int_equal ((count (dot, "\"") - count (dot, "\\\"")) % 2, 0);
}

/* Versions are told apart by their first day, and arrows join only what can meet on some day. */
static void
test_versions (void **state)
{
  g_autoptr (MdgGuidePack) pack = mdg_guide_pack_new_builtin (NULL);
  g_autofree char *dot = mdg_guide_dot_write (pack, NULL);

  mdg_test_assert_contains (dot, "\"situation old-card\" -> \"old-card 2026-08-01\"");
  mdg_test_assert_contains (dot, "\"old-card 2026-04-01\" -> \"out-grace");
  assert_null (strstr (dot, "\"old-card 2026-08-01\" -> \"out-grace"));
  assert_null (strstr (dot, "\"notice-alone 2024-12-02\" -> \"instead 2025-12-02\""));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_everything_is_there),
    cmocka_unit_test (test_versions),
  };

  return mdg_test_run (tests);
}
