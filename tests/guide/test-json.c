/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "guide/mdg-guide-json.h"

#define N_DAMAGES 400

static void
expect_text (const char *text, gssize length, MdgGuideRule rule, const char *path)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (MdgGuidePack) pack = guide_fixture_read_text (text, length, &problems);
  const MdgGuideProblem *problem;

  assert_null (pack);
  problem = g_ptr_array_index (problems, 0);
  if (problem->rule != rule || !g_str_equal (problem->path, path))
    fail_msg ("expected rule %d at %s, got rule %d at %s: %s", rule, path, problem->rule,
              problem->path, problem->reason);
}

static void
test_no_json (void **state)
{
  expect_text ("", -1, MDG_GUIDE_RULE_SYNTAX, "$");
  expect_text ("   \n", -1, MDG_GUIDE_RULE_SYNTAX, "$");
  expect_text ("hello", -1, MDG_GUIDE_RULE_SYNTAX, "$");
  expect_text ("{", -1, MDG_GUIDE_RULE_SYNTAX, "$");
  expect_text ("}", -1, MDG_GUIDE_RULE_SYNTAX, "$");
  expect_text ("{\"a\": 1,}", -1, MDG_GUIDE_RULE_SYNTAX, "$");
  expect_text ("{} {}", -1, MDG_GUIDE_RULE_SYNTAX, "$");
  expect_text ("{ // why\n}", -1, MDG_GUIDE_RULE_SYNTAX, "$");
  expect_text ("{\"a", -1, MDG_GUIDE_RULE_SYNTAX, "$");
  expect_text ("{\"a\\", -1, MDG_GUIDE_RULE_SYNTAX, "$");
}

static void
test_other_json (void **state)
{
  expect_text ("1", -1, MDG_GUIDE_RULE_TYPE, "$");
  expect_text ("null", -1, MDG_GUIDE_RULE_TYPE, "$");
  expect_text ("[]", -1, MDG_GUIDE_RULE_TYPE, "$");
  expect_text ("{}", -1, MDG_GUIDE_RULE_MISSING_FIELD, "$.format");
  expect_text ("\xef\xbb\xbf{}", -1, MDG_GUIDE_RULE_MISSING_FIELD, "$.format");
}

static void
test_encoding (void **state)
{
  expect_text ("{\"a\": \"\xff\"}", -1, MDG_GUIDE_RULE_ENCODING, "$");
  expect_text ("{\"a\": \"\0\"}", 9, MDG_GUIDE_RULE_ENCODING, "$");
  expect_text ("{\"a\": [\"b\\u0000\"]}", -1, MDG_GUIDE_RULE_ENCODING, "$.a[0]");
  expect_text ("{\"a\": \"b\\\\u0000\"}", -1, MDG_GUIDE_RULE_MISSING_FIELD, "$.format");
  expect_text ("\xff\xfe{\0}\0", 6, MDG_GUIDE_RULE_ENCODING, "$");
}

static void
test_repeated_names (void **state)
{
  expect_text ("{\"a\": 1, \"a\": 2}", -1, MDG_GUIDE_RULE_DUPLICATE_KEY, "$.a");
  expect_text ("{\"a\": [{}, {\"b\": 1, \"c\": {}, \"b\": 2}]}", -1, MDG_GUIDE_RULE_DUPLICATE_KEY,
               "$.a[1].b");
  expect_text ("{\"a\": 1, \"\\u0061\": 2}", -1, MDG_GUIDE_RULE_UNKNOWN_FIELD, "$.a");
}

static void
test_nesting (void **state)
{
  const guint depth = 100 * 1000;
  g_autofree char *text = g_malloc (depth + 1);

  memset (text, '[', depth);
  text[depth] = '\0';
  expect_text (text, depth, MDG_GUIDE_RULE_NESTING,
               "$[0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]"
               "[0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]");
}

static void
test_size (void **state)
{
  const gsize size = MDG_GUIDE_MAX_SIZE + 1;
  g_autofree char *text = g_malloc (size);

  memset (text, ' ', size);
  expect_text (text, size, MDG_GUIDE_RULE_TOO_LARGE, "$");
}

/* A list far longer than the format allows costs no more than to count it. */
static void
test_endless_list (void **state)
{
  g_autoptr (JsonNode) root = guide_fixture_load_small ();
  g_autoptr (GString) list = g_string_new ("[0");

  for (guint i = 0; i < 1000 * 1000; i++)
    g_string_append (list, ",0");
  g_string_append_c (list, ']');
  guide_fixture_edit (root, "$.outcomes", list->str);
  guide_fixture_expect (root, MDG_GUIDE_RULE_LENGTH, "$.outcomes");
}

static void
test_long_texts_are_cut_in_messages (void **state)
{
  g_autoptr (JsonNode) root = guide_fixture_load_small ();
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (MdgGuidePack) pack = NULL;
  g_autofree char *name = g_strnfill (100 * 1000, 'x');
  const MdgGuideProblem *problem;

  json_object_set_boolean_member (json_node_get_object (root), name, TRUE);
  pack = guide_fixture_read (root, &problems);
  assert_null (pack);
  problem = g_ptr_array_index (problems, 0);
  assert_int_equal (problem->rule, MDG_GUIDE_RULE_UNKNOWN_FIELD);
  assert_true (strlen (problem->path) < 100);
  assert_true (strlen (problem->reason) < 200);
}

static void
test_truncated (void **state)
{
  gsize length;
  g_autofree char *text = mdg_test_read_source ("data/guide/pack.json", &length);

  for (gsize i = 0; i < length - 2; i += 1999)
    {
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (MdgGuidePack) pack = guide_fixture_read_text (text, i, &problems);

      assert_null (pack);
    }
}

/* Whatever happens to the bytes: it is a pack that passes every check, or it is told why not. */
static void
test_damaged (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autoptr (JsonNode) root = guide_fixture_load_small ();
  g_autofree char *original = json_to_string (root, FALSE);
  gsize length = strlen (original);
  guint n_refused = 0;

  for (guint i = 0; i < N_DAMAGES; i++)
    {
      g_autofree char *text = g_strdup (original);
      guint n_bytes = g_rand_int_range (rand, 1, 4);
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (MdgGuidePack) pack = NULL;

      for (guint j = 0; j < n_bytes; j++)
        text[g_rand_int_range (rand, 0, length)] =
          "{}[]\",:\\0aZ\x80 \n"[g_rand_int_range (rand, 0, 14)];
      pack = guide_fixture_read_text (text, length, &problems);
      n_refused += pack == NULL;
    }

  assert_true (n_refused > N_DAMAGES / 2);
}

static void
test_file (void **state)
{
  g_autofree char *path = mdg_test_source_path ("data/guide/pack.json");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgGuidePack) pack = mdg_guide_pack_new_from_file (file, &problems, &error);

  mdg_test_assert_no_error (error);
  assert_string_equal (mdg_guide_pack_get_id (pack), "madoguchi");
  assert_int_equal (problems->len, 0);
}

static void
test_file_cannot_be_read (void **state)
{
  static const char *const paths[] = { "data/guide/none.json", "data/guide" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *path = mdg_test_source_path (paths[i]);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (MdgGuidePack) pack = mdg_guide_pack_new_from_file (file, &problems, &error);

      assert_null (pack);
      mdg_test_assert_error (error, MDG_GUIDE_ERROR, MDG_GUIDE_ERROR_READ);
      mdg_test_assert_contains (error->message, path);
      assert_int_equal (problems->len, 1);
    }
}

static void
test_error_codes (void **state)
{
  g_autoptr (GBytes) syntax = g_bytes_new_static ("{", 1);
  g_autoptr (GBytes) invalid = g_bytes_new_static ("{}", 2);
  g_autoptr (GError) error = NULL;

  assert_null (mdg_guide_pack_new_from_bytes (syntax, "a.json", NULL, &error));
  mdg_test_assert_error (error, MDG_GUIDE_ERROR, MDG_GUIDE_ERROR_SYNTAX);
  g_clear_error (&error);

  assert_null (mdg_guide_pack_new_from_bytes (invalid, "a.json", NULL, &error));
  mdg_test_assert_error (error, MDG_GUIDE_ERROR, MDG_GUIDE_ERROR_INVALID);
  mdg_test_assert_contains (error->message, "more faults");
}

/* A pack of somebody else that cannot be read changes nothing of the one that comes along. */
static void
test_builtin_stays (void **state)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{}", 2);
  g_autoptr (MdgGuidePack) other = mdg_guide_pack_new_from_bytes (bytes, "a.json", NULL, NULL);
  g_autoptr (MdgGuidePack) builtin = mdg_guide_pack_new_builtin (NULL);

  assert_null (other);
  assert_non_null (builtin);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_no_json),      cmocka_unit_test (test_other_json),
    cmocka_unit_test (test_encoding),     cmocka_unit_test (test_repeated_names),
    cmocka_unit_test (test_nesting),      cmocka_unit_test (test_size),
    cmocka_unit_test (test_endless_list), cmocka_unit_test (test_long_texts_are_cut_in_messages),
    cmocka_unit_test (test_truncated),    cmocka_unit_test (test_damaged),
    cmocka_unit_test (test_file),         cmocka_unit_test (test_file_cannot_be_read),
    cmocka_unit_test (test_error_codes),  cmocka_unit_test (test_builtin_stays),
  };

  return mdg_test_run (tests);
}
