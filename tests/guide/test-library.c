/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide-fixture.h"

#include <string.h>

#include "guide/mdg-guide-library.h"

/* Whatever one does with packs of one's own, the built-in one is there and is not changed. */

typedef struct
{
  char *root;
  GFile *folder;
  MdgGuideLibrary *library;
  guint n_pack_changes;
} Fixture;

static Fixture fixture;

static void
pack_changed_cb (void)
{
  fixture.n_pack_changes++;
}

static int
set_up (void **state)
{
  g_autofree char *folder = NULL;

  fixture.root = mdg_test_make_temp_dir ();
  folder = g_build_filename (fixture.root, "a", "packs", NULL);
  fixture.folder = g_file_new_for_path (folder);
  fixture.library = mdg_guide_library_new (fixture.folder);
  fixture.n_pack_changes = 0;
  g_signal_connect (fixture.library, "notify::pack", G_CALLBACK (pack_changed_cb), NULL);

  return 0;
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static int
tear_down (void **state)
{
  gpointer library = fixture.library;

  g_clear_object (&fixture.folder);
  g_object_add_weak_pointer (G_OBJECT (fixture.library), &library);
  g_clear_object (&fixture.library);

  /* The thread of the last task may hold it for a moment longer. */
  assert_true (mdg_test_spin_until (is_gone, &library));
  mdg_test_remove_tree (fixture.root);
  g_clear_pointer (&fixture.root, g_free);

  return 0;
}

static void
load (void)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  mdg_guide_library_load_async (fixture.library, NULL, mdg_test_result_cb, &slot);
  result = mdg_test_await_result (&slot);
  mdg_guide_library_load_finish (fixture.library, result, &error);
  mdg_test_assert_no_error (error);
}

static MdgGuideEntry *
read_file (GFile *file)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  MdgGuideEntry *entry;

  mdg_guide_library_read_async (fixture.library, file, NULL, mdg_test_result_cb, &slot);
  result = mdg_test_await_result (&slot);
  entry = mdg_guide_library_read_finish (fixture.library, result, &error);
  mdg_test_assert_no_error (error);

  return entry;
}

static void
add (MdgGuideEntry *entry)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  mdg_guide_library_add_async (fixture.library, entry, NULL, mdg_test_result_cb, &slot);
  result = mdg_test_await_result (&slot);
  assert_true (mdg_guide_library_add_finish (fixture.library, result, &error));
}

static void
remove_entry (MdgGuideEntry *entry)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  mdg_guide_library_remove_async (fixture.library, entry, NULL, mdg_test_result_cb, &slot);
  result = mdg_test_await_result (&slot);
  assert_true (mdg_guide_library_remove_finish (fixture.library, result, &error));
}

/* Writes the small pack of the fixtures, changed by @edits, to a file somewhere else. */
static GFile *
write_pack (const GuideEdit *edits, guint n_edits)
{
  g_autoptr (JsonNode) root = guide_fixture_load_small ();
  g_autofree char *path = g_build_filename (fixture.root, "elsewhere.json", NULL);
  g_autofree char *text = NULL;
  GFile *file = g_file_new_for_path (path);

  for (guint i = 0; i < n_edits; i++)
    guide_fixture_edit (root, edits[i].path, edits[i].json);
  text = json_to_string (root, FALSE);
  assert_true (g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE,
                                        NULL, NULL, NULL));

  return file;
}

static void
add_pack (const GuideEdit *edits, guint n_edits)
{
  g_autoptr (GFile) file = write_pack (edits, n_edits);
  g_autoptr (MdgGuideEntry) entry = read_file (file);

  assert_non_null (mdg_guide_entry_get_pack (entry));
  add (entry);

  /* The library has a copy of its own. */
  assert_true (g_file_delete (file, NULL, NULL));
}

/* Puts @text into the folder of packs, as somebody with a file manager might. */
static void
put_text (const char *name, const char *text)
{
  g_autoptr (GFile) file = g_file_get_child (fixture.folder, name);

  g_file_make_directory_with_parents (fixture.folder, NULL, NULL);
  assert_true (g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE,
                                        NULL, NULL, NULL));
}

static MdgGuidePack *
get_pack (void)
{
  MdgGuidePack *pack = mdg_guide_library_get_pack (fixture.library, NULL);

  assert_non_null (pack);

  return pack;
}

static guint
get_n (void)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture.library));
}

static MdgGuideEntry *
get_entry (guint position)
{
  g_autoptr (MdgGuideEntry) entry =
    g_list_model_get_item (G_LIST_MODEL (fixture.library), position);

  return entry;
}

/* What the pages show is as it was when the program came. */
static void
assert_builtin (void)
{
  g_autoptr (MdgGuidePack) builtin = mdg_guide_pack_new_builtin (NULL);
  MdgGuidePack *pack = get_pack ();

  assert_string_equal (mdg_guide_pack_get_id (pack), mdg_guide_pack_get_id (builtin));
  assert_int_equal (mdg_guide_pack_get_situations (pack)->len,
                    mdg_guide_pack_get_situations (builtin)->len);
  assert_int_equal (mdg_guide_pack_get_checklists (pack)->len,
                    mdg_guide_pack_get_checklists (builtin)->len);
  assert_int_equal (mdg_guide_pack_get_drills (pack)->len,
                    mdg_guide_pack_get_drills (builtin)->len);
  assert_int_equal (mdg_guide_pack_get_outreach (pack)->len,
                    mdg_guide_pack_get_outreach (builtin)->len);
}

static void
test_begins_with_the_builtin (void **state)
{
  load ();
  assert_int_equal (get_n (), 1);
  assert_true (mdg_guide_entry_is_builtin (get_entry (0)));
  assert_ptr_equal (mdg_guide_library_get_in_use (fixture.library), get_entry (0));
  assert_null (mdg_guide_library_get_notice (fixture.library));
  assert_int_equal (fixture.n_pack_changes, 0);
  assert_builtin ();

  /* No folder is made for nothing. */
  assert_false (g_file_query_exists (fixture.folder, NULL));
}

static void
test_pack_in_use_is_shown (void **state)
{
  MdgGuideEntry *entry;
  MdgGuidePack *pack;

  load ();
  add_pack (NULL, 0);
  assert_int_equal (get_n (), 2);
  entry = mdg_guide_library_find (fixture.library, "small");
  assert_ptr_equal (entry, get_entry (1));
  assert_string_equal (mdg_guide_entry_get_name (entry), "small.json");

  /* Its checklists join the built-in ones; the rest is not shown before it is in use. */
  pack = get_pack ();
  assert_string_equal (mdg_guide_pack_get_id (pack), "madoguchi");
  assert_non_null (mdg_guide_pack_find_checklist (pack, "c"));
  assert_non_null (mdg_guide_pack_find_checklist (pack, "readiness"));
  assert_string_equal (mdg_guide_pack_get_version (mdg_guide_pack_find_checklist (pack, "c")->pack),
                       "1");

  mdg_guide_library_set_pack_id (fixture.library, "small");
  assert_ptr_equal (mdg_guide_library_get_in_use (fixture.library), entry);
  pack = get_pack ();
  assert_string_equal (mdg_guide_pack_get_id (pack), "small");
  assert_int_equal (mdg_guide_pack_get_situations (pack)->len, 1);
  assert_int_equal (mdg_guide_pack_get_drills (pack)->len, 1);
  assert_int_equal (mdg_guide_pack_get_outreach (pack)->len, 1);
  assert_non_null (mdg_guide_pack_resolve (pack, "q1", mdg_day_new (2026, 11, 26)));
  /* Its own checklists come first. */
  assert_string_equal (
    ((MdgChecklist *) g_ptr_array_index (mdg_guide_pack_get_checklists (pack), 0))->id, "c");
  assert_non_null (mdg_guide_pack_find_checklist (pack, "readiness"));
  assert_int_equal (fixture.n_pack_changes, 2);

  mdg_guide_library_set_pack_id (fixture.library, "");
  assert_string_equal (mdg_guide_pack_get_id (get_pack ()), "madoguchi");
}

/* Of two lists with one id that of the pack in use is shown, else the built-in one. */
static void
test_same_checklist_id (void **state)
{
  static const GuideEdit edits[] = {
    { "$.checklists[0].id", "\"readiness\"" },
    { "$.situations[0].checklists", NULL },
    { "$.outcomes[0].checklists", NULL },
  };

  load ();
  add_pack (edits, G_N_ELEMENTS (edits));
  assert_builtin ();
  assert_string_equal (
    mdg_guide_pack_get_id (mdg_guide_pack_find_checklist (get_pack (), "readiness")->pack),
    "madoguchi");

  mdg_guide_library_set_pack_id (fixture.library, "small");
  assert_string_equal (
    mdg_guide_pack_get_id (mdg_guide_pack_find_checklist (get_pack (), "readiness")->pack),
    "small");
}

static void
test_stays_for_the_next_start (void **state)
{
  load ();
  add_pack (NULL, 0);
  g_clear_object (&fixture.library);

  fixture.library = mdg_guide_library_new (fixture.folder);
  mdg_guide_library_set_pack_id (fixture.library, "small");
  assert_builtin ();
  load ();
  assert_string_equal (mdg_guide_pack_get_id (get_pack ()), "small");
  assert_null (mdg_guide_library_get_notice (fixture.library));
}

static void
test_same_id_replaces (void **state)
{
  static const GuideEdit edits[] = { { "$.version", "\"2\"" } };
  g_autoptr (MdgGuideEntry) old = NULL;

  load ();
  add_pack (NULL, 0);
  mdg_guide_library_set_pack_id (fixture.library, "small");
  old = g_object_ref (mdg_guide_library_find (fixture.library, "small"));
  add_pack (edits, G_N_ELEMENTS (edits));
  assert_int_equal (get_n (), 2);
  assert_string_equal (mdg_guide_pack_get_version (get_pack ()), "2");

  /* And back again: the entry has all that was in the file. */
  add (old);
  assert_int_equal (get_n (), 2);
  assert_string_equal (mdg_guide_pack_get_version (get_pack ()), "1");
}

static void
test_removed_and_brought_back (void **state)
{
  g_autoptr (MdgGuideEntry) entry = NULL;

  load ();
  add_pack (NULL, 0);
  mdg_guide_library_set_pack_id (fixture.library, "small");
  entry = g_object_ref (get_entry (1));
  remove_entry (entry);
  assert_int_equal (get_n (), 1);
  assert_string_equal (mdg_guide_library_get_pack_id (fixture.library), "");
  assert_false (g_file_query_exists (mdg_guide_entry_get_file (entry), NULL));
  assert_builtin ();

  add (entry);
  assert_int_equal (get_n (), 2);
  assert_true (g_file_query_exists (mdg_guide_entry_get_file (entry), NULL));
}

/* A copy of the built-in pack is a start for one's own, but not under the same name. */
static void
test_builtin_id_is_taken (void **state)
{
  g_autofree char *path = mdg_test_source_path ("data/guide/pack.json");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (MdgGuideEntry) entry = NULL;
  const MdgGuideProblem *problem;

  load ();
  entry = read_file (file);
  assert_null (mdg_guide_entry_get_pack (entry));
  problem = g_ptr_array_index (mdg_guide_entry_get_problems (entry), 0);
  assert_string_equal (problem->path, "$.id");
}

static void
test_bad_pack_is_told (void **state)
{
  static const GuideEdit edits[] = { { "$.outcomes[0].say.ja", "\"\"" },
                                     { "$.outcomes[1].tone", "\"happy\"" } };
  g_autoptr (GFile) file = write_pack (edits, G_N_ELEMENTS (edits));
  g_autoptr (MdgGuideEntry) entry = NULL;
  g_autofree char *text = NULL;
  g_autofree char *name = g_file_get_basename (file);

  load ();
  entry = read_file (file);
  assert_null (mdg_guide_entry_get_pack (entry));
  assert_int_equal (mdg_guide_entry_get_problems (entry)->len, 2);
  text = mdg_guide_entry_describe_problems (entry);
  mdg_test_assert_contains (text, name);
  mdg_test_assert_contains (text, "$.outcomes[0].say.ja");
  mdg_test_assert_contains (text, "$.outcomes[1].tone");
  assert_builtin ();
  assert_int_equal (get_n (), 1);
}

static void
test_unreadable_file (void **state)
{
  g_autoptr (GFile) file = g_file_get_child (fixture.folder, "nowhere.json");
  g_autoptr (MdgGuideEntry) entry = NULL;

  load ();
  entry = read_file (file);
  assert_null (mdg_guide_entry_get_pack (entry));
  assert_int_equal (mdg_guide_entry_get_problems (entry)->len, 1);
}

static void
test_pack_that_spoiled (void **state)
{
  MdgGuideEntry *entry;

  put_text ("small.json", "{ \"format\": \"madoguchi-guide\" ");
  put_text (".hidden.json", "{");
  put_text ("notes.txt", "{");
  mdg_guide_library_set_pack_id (fixture.library, "small");
  load ();
  assert_int_equal (get_n (), 2);
  entry = get_entry (1);
  assert_null (mdg_guide_entry_get_pack (entry));
  assert_builtin ();
  mdg_test_assert_contains (mdg_guide_library_get_notice (fixture.library), "small.json");

  /* A good one of that name takes its place. */
  add_pack (NULL, 0);
  assert_int_equal (get_n (), 2);
  assert_string_equal (mdg_guide_pack_get_id (get_pack ()), "small");
}

static void
test_spoiled_pack_is_removed (void **state)
{
  put_text ("small.json", "[]");
  load ();
  remove_entry (get_entry (1));
  assert_int_equal (get_n (), 1);
  assert_builtin ();
}

static void
test_pack_that_vanished (void **state)
{
  mdg_guide_library_set_pack_id (fixture.library, "gone");
  load ();
  assert_builtin ();
  assert_true (mdg_guide_entry_is_builtin (mdg_guide_library_get_in_use (fixture.library)));
  mdg_test_assert_contains (mdg_guide_library_get_notice (fixture.library), "gone");
}

static void
test_two_files_with_one_id (void **state)
{
  g_autoptr (JsonNode) root = guide_fixture_load_small ();
  g_autofree char *text = json_to_string (root, FALSE);

  put_text ("a.json", text);
  put_text ("b.json", text);
  load ();
  assert_int_equal (get_n (), 3);
  assert_non_null (mdg_guide_entry_get_pack (get_entry (1)));
  assert_null (mdg_guide_entry_get_pack (get_entry (2)));
  mdg_test_assert_contains (mdg_guide_library_get_notice (fixture.library), "a.json");
}

/* A list of checklists alone adds to what there is. */
/* Files have any name in the folder: what is loaded must not take the place of another pack. */
static void
test_name_is_taken (void **state)
{
  const GuideEdit edits[] = { { "$.id", "\"other\"" } };
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) root = guide_fixture_load_small ();
  g_autoptr (GFile) first = g_file_get_child (fixture.folder, "other.json");

  text = json_to_string (root, FALSE);
  put_text ("other.json", text);
  load ();
  assert_int_equal (g_list_model_get_n_items (G_LIST_MODEL (fixture.library)), 2);

  for (guint i = 0; i < 2; i++)
    {
      add_pack (edits, 1);
      assert_int_equal (g_list_model_get_n_items (G_LIST_MODEL (fixture.library)), 3);
      assert_non_null (mdg_guide_library_find (fixture.library, "other"));
      assert_non_null (mdg_guide_library_find (fixture.library, "small"));
      load ();
    }

  assert_true (g_file_query_exists (first, NULL));
}

/* A pack that is shared by a link is not changed when another edition is loaded here. */
static void
test_link_is_replaced (void **state)
{
  const GuideEdit edits[] = { { "$.version", "\"9\"" } };
  g_autoptr (JsonNode) root = guide_fixture_load_small ();
  g_autofree char *text = json_to_string (root, FALSE);
  g_autofree char *shared = g_build_filename (fixture.root, "shared.json", NULL);
  g_autofree char *after = NULL;
  g_autoptr (GFile) link = g_file_get_child (fixture.folder, "small.json");

  put_text ("other.txt", "");
  assert_true (g_file_set_contents (shared, text, -1, NULL));
  assert_true (g_file_make_symbolic_link (link, shared, NULL, NULL));
  load ();
  add_pack (edits, 1);

  assert_true (g_file_get_contents (shared, &after, NULL, NULL));
  assert_string_equal (after, text);
  assert_string_equal (mdg_guide_pack_get_version (mdg_guide_entry_get_pack (
                         mdg_guide_library_find (fixture.library, "small"))),
                       "9");
}

static void
test_pack_without_procedures (void **state)
{
  static const GuideEdit edits[] = {
    { "$.covers_from", NULL }, { "$.order_note", NULL }, { "$.groups", NULL },
    { "$.situations", NULL },  { "$.questions", NULL },  { "$.outcomes", NULL },
    { "$.drills", NULL },      { "$.outreach", NULL },   { "$.materials", NULL },
  };
  g_autoptr (GFile) file = write_pack (edits, G_N_ELEMENTS (edits));
  g_autoptr (MdgGuideEntry) entry = NULL;
  MdgGuidePack *pack;

  load ();
  entry = read_file (file);
  assert_non_null (mdg_guide_entry_get_pack (entry));
  add (entry);
  mdg_guide_library_set_pack_id (fixture.library, "small");
  pack = get_pack ();
  assert_string_equal (mdg_guide_pack_get_id (pack), "madoguchi");
  assert_non_null (mdg_guide_pack_find_situation (pack, "black-dot"));
  assert_int_equal (mdg_guide_pack_get_outreach (pack)->len, 20);
  assert_string_equal (
    ((MdgChecklist *) g_ptr_array_index (mdg_guide_pack_get_checklists (pack), 0))->id, "c");
  assert_non_null (mdg_guide_pack_find_checklist (pack, "readiness"));
}

/* What is shown outlives the library's change of mind: a page may hold it. */
static void
test_joined_pack_keeps_its_parts (void **state)
{
  g_autoptr (MdgGuidePack) pack = NULL;
  const MdgChecklist *checklist;

  load ();
  add_pack (NULL, 0);
  pack = mdg_guide_pack_ref (get_pack ());
  remove_entry (get_entry (1));
  checklist = mdg_guide_pack_find_checklist (pack, "c");
  assert_string_equal (checklist->id, "c");
  assert_string_equal (mdg_guide_pack_get_id (checklist->pack), "small");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (test_begins_with_the_builtin, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_pack_in_use_is_shown, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_same_checklist_id, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_stays_for_the_next_start, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_same_id_replaces, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_removed_and_brought_back, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_builtin_id_is_taken, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_bad_pack_is_told, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_unreadable_file, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_pack_that_spoiled, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_spoiled_pack_is_removed, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_pack_that_vanished, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_two_files_with_one_id, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_name_is_taken, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_link_is_replaced, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_pack_without_procedures, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_joined_pack_keeps_its_parts, set_up, tear_down),
  };

  return mdg_test_run (tests);
}
