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

#define STRING "\"((?:[^\"\\\\]|\\\\[\"\\\\n])*)\""
#define ATTRIBUTES " \\[(?:[a-z]+=(?:" STRING "|[a-z0-9]+)(?:, )?)+\\];"

/* Every line is a statement of the language, and every arrow joins boxes that are there. */
static void
test_grammar (void **state)
{
  g_autoptr (MdgGuidePack) pack = mdg_guide_pack_new_builtin (NULL);
  g_autofree char *dot = mdg_guide_dot_write (pack, NULL);
  g_auto (GStrv) lines = g_strsplit (dot, "\n", -1);
  g_autoptr (GRegex) box = g_regex_new ("^  " STRING ATTRIBUTES "$", 0, 0, NULL);
  g_autoptr (GRegex) arrow = g_regex_new ("^  " STRING " -> " STRING ATTRIBUTES "$", 0, 0, NULL);
  g_autoptr (GRegex) defaults = g_regex_new ("^  (node|edge)" ATTRIBUTES "$", 0, 0, NULL);
  g_autoptr (GHashTable) boxes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) ends = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer name;

  for (guint i = 1; lines[i + 2] != NULL; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      if (g_regex_match (arrow, lines[i], 0, &match))
        {
          g_hash_table_add (ends, g_match_info_fetch (match, 1));
          g_hash_table_add (ends, g_match_info_fetch (match, 2));
          continue;
        }
      g_clear_pointer (&match, g_match_info_free);
      if (g_regex_match (box, lines[i], 0, &match))
        g_hash_table_add (boxes, g_match_info_fetch (match, 1));
      else if (!g_regex_match (defaults, lines[i], 0, NULL) &&
               !g_str_equal (lines[i], "  rankdir=LR;"))
        fail_msg ("no statement: %s", lines[i]);
    }

  g_hash_table_iter_init (&iter, ends);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_hash_table_contains (boxes, name))
      fail_msg ("an arrow leads to “%s”, which is nowhere", (const char *) name);
  assert_true (g_hash_table_size (boxes) > 100);
}

/* Words stay whole, and Japanese breaks where it may. */
static void
test_labels_can_be_read (void **state)
{
  MdgLanguage before = mdg_language_get ();
  g_autoptr (MdgGuidePack) pack = mdg_guide_pack_new_builtin (NULL);
  g_autofree char *english = NULL;
  g_autofree char *japanese = NULL;

  mdg_language_set (MDG_LANGUAGE_ENGLISH);
  english = mdg_guide_dot_write (pack, NULL);
  mdg_language_set (MDG_LANGUAGE_JAPANESE);
  japanese = mdg_guide_dot_write (pack, NULL);
  mdg_language_set (before);

  mdg_test_assert_contains (english, "label=\"The patient cannot operate\\nthe reader");
  mdg_test_assert_contains (japanese, "label=\"暗証番号を忘れた・ロックされ\\nた");
  assert_null (strstr (japanese, "\\n。"));
  assert_null (strstr (japanese, "\\n、"));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_everything_is_there),
    cmocka_unit_test (test_versions),
    cmocka_unit_test (test_grammar),
    cmocka_unit_test (test_labels_can_be_read),
  };

  return mdg_test_run (tests);
}
