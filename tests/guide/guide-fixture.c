/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide-fixture.h"

#include <stdlib.h>
#include <string.h>

static JsonNode *
parse (const char *text, gssize length)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, text, length, &error);
  mdg_test_assert_no_error (error);

  return json_parser_steal_root (parser);
}

static JsonNode *
load (const char *path)
{
  gsize length;
  g_autofree char *text = mdg_test_read_source (path, &length);

  return parse (text, length);
}

/* The least pack that uses every part of the format, to be changed: q1 leads to o1 or q2, q2 to o1
 * or o2, and o2 has two versions that meet at the end of 2025-12-01. */
JsonNode *
guide_fixture_load_small (void)
{
  return load ("tests/fixtures/guide/small.json");
}

/* The pack of the program, to be changed. */
JsonNode *
guide_fixture_load_builtin (void)
{
  return load ("data/guide/pack.json");
}

/* Takes the last part off a path: "$.a[1].b" is "$.a[1]" and the member "b", "$.a[1]" is "$.a" and
 * the element 1. */
static JsonNode *
find (JsonNode *root, const char *path, char **member, guint *element)
{
  JsonNode *node = root;
  const char *p = path + 1;

  assert_int_equal (*path, '$');
  for (;;)
    {
      g_autofree char *name = NULL;
      gboolean is_last;
      gsize length;

      if (*p == '[')
        {
          char *end;
          guint index = strtoul (p + 1, &end, 10);

          p = end + 1;
          if (*p == '\0')
            {
              *element = index;
              return node;
            }
          node = json_array_get_element (json_node_get_array (node), index);
          continue;
        }

      assert_int_equal (*p, '.');
      length = strcspn (p + 1, ".[");
      name = g_strndup (p + 1, length);
      p += length + 1;
      is_last = *p == '\0';
      if (is_last)
        {
          *member = g_steal_pointer (&name);
          return node;
        }
      node = json_object_get_member (json_node_get_object (node), name);
      assert_non_null (node);
    }
}

void
guide_fixture_edit (JsonNode *root, const char *path, const char *json)
{
  g_autofree char *member = NULL;
  guint element = 0;
  JsonNode *parent = find (root, path, &member, &element);
  JsonNode *value = json != NULL ? parse (json, -1) : NULL;

  if (member != NULL)
    {
      JsonObject *object = json_node_get_object (parent);

      if (value != NULL)
        json_object_set_member (object, member, value);
      else
        json_object_remove_member (object, member);
    }
  else
    {
      JsonArray *array = json_node_get_array (parent);
      g_autoptr (JsonArray) copy = json_array_new ();

      /* An array cannot be changed in its middle, but it can be made anew. */
      for (guint i = 0; i < json_array_get_length (array); i++)
        if (i != element)
          json_array_add_element (copy, json_array_dup_element (array, i));
        else if (value != NULL)
          json_array_add_element (copy, g_steal_pointer (&value));
      if (value != NULL)
        json_array_add_element (copy, value);
      json_node_set_array (parent, copy);
    }
}

MdgGuidePack *
guide_fixture_read_text (const char *text, gssize length, GPtrArray **problems)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);
  g_autoptr (GError) error = NULL;
  MdgGuidePack *pack = mdg_guide_pack_new_from_bytes (bytes, "test.json", problems, &error);

  /* Either a pack, or an error that begins with what the list begins with. */
  if (pack != NULL)
    {
      assert_null (error);
      assert_int_equal ((*problems)->len, 0);
    }
  else
    {
      const MdgGuideProblem *first = g_ptr_array_index (*problems, 0);
      g_autofree char *line = mdg_guide_problem_to_string (first, "test.json");

      assert_non_null (error);
      assert_true (error->domain == MDG_GUIDE_ERROR);
      assert_true ((*problems)->len <= MDG_GUIDE_MAX_PROBLEMS);
      assert_true (g_str_has_prefix (error->message, line));
      assert_true (g_str_has_prefix (line, "test.json: $"));
    }

  return pack;
}

MdgGuidePack *
guide_fixture_read (JsonNode *root, GPtrArray **problems)
{
  g_autofree char *text = json_to_string (root, FALSE);

  return guide_fixture_read_text (text, -1, problems);
}

/* The pack is refused, for one reason only, and the reason names rule and place. */
void
guide_fixture_expect (JsonNode *root, MdgGuideRule rule, const char *path)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (MdgGuidePack) pack = guide_fixture_read (root, &problems);
  const MdgGuideProblem *problem;

  if (pack != NULL)
    fail_msg ("the pack was accepted; expected a fault at %s", path);

  problem = g_ptr_array_index (problems, 0);
  if (problem->rule != rule || !g_str_equal (problem->path, path) || problems->len != 1)
    fail_msg ("expected rule %d at %s, got %u fault(s), first rule %d at %s: %s", rule, path,
              problems->len, problem->rule, problem->path, problem->reason);

  assert_true (strlen (problem->reason) > 10);
  assert_true (strlen (problem->remedy) > 3);
}
