/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include <string.h>

#include "app/mdg-walk-keeper.h"
#include "core/mdg-clock.h"
#include "guide/mdg-guide-walk-text.h"

#define KEEP MDG_GUIDE_WALK_KEEP_SECONDS

typedef struct
{
  char *folder;
  char *path;
  MdgStore *store;
  MdgGuidePack *pack;
} Fixture;

static int
set_up (void **state)
{
  Fixture *fixture = g_new0 (Fixture, 1);

  fixture->folder = mdg_test_make_temp_dir ();
  fixture->path = g_build_filename (fixture->folder, "state.ini", NULL);
  fixture->store = mdg_store_new (fixture->folder);
  fixture->pack = mdg_guide_pack_new_builtin (NULL);
  *state = fixture;

  return 0;
}

static int
tear_down (void **state)
{
  Fixture *fixture = *state;

  g_object_unref (fixture->store);
  mdg_guide_pack_unref (fixture->pack);
  mdg_test_remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture);

  return 0;
}

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static MdgGuideWalk *
new_walk (Fixture *fixture)
{
  return mdg_guide_walk_new (fixture->pack, mdg_clock_get_today (mdg_clock_get_default ()));
}

/* A state file that was written @age seconds ago. */
static void
write_state (Fixture *fixture, gint64 age)
{
  g_autoptr (MdgGuideWalk) walk = new_walk (fixture);
  g_autoptr (MdgState) state = mdg_state_new (fixture->path);
  g_autofree char *text = NULL;

  assert_true (mdg_guide_walk_start (walk, "reader-fault"));
  assert_true (mdg_guide_walk_choose (walk, "waiting"));
  text = mdg_guide_walk_to_text (walk, mdg_guide_walk_get_day (walk),
                                 (get_now () - age) * G_USEC_PER_SEC, get_now () - age);
  mdg_state_set_walk (state, text);
  mdg_state_save (state);
}

static gboolean
file_has_walk (Fixture *fixture)
{
  g_autofree char *contents = NULL;

  return g_file_get_contents (fixture->path, &contents, NULL, NULL) &&
         strstr (contents, "reader-fault") != NULL;
}

static gboolean
is_written (gpointer data)
{
  return file_has_walk (data);
}

static gboolean
is_deleted (gpointer data)
{
  return !file_has_walk (data);
}

/* What a program that was killed has left is there when it is started again. */
static void
test_goes_on_after_a_while (void **state)
{
  Fixture *fixture = *state;
  g_autoptr (MdgState) saved = NULL;
  g_autoptr (MdgWalkKeeper) keeper = NULL;
  g_autoptr (MdgGuideWalk) walk = new_walk (fixture);
  g_autoptr (MdgDeskCase) desk_case =
    mdg_desk_case_new (walk, fixture->store, mdg_clock_get_default ());

  write_state (fixture, KEEP - 30);
  saved = mdg_state_new (fixture->path);
  keeper = mdg_walk_keeper_new (saved);
  mdg_walk_keeper_follow (keeper, desk_case);
  assert_string_equal (mdg_guide_walk_get_situation (walk)->id, "reader-fault");
  assert_int_equal (mdg_guide_walk_get_n_choices (walk), 1);
  assert_true (file_has_walk (fixture));
}

static void
test_deleted_at_the_next_start (void **state)
{
  Fixture *fixture = *state;
  g_autoptr (MdgState) saved = NULL;
  g_autoptr (MdgWalkKeeper) keeper = NULL;

  write_state (fixture, KEEP + 5);
  saved = mdg_state_new (fixture->path);
  keeper = mdg_walk_keeper_new (saved);
  assert_null (mdg_state_get_walk (saved));
  assert_true (mdg_test_spin_until (is_deleted, fixture));
}

/* The program runs on, and nobody touches anything. */
static void
test_deleted_by_a_timer (void **state)
{
  Fixture *fixture = *state;
  g_autoptr (MdgState) saved = NULL;
  g_autoptr (MdgWalkKeeper) keeper = NULL;

  write_state (fixture, KEEP - 1);
  saved = mdg_state_new (fixture->path);
  keeper = mdg_walk_keeper_new (saved);
  assert_true (mdg_test_spin_until (is_deleted, fixture));
  assert_null (mdg_state_get_walk (saved));
}

static void
test_each_choice_is_written_and_the_end_deletes_it (void **state)
{
  Fixture *fixture = *state;
  g_autoptr (MdgState) saved = mdg_state_new (fixture->path);
  g_autoptr (MdgWalkKeeper) keeper = mdg_walk_keeper_new (saved);
  g_autoptr (MdgGuideWalk) walk = new_walk (fixture);
  g_autoptr (MdgDeskCase) desk_case =
    mdg_desk_case_new (walk, fixture->store, mdg_clock_get_default ());
  g_autofree char *at_situation = NULL;
  g_autofree char *at_choice = NULL;

  mdg_walk_keeper_follow (keeper, desk_case);
  assert_null (mdg_guide_walk_get_situation (walk));
  assert_true (mdg_guide_walk_start (walk, "reader-fault"));
  assert_true (mdg_test_spin_until (is_written, fixture));
  at_situation = mdg_state_get_walk (saved);
  assert_true (mdg_guide_walk_choose (walk, "waiting"));
  at_choice = mdg_state_get_walk (saved);
  assert_string_not_equal (at_situation, at_choice);

  mdg_guide_walk_reset (walk);
  assert_null (mdg_state_get_walk (saved));
  assert_true (mdg_test_spin_until (is_deleted, fixture));
}

/* A path that the pack does not have any more is ignored and forgotten. */
static void
test_unknown_paths_are_forgotten (void **state)
{
  Fixture *fixture = *state;
  const char *const ids[][2] = { { "madoguchi", "gone" }, { "another", "reader-fault" } };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (MdgState) saved = mdg_state_new (fixture->path);
      g_autoptr (MdgWalkKeeper) keeper = NULL;
      g_autoptr (MdgGuideWalk) walk = new_walk (fixture);
      g_autoptr (MdgDeskCase) desk_case =
        mdg_desk_case_new (walk, fixture->store, mdg_clock_get_default ());
      g_autofree char *text =
        g_strdup_printf ("('%s', '%s', 0, 1, %" G_GINT64_FORMAT ", '%s', @as [])", ids[i][0],
                         mdg_guide_pack_get_version (fixture->pack), get_now (), ids[i][1]);

      mdg_state_set_walk (saved, text);
      keeper = mdg_walk_keeper_new (saved);
      mdg_walk_keeper_follow (keeper, desk_case);
      assert_null (mdg_guide_walk_get_situation (walk));
      assert_null (mdg_state_get_walk (saved));
    }
}

#define keeper_test(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    keeper_test (test_goes_on_after_a_while),
    keeper_test (test_deleted_at_the_next_start),
    keeper_test (test_deleted_by_a_timer),
    keeper_test (test_each_choice_is_written_and_the_end_deletes_it),
    keeper_test (test_unknown_paths_are_forgotten),
  };

  return mdg_test_run (tests);
}
