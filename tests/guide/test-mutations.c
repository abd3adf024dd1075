/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide-fixture.h"

#include <stdlib.h>
#include <string.h>

#include "guide/mdg-guide-checker.h"

/* Packs that somebody got wrong in ways nobody thought of: parts deleted, doubled, or put in the
 * place of others. Each is either in order, and then every walk ends, or refused with a place that
 * one can go and look at. */

#define N_BUILTIN 150
#define N_SMALL 1500

static void
collect_containers (JsonNode *node, GPtrArray *containers)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autoptr (GList) members = json_object_get_values (json_node_get_object (node));

      g_ptr_array_add (containers, node);
      for (GList *l = members; l != NULL; l = l->next)
        collect_containers (l->data, containers);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      g_ptr_array_add (containers, node);
      for (guint i = 0; i < json_array_get_length (array); i++)
        collect_containers (json_array_get_element (array, i), containers);
    }
}

static JsonNode *
pick (GPtrArray *containers, GRand *rand)
{
  return g_ptr_array_index (containers, (guint) g_rand_int_range (rand, 0, (int) containers->len));
}

/* json_node_copy() shares what is in an object or array, which could then come to hold itself. */
static JsonNode *
copy_deeply (JsonNode *node)
{
  g_autofree char *text = json_to_string (node, FALSE);

  return json_from_string (text, NULL);
}

/* A value that may well be wrong where it is put. */
static JsonNode *
make_value (GPtrArray *containers, GRand *rand)
{
  static const char *const values[] = {
    "null",           "true",    "0",  "-1", "1.5",  "\"\"",
    "\"out-portal\"", "[]",      "{}", "99", "[[]]", "\"2026-02-30\"",
    "\"2026-07-31\"", "\"a b\"",
  };
  JsonNode *container = pick (containers, rand);

  if (g_rand_boolean (rand) && JSON_NODE_HOLDS_OBJECT (container))
    {
      g_autoptr (GList) members = json_object_get_values (json_node_get_object (container));

      if (members != NULL)
        return copy_deeply (g_list_nth_data (
          members, (guint) g_rand_int_range (rand, 0, (int) g_list_length (members))));
    }
  if (g_rand_boolean (rand))
    return copy_deeply (container);

  return json_from_string (values[g_rand_int_range (rand, 0, G_N_ELEMENTS (values))], NULL);
}

static void
mutate_object (JsonObject *object, JsonNode *value, GRand *rand)
{
  g_autoptr (JsonNode) owned = value;
  g_autoptr (GList) names = json_object_get_members (object);
  const char *name;

  if (names == NULL)
    return;

  name = g_list_nth_data (names, (guint) g_rand_int_range (rand, 0, (int) g_list_length (names)));
  if (g_rand_boolean (rand))
    {
      g_autofree char *copy = g_strdup (name);

      json_object_set_member (object, copy, g_steal_pointer (&owned));
    }
  else
    json_object_remove_member (object, name);
}

static void
mutate_array (JsonArray *array, JsonNode *value, GRand *rand)
{
  g_autoptr (JsonNode) owned = value;
  guint length = json_array_get_length (array);
  guint index = length > 0 ? (guint) g_rand_int_range (rand, 0, (int) length) : 0;

  switch (g_rand_int_range (rand, 0, 3))
    {
    case 0:
      json_array_add_element (array, g_steal_pointer (&owned));
      break;

    case 1:
      if (length > 0)
        json_array_add_element (array, copy_deeply (json_array_get_element (array, index)));
      break;

    default:
      if (length > 0)
        json_array_remove_element (array, index);
    }
}

static void
mutate (JsonNode *root, GRand *rand)
{
  g_autoptr (GPtrArray) containers = g_ptr_array_new ();
  JsonNode *container;
  JsonNode *value;

  collect_containers (root, containers);
  container = pick (containers, rand);
  value = make_value (containers, rand);
  if (JSON_NODE_HOLDS_OBJECT (container))
    mutate_object (json_node_get_object (container), value, rand);
  else
    mutate_array (json_node_get_array (container), value, rand);
}

/* Goes down @path as somebody who corrects the file would. */
static gboolean
can_be_found (JsonNode *root, const char *path, gboolean last_is_missing)
{
  JsonNode *node = root;
  const char *p = path;

  if (*p++ != '$')
    return FALSE;

  while (*p != '\0')
    {
      if (*p == '[')
        {
          char *end;
          guint index = (guint) strtoul (p + 1, &end, 10);

          if (*end != ']' || !JSON_NODE_HOLDS_ARRAY (node) ||
              index >= json_array_get_length (json_node_get_array (node)))
            return FALSE;
          node = json_array_get_element (json_node_get_array (node), index);
          p = end + 1;
        }
      else
        {
          gsize length = strcspn (p + 1, ".[");
          g_autofree char *name = g_strndup (p + 1, length);

          if (*p != '.' || !JSON_NODE_HOLDS_OBJECT (node))
            return FALSE;
          p += length + 1;
          if (!json_object_has_member (json_node_get_object (node), name))
            return last_is_missing && *p == '\0';
          node = json_object_get_member (json_node_get_object (node), name);
        }
    }

  return !last_is_missing;
}

static void
expect_ends (const MdgGuidePack *pack, const char *id, MdgDay day, guint depth)
{
  const MdgNode *node = mdg_guide_pack_resolve (pack, id, day);

  assert_non_null (node);
  assert_true (depth <= MDG_GUIDE_MAX_CHOICES);
  for (guint i = 0; i < node->choices->len; i++)
    expect_ends (pack, ((MdgChoice *) g_ptr_array_index (node->choices, i))->next, day, depth + 1);
}

static void
expect_all_ends (const MdgGuidePack *pack)
{
  const MdgDay days[] = { mdg_guide_pack_get_covers_from (pack), mdg_day_new (2025, 12, 2),
                          mdg_day_new (2026, 8, 1), mdg_day_new (2040, 1, 1) };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GPtrArray) situations = mdg_guide_pack_list_situations (pack, days[i]);

      for (guint j = 0; j < situations->len; j++)
        expect_ends (pack, ((MdgSituation *) g_ptr_array_index (situations, j))->start, days[i], 1);
    }
}

typedef JsonNode *(*Load) (void);

static void
try_many (Load load, guint n, guint n_edits)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autoptr (JsonNode) original = load ();
  g_autofree char *text = json_to_string (original, FALSE);
  guint n_refused = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (JsonNode) root = json_from_string (text, NULL);
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (MdgGuidePack) pack = NULL;

      for (guint j = 0; j < 1 + i % n_edits; j++)
        mutate (root, rand);
      pack = guide_fixture_read (root, &problems);
      if (pack != NULL)
        {
          expect_all_ends (pack);
          continue;
        }

      n_refused++;
      for (guint j = 0; j < problems->len; j++)
        {
          const MdgGuideProblem *problem = g_ptr_array_index (problems, j);

          if (!can_be_found (root, problem->path, problem->rule == MDG_GUIDE_RULE_MISSING_FIELD))
            fail_msg ("change %u: nobody finds %s: %s", i, problem->path, problem->reason);
        }
    }

  /* Most changes break a rule; some, such as a source less, do not. */
  assert_true (n_refused > n / 4);
  assert_true (n_refused < n);
}

static void
test_builtin_pack (void **state)
{
  try_many (guide_fixture_load_builtin, N_BUILTIN, 1);
}

static void
test_small_pack (void **state)
{
  try_many (guide_fixture_load_small, N_SMALL, 3);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_builtin_pack),
    cmocka_unit_test (test_small_pack),
  };

  return mdg_test_run (tests);
}
