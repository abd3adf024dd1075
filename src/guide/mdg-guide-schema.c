/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "guide/mdg-guide-schema.h"

#include <glib/gi18n.h>

#include "core/mdg-day.h"
#include "guide/mdg-guide-json.h"
#include "guide/mdg-guide-problem.h"

/* The part of JSON Schema that the guide's schema is written in. The schema is the one description
 * of the format: it is documented, published beside the pack and enforced here, so that the three
 * cannot part. */
static const char *const keywords[] = {
  "$schema",
  "$id",
  "$defs",
  "$ref",
  "$comment",
  "title",
  "description",
  "type",
  "properties",
  "required",
  "dependentRequired",
  "additionalProperties",
  "items",
  "minItems",
  "maxItems",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "pattern",
  "enum",
  "const",
  "format",
};

typedef struct
{
  JsonObject *root;
  GHashTable *patterns; /* (owned) pattern -> GRegex */
  GString *path;
  GPtrArray *problems;
} Check;

static void check_node (Check *self, JsonObject *schema, JsonNode *node);

static void
add_problem (Check *self, MdgGuideRule rule, char *reason, const char *remedy)
{
  mdg_guide_problems_add (self->problems, rule, self->path->str, reason, remedy);
}

static const char *
get_string (JsonObject *schema, const char *keyword)
{
  return json_object_get_string_member_with_default (schema, keyword, NULL);
}

static JsonObject *
get_object (JsonObject *schema, const char *keyword)
{
  return json_object_has_member (schema, keyword) ? json_object_get_object_member (schema, keyword)
                                                  : NULL;
}

static JsonObject *
resolve (Check *self, JsonObject *schema)
{
  const char *reference = get_string (schema, "$ref");

  if (reference == NULL)
    return schema;

  g_assert (g_str_has_prefix (reference, "#/$defs/"));

  return json_object_get_object_member (json_object_get_object_member (self->root, "$defs"),
                                        reference + strlen ("#/$defs/"));
}

static const char *
get_type_name (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return "object";
  if (JSON_NODE_HOLDS_ARRAY (node))
    return "array";
  if (JSON_NODE_HOLDS_NULL (node))
    return "null";
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return "string";
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return "boolean";
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return "integer";

  return "number";
}

static gboolean
check_type (Check *self, JsonObject *schema, JsonNode *node)
{
  JsonNode *type = json_object_get_member (schema, "type");
  const char *name = get_type_name (node);
  g_autoptr (GString) wanted = g_string_new (NULL);
  g_autofree char *remedy = NULL;

  if (type == NULL)
    return TRUE;

  if (JSON_NODE_HOLDS_ARRAY (type))
    {
      JsonArray *types = json_node_get_array (type);

      for (guint i = 0; i < json_array_get_length (types); i++)
        {
          if (g_str_equal (json_array_get_string_element (types, i), name))
            return TRUE;
          g_string_append_printf (wanted, i == 0 ? "%s" : " / %s",
                                  json_array_get_string_element (types, i));
        }
    }
  else
    {
      if (g_str_equal (json_node_get_string (type), name))
        return TRUE;
      g_string_append (wanted, json_node_get_string (type));
    }

  remedy = g_strdup_printf (_ ("Write a value of the type “%s”."), wanted->str);
  add_problem (self, MDG_GUIDE_RULE_TYPE,
               g_strdup_printf (_ ("The value is of the type “%s”."), name), remedy);

  return FALSE;
}

static const GRegex *
get_pattern (Check *self, const char *pattern)
{
  GRegex *regex = g_hash_table_lookup (self->patterns, pattern);

  if (regex == NULL)
    {
      regex = g_regex_new (pattern, G_REGEX_DOLLAR_ENDONLY | G_REGEX_OPTIMIZE, 0, NULL);
      g_assert (regex != NULL);
      g_hash_table_insert (self->patterns, (gpointer) pattern, regex);
    }

  return regex;
}

static void
check_enum (Check *self, JsonObject *schema, const char *text)
{
  JsonArray *values =
    json_object_has_member (schema, "enum") ? json_object_get_array_member (schema, "enum") : NULL;
  const char *constant = values == NULL ? get_string (schema, "const") : NULL;
  g_autoptr (GString) all = NULL;
  g_autofree char *excerpt = NULL;
  g_autofree char *remedy = NULL;

  if (values == NULL && (constant == NULL || g_str_equal (constant, text)))
    return;

  all = g_string_new (constant);
  for (guint i = 0; values != NULL && i < json_array_get_length (values); i++)
    {
      if (g_str_equal (json_array_get_string_element (values, i), text))
        return;
      g_string_append_printf (all, i == 0 ? "%s" : ", %s",
                              json_array_get_string_element (values, i));
    }

  excerpt = mdg_guide_json_excerpt (text);
  remedy = g_strdup_printf (_ ("Write one of: %s."), all->str);
  add_problem (self, MDG_GUIDE_RULE_VALUE,
               g_strdup_printf (_ ("The value “%s” is not known here."), excerpt), remedy);
}

static void
check_string (Check *self, JsonObject *schema, const char *text)
{
  glong length = g_utf8_strlen (text, -1);
  gint64 max = json_object_get_int_member_with_default (schema, "maxLength", G_MAXINT64);
  const char *pattern = get_string (schema, "pattern");

  if (length < json_object_get_int_member_with_default (schema, "minLength", 0))
    add_problem (self, MDG_GUIDE_RULE_LENGTH, g_strdup (_ ("The text is empty.")),
                 _ ("Write the text, or leave the whole field out if the format lets you."));
  else if (length > max)
    {
      g_autofree char *remedy =
        g_strdup_printf (_ ("Shorten it to %lld characters."), (long long) max);

      add_problem (self, MDG_GUIDE_RULE_LENGTH,
                   g_strdup_printf (_ ("The text has %ld characters."), length), remedy);
    }
  else if (g_strcmp0 (get_string (schema, "format"), "date") == 0)
    {
      MdgDay day;

      if (!mdg_day_parse (text, &day))
        {
          g_autofree char *excerpt = mdg_guide_json_excerpt (text);

          add_problem (self, MDG_GUIDE_RULE_DATE,
                       g_strdup_printf (_ ("“%s” is not a day of the calendar."), excerpt),
                       _ ("Write the day like 2025-12-02."));
        }
    }
  else if (pattern != NULL && !g_regex_match (get_pattern (self, pattern), text, 0, NULL))
    {
      g_autofree char *excerpt = mdg_guide_json_excerpt (text);
      g_autofree char *remedy = g_strdup_printf (_ ("Write it in the form %s."), pattern);

      add_problem (self, MDG_GUIDE_RULE_PATTERN,
                   g_strdup_printf (_ ("“%s” does not have the right form."), excerpt), remedy);
    }

  check_enum (self, schema, text);
}

static void
check_integer (Check *self, JsonObject *schema, gint64 value)
{
  gint64 minimum = json_object_get_int_member_with_default (schema, "minimum", G_MININT64);
  gint64 maximum = json_object_get_int_member_with_default (schema, "maximum", G_MAXINT64);
  JsonNode *constant = json_object_get_member (schema, "const");

  if (value > maximum)
    {
      g_autofree char *remedy = g_strdup_printf (_ ("Write %lld or less."), (long long) maximum);

      add_problem (self, MDG_GUIDE_RULE_VALUE,
                   g_strdup_printf (_ ("The number %lld is too large."), (long long) value),
                   remedy);
    }
  else if (value < minimum)
    {
      g_autofree char *remedy = g_strdup_printf (_ ("Write %lld or more."), (long long) minimum);

      add_problem (self, MDG_GUIDE_RULE_VALUE,
                   g_strdup_printf (_ ("The number %lld is too small."), (long long) value),
                   remedy);
    }
  else if (constant != NULL && json_node_get_int (constant) != value)
    {
      g_autofree char *remedy =
        g_strdup_printf (_ ("Write %lld."), (long long) json_node_get_int (constant));

      add_problem (self, MDG_GUIDE_RULE_VALUE,
                   g_strdup_printf (_ ("The number %lld is not known here."), (long long) value),
                   remedy);
    }
}

static void
check_array (Check *self, JsonObject *schema, JsonArray *array)
{
  JsonObject *items = get_object (schema, "items");
  guint length = json_array_get_length (array);
  gint64 min = json_object_get_int_member_with_default (schema, "minItems", 0);
  gint64 max = json_object_get_int_member_with_default (schema, "maxItems", G_MAXUINT);
  gsize path_length = self->path->len;

  if (length < min || length > max)
    {
      g_autofree char *remedy =
        length < min ? g_strdup_printf (_ ("It needs at least %lld."), (long long) min)
                     : g_strdup_printf (_ ("It may have at most %lld."), (long long) max);

      add_problem (
        self, MDG_GUIDE_RULE_LENGTH,
        g_strdup_printf (
          g_dngettext (NULL, "The list has %u entry.", "The list has %u entries.", length), length),
        remedy);

      /* A list far too long is not worth reading. */
      if (length > max)
        return;
    }

  for (guint i = 0; items != NULL && i < length; i++)
    {
      g_string_append_printf (self->path, "[%u]", i);
      check_node (self, items, json_array_get_element (array, i));
      g_string_truncate (self->path, path_length);
    }
}

static void
check_required (Check *self, JsonArray *required, JsonObject *object)
{
  gsize path_length = self->path->len;

  for (guint i = 0; i < json_array_get_length (required); i++)
    {
      const char *wanted = json_array_get_string_element (required, i);

      if (json_object_has_member (object, wanted))
        continue;

      g_string_append_printf (self->path, ".%s", wanted);
      add_problem (self, MDG_GUIDE_RULE_MISSING_FIELD,
                   g_strdup_printf (_ ("The field “%s” is missing."), wanted), _ ("Add it."));
      g_string_truncate (self->path, path_length);
    }
}

/* Collects what the fields that are there ask for, so that each is missed once. */
static void
check_dependent (Check *self, JsonObject *schema, JsonObject *object)
{
  JsonObject *dependent = get_object (schema, "dependentRequired");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (JsonArray) wanted = json_array_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (dependent == NULL)
    return;

  json_object_iter_init_ordered (&iter, dependent);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      JsonArray *fields = json_node_get_array (node);

      for (guint i = 0; json_object_has_member (object, name) && i < json_array_get_length (fields);
           i++)
        {
          const char *field = json_array_get_string_element (fields, i);

          if (g_hash_table_add (seen, (gpointer) field))
            json_array_add_string_element (wanted, field);
        }
    }
  check_required (self, wanted, object);
}

static void
check_object (Check *self, JsonObject *schema, JsonObject *object)
{
  JsonObject *properties = get_object (schema, "properties");
  gsize path_length = self->path->len;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (properties == NULL)
    return;

  if (json_object_has_member (schema, "required"))
    check_required (self, json_object_get_array_member (schema, "required"), object);
  check_dependent (self, schema, object);

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      JsonNode *property = json_object_get_member (properties, name);

      g_string_append_c (self->path, '.');
      if (property != NULL)
        {
          g_string_append (self->path, name);
          check_node (self, json_node_get_object (property), node);
        }
      else
        {
          g_autofree char *excerpt = mdg_guide_json_excerpt (name);

          g_string_append (self->path, excerpt);
          add_problem (self, MDG_GUIDE_RULE_UNKNOWN_FIELD,
                       g_strdup_printf (_ ("The format has no field “%s” here."), excerpt),
                       _ ("Remove it, or correct its name."));
        }
      g_string_truncate (self->path, path_length);
    }
}

static void
check_node (Check *self, JsonObject *schema, JsonNode *node)
{
  JsonObject *resolved = resolve (self, schema);

  if (!check_type (self, resolved, node))
    return;

  if (JSON_NODE_HOLDS_OBJECT (node))
    check_object (self, resolved, json_node_get_object (node));
  else if (JSON_NODE_HOLDS_ARRAY (node))
    check_array (self, resolved, json_node_get_array (node));
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    check_string (self, resolved, json_node_get_string (node));
  else if (json_node_get_value_type (node) == G_TYPE_INT64)
    check_integer (self, resolved, json_node_get_int (node));
}

/**
 * mdg_guide_schema_load:
 * @resource: the path of a resource that comes with the program
 *
 * Returns: (transfer full): the schema in it
 */
JsonObject *
mdg_guide_schema_load (const char *resource)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
    g_resources_lookup_data (resource, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  /* Nothing that a user does leads here: the program would have been built wrongly. */
  if (bytes == NULL || !json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                                                    g_bytes_get_size (bytes), &error))
    g_error ("%s: %s", resource, error->message);

  return json_object_ref (json_node_get_object (json_parser_get_root (parser)));
}

/**
 * mdg_guide_schema_check:
 * @schema: a schema that mdg_guide_schema_supports()
 * @instance: what to check
 * @problems: (element-type MdgGuideProblem): where to say what is wrong
 *
 * Checks @instance against @schema and adds every fault, with its place, to @problems.
 *
 * Returns: whether there was none
 */
gboolean
mdg_guide_schema_check (JsonObject *schema, JsonNode *instance, GPtrArray *problems)
{
  g_autoptr (GHashTable) patterns =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_regex_unref);
  g_autoptr (GString) path = g_string_new ("$");
  Check check = { .root = schema, .patterns = patterns, .path = path, .problems = problems };
  guint n_problems = problems->len;

  check_node (&check, schema, instance);

  return problems->len == n_problems;
}

static gboolean
supports_members (JsonObject *members, char **keyword)
{
  JsonObjectIter iter;
  JsonNode *node;

  json_object_iter_init (&iter, members);
  while (json_object_iter_next (&iter, NULL, &node))
    if (!mdg_guide_schema_supports (node, keyword))
      return FALSE;

  return TRUE;
}

/* A known keyword can still stand in a form that is not enforced: beside a reference, which takes
 * the place of everything else, or with a value that means nothing here. */
static gboolean
supports_form (JsonObject *schema, const char *keyword, JsonNode *value)
{
  if (g_str_equal (keyword, "$ref"))
    return g_str_has_prefix (json_node_get_string (value), "#/$defs/");
  if (g_str_equal (keyword, "format"))
    return g_str_equal (json_node_get_string (value), "date");
  if (g_str_equal (keyword, "additionalProperties"))
    return JSON_NODE_HOLDS_VALUE (value) && !json_node_get_boolean (value) &&
           json_object_has_member (schema, "properties");
  if (g_str_equal (keyword, "description") || g_str_equal (keyword, "$comment"))
    return TRUE;

  return !json_object_has_member (schema, "$ref");
}

/**
 * mdg_guide_schema_supports:
 * @schema: a JSON Schema
 * @keyword: (out) (transfer full): the first keyword that is not supported
 *
 * Finds out whether every keyword of @schema is one that mdg_guide_schema_check() enforces, in the
 * form in which it stands there. Another one would pass unnoticed otherwise.
 *
 * Returns: whether all are known
 */
gboolean
mdg_guide_schema_supports (JsonNode *schema, char **keyword)
{
  JsonObject *object = json_node_get_object (schema);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      gboolean is_known = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (keywords); i++)
        is_known = is_known || g_str_equal (keywords[i], name);

      if (!is_known || !supports_form (object, name, node))
        {
          *keyword = g_strdup (name);
          return FALSE;
        }

      if (g_str_equal (name, "properties") || g_str_equal (name, "$defs"))
        {
          if (!supports_members (json_node_get_object (node), keyword))
            return FALSE;
        }
      else if (g_str_equal (name, "items") && !mdg_guide_schema_supports (node, keyword))
        return FALSE;
    }

  return TRUE;
}
