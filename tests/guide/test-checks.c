/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "guide-fixture.h"

#include <string.h>

#include "core/mdg-run.h"
#include "guide/mdg-guide-schema.h"

#define N_MUTATIONS 120
#define MAX_EDITS 3

/* What breaks a rule, and where the checker must say so. */
typedef struct
{
  GuideEdit edits[MAX_EDITS];
  MdgGuideRule rule;
  const char *path;
} Case;

#define T "{ \"ja\": \"t\", \"en\": \"t\" }"
#define OPEN "\"source\": [\"s\"], \"valid_from\": null, \"valid_until\": null"
#define CHOICE(id, next) "{ \"id\": \"" id "\", \"text\": " T ", \"next\": \"" next "\" }"
#define QUESTION(id, a, b)             \
  "{ \"id\": \"" id "\", \"text\": " T \
  ", \"choices\": [ " CHOICE ("x", a) ", " CHOICE ("y", b) " ], " OPEN " }"
#define OUTCOME(id)                                                                            \
  "{ \"id\": \"" id "\", \"tone\": \"stop\", \"title\": " T ", \"say\": " T ", \"charge\": " T \
  ", \"claim\": " T ", \"note\": " T ", " OPEN " }"

static const Case cases[] = {
  /* The form */
  { { { "$.format", "\"other\"" } }, MDG_GUIDE_RULE_VALUE, "$.format" },
  { { { "$.format_version", "2" } }, MDG_GUIDE_RULE_VALUE, "$.format_version" },
  { { { "$.format_version", "\"1\"" } }, MDG_GUIDE_RULE_TYPE, "$.format_version" },
  { { { "$.extra", "1" } }, MDG_GUIDE_RULE_UNKNOWN_FIELD, "$.extra" },
  { { { "$.title", NULL } }, MDG_GUIDE_RULE_MISSING_FIELD, "$.title" },
  { { { "$.title.en", NULL } }, MDG_GUIDE_RULE_MISSING_FIELD, "$.title.en" },
  { { { "$.title.ja", "\"\"" } }, MDG_GUIDE_RULE_LENGTH, "$.title.ja" },
  { { { "$.title.ja", "\" \\n \"" } }, MDG_GUIDE_RULE_PATTERN, "$.title.ja" },
  { { { "$.title.fr", "\"t\"" } }, MDG_GUIDE_RULE_UNKNOWN_FIELD, "$.title.fr" },
  { { { "$.sources", "[]" } }, MDG_GUIDE_RULE_LENGTH, "$.sources" },
  { { { "$.sources[0].official", "1" } }, MDG_GUIDE_RULE_TYPE, "$.sources[0].official" },
  { { { "$.sources[0].url", "\"not an address\"" } }, MDG_GUIDE_RULE_PATTERN, "$.sources[0].url" },
  { { { "$.sources[0].page", "0" } }, MDG_GUIDE_RULE_VALUE, "$.sources[0].page" },
  { { { "$.situations[0].id", "\"Not an id\"" } }, MDG_GUIDE_RULE_PATTERN, "$.situations[0].id" },
  { { { "$.situations[0].icon", "\"phone\"" } }, MDG_GUIDE_RULE_PATTERN, "$.situations[0].icon" },
  { { { "$.situations[0].contacts[0]", "\"mother\"" } },
    MDG_GUIDE_RULE_VALUE,
    "$.situations[0].contacts[0]" },
  { { { "$.situations[0].survey.share", "\"many\"" } },
    MDG_GUIDE_RULE_PATTERN,
    "$.situations[0].survey.share" },
  { { { "$.questions[0].choices[1]", NULL } }, MDG_GUIDE_RULE_LENGTH, "$.questions[0].choices" },
  { { { "$.questions[0].choices[0]", "\"yes\"" } },
    MDG_GUIDE_RULE_TYPE,
    "$.questions[0].choices[0]" },
  { { { "$.outcomes[0].tone", "\"happy\"" } }, MDG_GUIDE_RULE_VALUE, "$.outcomes[0].tone" },
  { { { "$.outcomes[0].say", NULL } }, MDG_GUIDE_RULE_MISSING_FIELD, "$.outcomes[0].say" },
  { { { "$.outcomes[0].form", "\"f\"" } }, MDG_GUIDE_RULE_TYPE, "$.outcomes[0].form" },
  { { { "$.outcomes[0].form.en", NULL } }, MDG_GUIDE_RULE_MISSING_FIELD, "$.outcomes[0].form.en" },
  { { { "$.outcomes[1].source", "[]" } }, MDG_GUIDE_RULE_LENGTH, "$.outcomes[1].source" },
  { { { "$.outcomes[1].source", NULL } }, MDG_GUIDE_RULE_MISSING_FIELD, "$.outcomes[1].source" },
  { { { "$.outcomes[1].valid_from", NULL } },
    MDG_GUIDE_RULE_MISSING_FIELD,
    "$.outcomes[1].valid_from" },
  { { { "$.outcomes[1].valid_until", "\"2025-02-29\"" } },
    MDG_GUIDE_RULE_DATE,
    "$.outcomes[1].valid_until" },
  { { { "$.outcomes[1].valid_until", "20251201" } },
    MDG_GUIDE_RULE_TYPE,
    "$.outcomes[1].valid_until" },
  { { { "$.date", "null" } }, MDG_GUIDE_RULE_TYPE, "$.date" },
  { { { "$.checklists[0].items", "[]" } }, MDG_GUIDE_RULE_LENGTH, "$.checklists[0].items" },
  { { { "$.outreach[0].audience", "\"all\"" } }, MDG_GUIDE_RULE_VALUE, "$.outreach[0].audience" },
  { { { "$.outreach[0].state", "\"done\"" } }, MDG_GUIDE_RULE_VALUE, "$.outreach[0].state" },
  { { { "$.materials[0].kind", "\"song\"" } }, MDG_GUIDE_RULE_VALUE, "$.materials[0].kind" },
  { { { "$.drills[0].level", "4" } }, MDG_GUIDE_RULE_VALUE, "$.drills[0].level" },
  { { { "$.drills[0].level", "0" } }, MDG_GUIDE_RULE_VALUE, "$.drills[0].level" },

  /* Procedures have all of their fields; each that is missing is told once. */
  { { { "$.situations", NULL } }, MDG_GUIDE_RULE_MISSING_FIELD, "$.situations" },
  { { { "$.questions", NULL } }, MDG_GUIDE_RULE_MISSING_FIELD, "$.questions" },
  { { { "$.outcomes", NULL } }, MDG_GUIDE_RULE_MISSING_FIELD, "$.outcomes" },
  { { { "$.groups", NULL } }, MDG_GUIDE_RULE_MISSING_FIELD, "$.groups" },
  { { { "$.covers_from", NULL } }, MDG_GUIDE_RULE_MISSING_FIELD, "$.covers_from" },
  { { { "$.order_note", NULL } }, MDG_GUIDE_RULE_MISSING_FIELD, "$.order_note" },

  /* Ids */
  { { { "$.sources[1].id", "\"s\"" },
      { "$.outcomes[0].source", "[\"s\"]" },
      { "$.outcomes[1].source", "[\"s\"]" } },
    MDG_GUIDE_RULE_DUPLICATE_ID,
    "$.sources[1].id" },
  { { { "$.groups[1]", "{ \"id\": \"g\", \"title\": " T " }" } },
    MDG_GUIDE_RULE_DUPLICATE_ID,
    "$.groups[1].id" },
  { { { "$.questions[0].choices[1].id", "\"x\"" } },
    MDG_GUIDE_RULE_DUPLICATE_ID,
    "$.questions[0].choices[1].id" },
  { { { "$.checklists[0].items[1].id", "\"i\"" } },
    MDG_GUIDE_RULE_DUPLICATE_ID,
    "$.checklists[0].items[1].id" },
  { { { "$.situations[0].group", "\"none\"" } },
    MDG_GUIDE_RULE_REFERENCE,
    "$.situations[0].group" },
  { { { "$.situations[0].survey.source", "\"none\"" } },
    MDG_GUIDE_RULE_REFERENCE,
    "$.situations[0].survey.source" },
  { { { "$.situations[0].checklists[0]", "\"none\"" } },
    MDG_GUIDE_RULE_REFERENCE,
    "$.situations[0].checklists[0]" },
  { { { "$.outcomes[0].checklists[0]", "\"none\"" } },
    MDG_GUIDE_RULE_REFERENCE,
    "$.outcomes[0].checklists[0]" },
  { { { "$.outcomes[1].source[1]", "\"none\"" } },
    MDG_GUIDE_RULE_REFERENCE,
    "$.outcomes[1].source[1]" },
  { { { "$.checklists[0].items[0].source[0]", "\"none\"" } },
    MDG_GUIDE_RULE_REFERENCE,
    "$.checklists[0].items[0].source[0]" },
  { { { "$.situations[0].start", "\"none\"" } },
    MDG_GUIDE_RULE_REFERENCE,
    "$.situations[0].start" },
  { { { "$.questions[1].choices[1].next", "\"none\"" } },
    MDG_GUIDE_RULE_REFERENCE,
    "$.questions[1].choices[1].next" },

  /* Sources and dates */
  { { { "$.outcomes[0].doubt", NULL } }, MDG_GUIDE_RULE_SOURCE, "$.outcomes[0].source" },
  { { { "$.checklists[0].items[1].source[0]", "\"hearsay\"" } },
    MDG_GUIDE_RULE_SOURCE,
    "$.checklists[0].items[1].source" },
  { { { "$.checklists[0].valid_from", "\"2025-02-01\"" },
      { "$.checklists[0].valid_until", "\"2025-01-31\"" } },
    MDG_GUIDE_RULE_DATE,
    "$.checklists[0].valid_until" },

  /* Procedures */
  { { { "$.outcomes[2].valid_from", "\"2025-12-01\"" } },
    MDG_GUIDE_RULE_OVERLAP,
    "$.outcomes[2].valid_from" },
  { { { "$.outcomes[2].valid_from", "null" } },
    MDG_GUIDE_RULE_OVERLAP,
    "$.outcomes[2].valid_from" },
  { { { "$.outcomes[2].valid_from", "\"2025-12-03\"" } },
    MDG_GUIDE_RULE_GAP,
    "$.questions[1].choices[1].next" },
  { { { "$.outcomes[2].valid_until", "\"2099-12-31\"" } },
    MDG_GUIDE_RULE_GAP,
    "$.questions[1].choices[1].next" },
  { { { "$.outcomes[1].valid_from", "\"2024-12-03\"" } },
    MDG_GUIDE_RULE_GAP,
    "$.questions[1].choices[1].next" },
  { { { "$.questions[0].valid_until", "\"2030-01-01\"" } },
    MDG_GUIDE_RULE_GAP,
    "$.situations[0].start" },
  { { { "$.questions[1].choices[0].next", "\"q1\"" } },
    MDG_GUIDE_RULE_CYCLE,
    "$.questions[1].choices[0].next" },
  { { { "$.questions[1].choices[0].next", "\"q2\"" } },
    MDG_GUIDE_RULE_CYCLE,
    "$.questions[1].choices[0].next" },
  { { { "$.outcomes[3]", OUTCOME ("o3") } }, MDG_GUIDE_RULE_UNREACHABLE, "$.outcomes[3]" },
  { { { "$.questions[2]", QUESTION ("q3", "o1", "o2") } },
    MDG_GUIDE_RULE_UNREACHABLE,
    "$.questions[2]" },
  { { { "$.outcomes[1].valid_until", "\"2024-12-01\"" },
      { "$.outcomes[2].valid_from", "\"2024-12-02\"" } },
    MDG_GUIDE_RULE_UNREACHABLE,
    "$.outcomes[1]" },
  { { { "$.questions[2]", QUESTION ("q3", "o1", "o2") },
      { "$.questions[1].choices[0].next", "\"q3\"" } },
    MDG_GUIDE_RULE_DEPTH,
    "$.situations[0].start" },
};

static void
test_small_pack_is_good (void **state)
{
  g_autoptr (JsonNode) root = guide_fixture_load_small ();
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (MdgGuidePack) pack = guide_fixture_read (root, &problems);

  if (pack == NULL)
    {
      const MdgGuideProblem *first = g_ptr_array_index (problems, 0);

      fail_msg ("%s: %s", first->path, first->reason);
    }
}

static void
test_each_rule (void **state)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) root = guide_fixture_load_small ();

      for (guint j = 0; j < MAX_EDITS && cases[i].edits[j].path != NULL; j++)
        guide_fixture_edit (root, cases[i].edits[j].path, cases[i].edits[j].json);
      guide_fixture_expect (root, cases[i].rule, cases[i].path);
    }
}

static void
remove_procedures (JsonNode *root)
{
  static const char *const paths[] = {
    "$.covers_from", "$.order_note", "$.groups", "$.situations",
    "$.questions",   "$.outcomes",   "$.drills", "$.outreach",
  };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    guide_fixture_edit (root, paths[i], NULL);
}

/* A facility shares its checklists, and nothing else. */
static void
test_checklists_alone_are_a_pack (void **state)
{
  g_autoptr (JsonNode) root = guide_fixture_load_small ();
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (MdgGuidePack) pack = NULL;
  g_autoptr (GPtrArray) situations = NULL;
  g_autoptr (GPtrArray) checklists = NULL;

  remove_procedures (root);
  guide_fixture_edit (root, "$.materials", NULL);
  pack = guide_fixture_read (root, &problems);
  assert_non_null (pack);
  assert_int_equal (mdg_guide_pack_get_covers_from (pack), MDG_DAY_NONE);
  assert_null (mdg_guide_text_get (mdg_guide_pack_get_order_note (pack)));
  situations = mdg_guide_pack_list_situations (pack, mdg_day_new (2026, 11, 22));
  checklists = mdg_guide_pack_list_checklists (pack, mdg_day_new (2026, 11, 22));
  assert_int_equal (situations->len, 0);
  assert_int_equal (checklists->len, 1);

  /* Drills of procedures that are not there. */
  guide_fixture_edit (root, "$.drills", "[]");
  g_clear_pointer (&pack, mdg_guide_pack_unref);
  g_clear_pointer (&problems, g_ptr_array_unref);
  pack = guide_fixture_read (root, &problems);
  assert_null (pack);
  assert_string_equal (((MdgGuideProblem *) g_ptr_array_index (problems, 0))->path, "$.situations");
}

static void
test_nothing_is_no_pack (void **state)
{
  g_autoptr (JsonNode) root = guide_fixture_load_small ();

  remove_procedures (root);
  guide_fixture_edit (root, "$.materials", NULL);
  guide_fixture_edit (root, "$.checklists", "[]");
  guide_fixture_expect (root, MDG_GUIDE_RULE_MISSING_FIELD, "$");
  guide_fixture_edit (root, "$.checklists", NULL);
  guide_fixture_expect (root, MDG_GUIDE_RULE_MISSING_FIELD, "$");
}

/* The sixth situation may take longer than the five most frequent, but not without end. */
static void
test_depth_of_the_others (void **state)
{
  g_autoptr (JsonNode) root = guide_fixture_load_small ();
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (MdgGuidePack) pack = NULL;

  for (guint i = 1; i <= 5; i++)
    {
      g_autofree char *path = g_strdup_printf ("$.situations[%u]", i);
      g_autofree char *json =
        g_strdup_printf ("{ \"id\": \"b%u\", \"group\": \"g\", \"icon\": \"phone-symbolic\","
                         "  \"title\": %s, \"line\": %s, \"start\": \"%s\", %s }",
                         i, T, T, i < 5 ? "o1" : "q5", OPEN);

      guide_fixture_edit (root, path, json);
    }
  guide_fixture_edit (root, "$.questions[2]", QUESTION ("q4", "q2", "q1"));
  guide_fixture_edit (root, "$.questions[3]", QUESTION ("q5", "q4", "o1"));

  pack = guide_fixture_read (root, &problems);
  assert_non_null (pack);

  guide_fixture_edit (root, "$.questions[4]", QUESTION ("q6", "q5", "o1"));
  guide_fixture_edit (root, "$.situations[5].start", "\"q6\"");
  guide_fixture_expect (root, MDG_GUIDE_RULE_DEPTH, "$.situations[5].start");
}

/* A cycle that no day has, because its versions never meet, is none. */
static void
test_versions_that_never_meet_are_no_cycle (void **state)
{
  g_autoptr (JsonNode) root = guide_fixture_load_small ();
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (MdgGuidePack) pack = NULL;

  /* The edits below leave no way for the drill. */
  guide_fixture_edit (root, "$.drills", NULL);
  guide_fixture_edit (root, "$.questions[0].valid_until", "\"2025-12-01\"");
  guide_fixture_edit (root, "$.questions[1].valid_until", "\"2025-12-01\"");
  guide_fixture_edit (root, "$.questions[2]", QUESTION ("q1", "o2", "o1"));
  guide_fixture_edit (root, "$.questions[2].valid_from", "\"2025-12-02\"");
  guide_fixture_edit (root, "$.questions[3]", QUESTION ("q2", "q1", "o1"));
  guide_fixture_edit (root, "$.questions[3].valid_from", "\"2025-12-02\"");
  guide_fixture_edit (root, "$.situations[1]",
                      "{ \"id\": \"b\", \"group\": \"g\", \"icon\": \"phone-symbolic\","
                      "  \"title\": " T ", \"line\": " T ", \"start\": \"q2\", " OPEN " }");

  pack = guide_fixture_read (root, &problems);
  assert_non_null (pack);
}

static void
test_all_faults_are_told (void **state)
{
  g_autoptr (JsonNode) root = guide_fixture_load_small ();
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (MdgGuidePack) pack = NULL;

  guide_fixture_edit (root, "$.title.en", NULL);
  guide_fixture_edit (root, "$.groups[0].title.ja", "\"\"");
  guide_fixture_edit (root, "$.outcomes[2].tone", "3");
  pack = guide_fixture_read (root, &problems);
  assert_null (pack);
  assert_int_equal (problems->len, 3);
}

static void
test_report_is_limited (void **state)
{
  g_autoptr (JsonNode) root = guide_fixture_load_builtin ();
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (MdgGuidePack) pack = NULL;
  JsonArray *outcomes = json_object_get_array_member (json_node_get_object (root), "outcomes");

  for (guint i = 0; i < json_array_get_length (outcomes); i++)
    {
      JsonObject *outcome = json_array_get_object_element (outcomes, i);

      json_object_remove_member (outcome, "say");
      json_object_remove_member (outcome, "note");
    }
  pack = guide_fixture_read (root, &problems);
  assert_null (pack);
  assert_int_equal (problems->len, MDG_GUIDE_MAX_PROBLEMS);
}

typedef struct
{
  JsonObject *object;
  char *path;
} Place;

static void
clear_place (gpointer data)
{
  g_free (((Place *) data)->path);
}

static void
collect_objects (JsonNode *node, const char *path, GArray *places)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      Place place = { .object = json_node_get_object (node), .path = g_strdup (path) };
      g_autoptr (GList) names = json_object_get_members (place.object);

      g_array_append_val (places, place);
      for (GList *l = names; l != NULL; l = l->next)
        {
          g_autofree char *child_path = g_strdup_printf ("%s.%s", path, (const char *) l->data);

          collect_objects (json_object_get_member (place.object, l->data), child_path, places);
        }
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          g_autofree char *child_path = g_strdup_printf ("%s[%u]", path, i);

          collect_objects (json_array_get_element (array, i), child_path, places);
        }
    }
}

static JsonObject *
load_schema (void)
{
  return mdg_guide_schema_load (RESOURCE_PREFIX "/guide/guide.schema.json");
}

static void
expect_schema_fault (JsonObject *schema, JsonNode *root, MdgGuideRule rule, const char *path)
{
  g_autoptr (GPtrArray) problems = mdg_guide_problems_new ();
  const MdgGuideProblem *problem;

  assert_false (mdg_guide_schema_check (schema, root, problems));
  problem = g_ptr_array_index (problems, 0);
  if (problems->len != 1 || problem->rule != rule || !g_str_equal (problem->path, path))
    fail_msg ("expected rule %d at %s, got %u, rule %d at %s: %s", rule, path, problems->len,
              problem->rule, problem->path, problem->reason);
}

/* Anywhere in the real pack: a field that the format does not have is told, and where it is. */
static void
test_any_unknown_field_is_found (void **state)
{
  g_autoptr (JsonNode) root = guide_fixture_load_builtin ();
  g_autoptr (JsonObject) schema = load_schema ();
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  g_array_set_clear_func (places, clear_place);
  collect_objects (root, "$", places);
  assert_true (places->len > 500);

  for (guint i = 0; i < N_MUTATIONS; i++)
    {
      Place *place = &g_array_index (places, Place, g_rand_int_range (rand, 0, places->len));
      g_autofree char *path = g_strconcat (place->path, ".surplus", NULL);

      json_object_set_boolean_member (place->object, "surplus", TRUE);
      expect_schema_fault (schema, root, MDG_GUIDE_RULE_UNKNOWN_FIELD, path);
      json_object_remove_member (place->object, "surplus");
    }
}

/* Anywhere in the real pack: a value of another type is told, and where it is. */
static void
test_any_wrong_type_is_found (void **state)
{
  g_autoptr (JsonNode) root = guide_fixture_load_builtin ();
  g_autoptr (JsonObject) schema = load_schema ();
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  g_array_set_clear_func (places, clear_place);
  collect_objects (root, "$", places);

  for (guint i = 0; i < N_MUTATIONS; i++)
    {
      Place *place = &g_array_index (places, Place, g_rand_int_range (rand, 0, places->len));
      g_autoptr (GList) names = json_object_get_members (place->object);
      g_autofree char *name =
        g_strdup (g_list_nth_data (names, g_rand_int_range (rand, 0, g_list_length (names))));
      g_autofree char *path = g_strdup_printf ("%s.%s", place->path, name);
      g_autoptr (JsonNode) old = json_node_copy (json_object_get_member (place->object, name));

      json_object_set_double_member (place->object, name, 1.5);
      expect_schema_fault (schema, root, MDG_GUIDE_RULE_TYPE, path);

      /* The objects below were freed with the value, so the list of places is made anew. */
      json_object_set_member (place->object, name, g_steal_pointer (&old));
      g_array_set_size (places, 0);
      collect_objects (root, "$", places);
    }
}

/* Anywhere in the real pack: a language left out or left empty is told, and where it is. */
static void
test_any_missing_language_is_found (void **state)
{
  static const char *const languages[] = { "ja", "en" };
  g_autoptr (JsonNode) root = guide_fixture_load_builtin ();
  g_autoptr (JsonObject) schema = load_schema ();
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  guint n_found = 0;

  g_array_set_clear_func (places, clear_place);
  collect_objects (root, "$", places);

  while (n_found < N_MUTATIONS)
    {
      Place *place = &g_array_index (places, Place, g_rand_int_range (rand, 0, places->len));
      const char *language = languages[n_found % 2];
      g_autofree char *path = g_strdup_printf ("%s.%s", place->path, language);
      g_autofree char *old = NULL;

      if (!json_object_has_member (place->object, "ja"))
        continue;

      old = g_strdup (json_object_get_string_member (place->object, language));
      json_object_set_string_member (place->object, language, "");
      expect_schema_fault (schema, root, MDG_GUIDE_RULE_LENGTH, path);
      json_object_remove_member (place->object, language);
      expect_schema_fault (schema, root, MDG_GUIDE_RULE_MISSING_FIELD, path);
      json_object_set_string_member (place->object, language, old);
      n_found++;
    }
}

/* What the schema says is what is enforced. */
static void
test_schema_is_understood (void **state)
{
  gsize length;
  g_autofree char *text = mdg_test_read_source ("data/guide/guide.schema.json", &length);
  g_autoptr (JsonNode) schema = json_from_string (text, NULL);
  static const struct
  {
    const char *schema;
    const char *keyword;
  } others[] = {
    { "{ \"items\": { \"oneOf\": [] } }", "oneOf" },
    { "{ \"properties\": { \"a\": { \"format\": \"email\" } } }", "format" },
    { "{ \"$ref\": \"#/$defs/a\", \"maxLength\": 3 }", "maxLength" },
    { "{ \"$ref\": \"other.json\" }", "$ref" },
    { "{ \"properties\": {}, \"additionalProperties\": true }", "additionalProperties" },
    { "{ \"$defs\": { \"a\": { \"uniqueItems\": true } } }", "uniqueItems" },
  };
  g_autofree char *keyword = NULL;

  if (!mdg_guide_schema_supports (schema, &keyword))
    fail_msg ("the schema uses “%s”, which is not enforced", keyword);

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (JsonNode) other = json_from_string (others[i].schema, NULL);
      g_autofree char *found = NULL;

      assert_false (mdg_guide_schema_supports (other, &found));
      assert_string_equal (found, others[i].keyword);
    }
}

/* What is too long is told, however it is too long. */
static void
test_lengths (void **state)
{
  g_autofree char *words = g_strnfill (1001, 'x');
  g_autofree char *json = g_strdup_printf ("\"%s\"", words);
  g_autoptr (JsonNode) root = guide_fixture_load_small ();

  guide_fixture_edit (root, "$.title.ja", json);
  guide_fixture_expect (root, MDG_GUIDE_RULE_LENGTH, "$.title.ja");
  guide_fixture_edit (root, "$.title.ja", "\"t\"");
  guide_fixture_edit (root, "$.outcomes[0].contacts",
                      "[\"vendor\", \"vendor\", \"vendor\", \"vendor\", \"vendor\", \"vendor\"]");
  guide_fixture_expect (root, MDG_GUIDE_RULE_LENGTH, "$.outcomes[0].contacts");
}

static void
test_schema_knows_the_vocabulary (void **state)
{
  g_autoptr (JsonObject) schema = load_schema ();
  JsonObject *contacts =
    json_object_get_object_member (json_object_get_object_member (schema, "$defs"), "contacts");
  JsonArray *ids =
    json_object_get_array_member (json_object_get_object_member (contacts, "items"), "enum");

  assert_int_equal (json_array_get_length (ids), MDG_N_CONTACTS);
  for (guint i = 0; i < MDG_N_CONTACTS; i++)
    assert_string_equal (json_array_get_string_element (ids, i), mdg_contact_kind_get_id (i));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_small_pack_is_good),
    cmocka_unit_test (test_each_rule),
    cmocka_unit_test (test_checklists_alone_are_a_pack),
    cmocka_unit_test (test_nothing_is_no_pack),
    cmocka_unit_test (test_depth_of_the_others),
    cmocka_unit_test (test_versions_that_never_meet_are_no_cycle),
    cmocka_unit_test (test_all_faults_are_told),
    cmocka_unit_test (test_report_is_limited),
    cmocka_unit_test (test_any_unknown_field_is_found),
    cmocka_unit_test (test_any_wrong_type_is_found),
    cmocka_unit_test (test_any_missing_language_is_found),
    cmocka_unit_test (test_schema_is_understood),
    cmocka_unit_test (test_lengths),
    cmocka_unit_test (test_schema_knows_the_vocabulary),
  };

  return mdg_test_run (tests);
}
