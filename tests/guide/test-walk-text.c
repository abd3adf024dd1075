/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide-fixture.h"

#include <string.h>

#include "guide/mdg-guide-walk-text.h"

#define N_WALKS 300
#define N_DAMAGES 2000
#define NOW G_GINT64_CONSTANT (1795500000)
#define STARTED (NOW * G_USEC_PER_SEC - 123456)
#define KEEP MDG_GUIDE_WALK_KEEP_SECONDS

static MdgGuidePack *pack;
static MdgDay today;

static int
load (void **state)
{
  pack = mdg_guide_pack_new_builtin (NULL);
  today = mdg_day_new (2026, 11, 22);

  return pack != NULL ? 0 : -1;
}

static int
unload (void **state)
{
  g_clear_pointer (&pack, mdg_guide_pack_unref);

  return 0;
}

static MdgGuideWalk *
new_walk_at (const char *situation, const char *first, const char *second)
{
  MdgGuideWalk *walk = mdg_guide_walk_new (pack, today);

  assert_true (mdg_guide_walk_start (walk, situation));
  if (first != NULL)
    assert_true (mdg_guide_walk_choose (walk, first));
  if (second != NULL)
    assert_true (mdg_guide_walk_choose (walk, second));

  return walk;
}

static void
assert_same_place (MdgGuideWalk *a, MdgGuideWalk *b)
{
  assert_int_equal (mdg_guide_walk_get_day (a), mdg_guide_walk_get_day (b));
  assert_ptr_equal (mdg_guide_walk_get_situation (a), mdg_guide_walk_get_situation (b));
  assert_ptr_equal (mdg_guide_walk_get_node (a), mdg_guide_walk_get_node (b));
  assert_int_equal (mdg_guide_walk_get_n_choices (a), mdg_guide_walk_get_n_choices (b));
  for (guint i = 0; i < mdg_guide_walk_get_n_choices (a); i++)
    {
      const MdgChoice *choice_a;
      const MdgChoice *choice_b;

      mdg_guide_walk_get_step (a, i, &choice_a);
      mdg_guide_walk_get_step (b, i, &choice_b);
      assert_ptr_equal (choice_a, choice_b);
    }
}

/* Nothing but ids, the day and the two times is written: no word of what is shown. */
static void
test_what_is_kept (void **state)
{
  g_autoptr (MdgGuideWalk) walk = new_walk_at ("reader-fault", "waiting", NULL);
  g_autoptr (MdgGuideWalk) list = mdg_guide_walk_new (pack, today);
  g_autofree char *text = mdg_guide_walk_to_text (walk, today, STARTED, NOW);
  g_autofree char *expected = g_strdup_printf (
    "('%s', '%s', 0, %" G_GINT64_FORMAT ", %" G_GINT64_FORMAT ", 'reader-fault', ['waiting'])",
    mdg_guide_pack_get_id (pack), mdg_guide_pack_get_version (pack), STARTED, NOW);

  assert_string_equal (text, expected);
  assert_null (mdg_guide_walk_to_text (list, today, STARTED, NOW));
}

/* Wherever a walk stands, on whatever day, it is taken up there; and one change is told, not many. */
static void
test_generated_walks_come_back (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  for (guint i = 0; i < N_WALKS; i++)
    {
      MdgDay day =
        i % 3 == 0 ? today : mdg_day_new (2024, 12, 2) + g_rand_int_range (rand, 0, 1200);
      g_autoptr (GPtrArray) situations = mdg_guide_pack_list_situations (pack, day);
      const MdgSituation *situation =
        g_ptr_array_index (situations, g_rand_int_range (rand, 0, situations->len));
      g_autoptr (MdgGuideWalk) before = mdg_guide_walk_new (pack, day);
      g_autoptr (MdgGuideWalk) after = mdg_guide_walk_new (pack, today);
      guint n_steps = g_rand_int_range (rand, 0, 6);
      g_autofree char *text = NULL;
      gint64 started = 0;
      guint n_changes = 0;

      assert_true (mdg_guide_walk_start (before, situation->id));
      for (guint j = 0; j < n_steps; j++)
        {
          const MdgNode *node = mdg_guide_walk_get_node (before);
          const MdgChoice *choice;

          if (node->type == MDG_NODE_OUTCOME)
            break;
          choice =
            g_ptr_array_index (node->choices, g_rand_int_range (rand, 0, node->choices->len));
          assert_true (mdg_guide_walk_choose (before, choice->id));
        }

      text = mdg_guide_walk_to_text (before, today, STARTED, NOW);
      assert_null (strchr (text, '\n'));
      g_signal_connect_swapped (after, "changed", G_CALLBACK (mdg_test_count_cb), &n_changes);
      if (!mdg_guide_walk_restore (after, text, today, NOW + KEEP, &started))
        fail_msg ("%s is not taken up", text);
      assert_true (started == STARTED);
      assert_int_equal (n_changes, 1);
      assert_same_place (before, after);
    }
}

static void
test_ten_minutes (void **state)
{
  g_autoptr (MdgGuideWalk) walk = new_walk_at ("black-dot", NULL, NULL);
  g_autofree char *text = mdg_guide_walk_to_text (walk, today, STARTED, NOW);
  static const struct
  {
    gint64 later;
    gint64 left;
  } cases[] = {
    { 0, KEEP },      { 1, KEEP - 1 }, { KEEP - 1, 1 },    { KEEP, 0 },
    { KEEP + 1, -1 }, { -1, -1 },      { G_MAXINT32, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MdgGuideWalk) other = mdg_guide_walk_new (pack, today);

      assert_true (mdg_guide_walk_text_get_seconds_left (text, NOW + cases[i].later) ==
                   cases[i].left);
      assert_int_equal (mdg_guide_walk_restore (other, text, today, NOW + cases[i].later, NULL),
                        cases[i].left >= 0);
    }
}

/* The rules of today are kept as such: after midnight they are those of the new day. */
static void
test_today_goes_on (void **state)
{
  MdgDay last = mdg_day_new (2026, 7, 31);
  g_autoptr (MdgGuideWalk) walk = mdg_guide_walk_new (pack, last);
  g_autoptr (MdgGuideWalk) after = mdg_guide_walk_new (pack, last + 1);
  g_autofree char *at_question = NULL;
  g_autofree char *at_outcome = NULL;

  assert_true (mdg_guide_walk_start (walk, "old-card"));
  at_question = mdg_guide_walk_to_text (walk, last, STARTED, NOW);
  assert_true (mdg_guide_walk_choose (walk, "confirmed"));
  at_outcome = mdg_guide_walk_to_text (walk, last, STARTED, NOW);

  assert_true (mdg_guide_walk_restore (after, at_question, last + 1, NOW, NULL));
  assert_int_equal (mdg_guide_walk_get_day (after), last + 1);

  /* On the next day that answer is not there any more: the path is ignored, not cut short. */
  mdg_guide_walk_reset (after);
  assert_false (mdg_guide_walk_restore (after, at_outcome, last + 1, NOW, NULL));
  assert_null (mdg_guide_walk_get_situation (after));
}

static void
check_refused (const char *text)
{
  g_autoptr (MdgGuideWalk) walk = new_walk_at ("pin", NULL, NULL);
  gint64 started = 5;
  guint n_changes = 0;

  g_signal_connect_swapped (walk, "changed", G_CALLBACK (mdg_test_count_cb), &n_changes);
  if (mdg_guide_walk_restore (walk, text, today, NOW, &started))
    fail_msg ("“%s” was taken up", text);
  assert_string_equal (mdg_guide_walk_get_situation (walk)->id, "pin");
  assert_int_equal (mdg_guide_walk_get_day (walk), today);
  assert_int_equal (n_changes, 0);
  assert_true (started == 5);
}

static void
test_what_is_ignored (void **state)
{
  const char *id = mdg_guide_pack_get_id (pack);
  const char *version = mdg_guide_pack_get_version (pack);
  const struct
  {
    const char *id;
    const char *version;
    guint day;
    const char *rest;
  } cases[] = {
    { "another", version, 0, "'reader-fault', ['waiting']" },
    { id, "0.1", 0, "'reader-fault', ['waiting']" },
    { id, version, 0, "'no-such-case', ['waiting']" },
    { id, version, 0, "'', @as []" },
    { id, version, 0, "'reader-fault', ['no-such-choice']" },
    { id, version, 0, "'reader-fault', ['waiting', 'notice', 'notice']" },
    { id, version, 5, "'reader-fault', ['waiting']" },
    { id, version, G_MAXUINT32, "'reader-fault', ['waiting']" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
        g_strdup_printf ("('%s', '%s', %u, 1, %" G_GINT64_FORMAT ", %s)", cases[i].id,
                         cases[i].version, cases[i].day, NOW, cases[i].rest);

      check_refused (text);
    }

  check_refused (NULL);
  check_refused ("");
  check_refused ("garbage");
  check_refused ("('a', 'b', 1)");
}

/* A damaged text is ignored, or still leads to a place of the pack; it never does harm. */
static void
test_damaged_texts (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autoptr (MdgGuideWalk) walk = new_walk_at ("reader-fault", "waiting", "notice");
  g_autofree char *text = mdg_guide_walk_to_text (walk, today - 3, STARTED, NOW);
  gsize length = strlen (text);

  for (guint i = 0; i < N_DAMAGES; i++)
    {
      g_autoptr (GString) damaged = g_string_new (text);
      g_autoptr (MdgGuideWalk) other = mdg_guide_walk_new (pack, today);
      gsize at = g_rand_int_range (rand, 0, length);

      switch (g_rand_int_range (rand, 0, 4))
        {
        case 0:
          g_string_truncate (damaged, at);
          break;
        case 1:
          g_string_erase (damaged, at, 1);
          break;
        case 2:
          g_string_insert_c (damaged, at, (char) g_rand_int_range (rand, 1, 256));
          break;
        default:
          damaged->str[at] = (char) g_rand_int_range (rand, 1, 256);
        }

      if (mdg_guide_walk_restore (other, damaged->str, today, NOW, NULL))
        assert_non_null (mdg_guide_walk_get_node (other));
      else
        assert_null (mdg_guide_walk_get_situation (other));
    }

  {
    g_autofree char *long_text = g_strnfill (1000000, '(');

    check_refused (long_text);
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_what_is_kept),    cmocka_unit_test (test_generated_walks_come_back),
    cmocka_unit_test (test_ten_minutes),     cmocka_unit_test (test_today_goes_on),
    cmocka_unit_test (test_what_is_ignored), cmocka_unit_test (test_damaged_texts),
  };

  return mdg_test_run_full (tests, load, unload);
}
