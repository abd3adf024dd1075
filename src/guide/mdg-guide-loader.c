/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "guide/mdg-guide-checker.h"
#include "guide/mdg-guide-json.h"
#include "guide/mdg-guide-pack-private.h"
#include "guide/mdg-guide-reader.h"
#include "guide/mdg-guide-schema.h"

/* How a guide pack comes into being: the part of mdg-guide-pack.h that reads. */

#define BUILTIN_PATH RESOURCE_PREFIX "/guide/pack.json"
#define SCHEMA_PATH RESOURCE_PREFIX "/guide/guide.schema.json"

static JsonObject *
get_schema (void)
{
  static JsonObject *schema;

  if (g_once_init_enter_pointer (&schema))
    g_once_init_leave_pointer (&schema, mdg_guide_schema_load (SCHEMA_PATH));

  return schema;
}

static MdgGuidePack *
read_pack (GBytes *bytes, GPtrArray *problems)
{
  g_autoptr (JsonNode) root = mdg_guide_json_parse (bytes, problems);
  g_autoptr (MdgGuidePack) pack = NULL;

  if (root == NULL || !mdg_guide_schema_check (get_schema (), root, problems))
    return NULL;

  pack = mdg_guide_reader_read (json_node_get_object (root), problems);
  if (problems->len > 0 || !mdg_guide_checker_check (pack, problems))
    return NULL;

  return g_steal_pointer (&pack);
}

static GError *
make_error (GPtrArray *problems, const char *name)
{
  const MdgGuideProblem *first = g_ptr_array_index (problems, 0);
  g_autofree char *text = mdg_guide_problem_to_string (first, name);
  g_autofree char *more = NULL;
  MdgGuideError code = MDG_GUIDE_ERROR_INVALID;

  if (first->rule == MDG_GUIDE_RULE_READ)
    code = MDG_GUIDE_ERROR_READ;
  else if (first->rule <= MDG_GUIDE_RULE_SYNTAX)
    code = MDG_GUIDE_ERROR_SYNTAX;

  if (problems->len > 1)
    more = g_strdup_printf (
      g_dngettext (NULL, "There is %u more fault.", "There are %u more faults.", problems->len - 1),
      problems->len - 1);

  if (more == NULL)
    return g_error_new_literal (MDG_GUIDE_ERROR, code, text);

  /* Translators: the first fault of a pack, and how many more there are. */
  return g_error_new (MDG_GUIDE_ERROR, code, C_ ("guide problem", "%s %s"), text, more);
}

/**
 * mdg_guide_pack_new_from_bytes:
 * @bytes: the contents of a pack's file
 * @name: the file's name, for people
 * @problems: (out) (optional) (transfer full) (element-type MdgGuideProblem): everything that is
 *   wrong with it, empty if nothing is
 * @error: return location for an error
 *
 * Reads a guide pack and checks it against every rule of the format.
 *
 * Returns: (transfer full) (nullable): the pack, or %NULL with @error (#MdgGuideError, the first of
 *   @problems with file, place, reason and remedy)
 */
MdgGuidePack *
mdg_guide_pack_new_from_bytes (GBytes *bytes,
                               const char *name,
                               GPtrArray **problems,
                               GError **error)
{
  g_autoptr (GPtrArray) found = mdg_guide_problems_new ();
  g_autoptr (MdgGuidePack) pack = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  pack = read_pack (bytes, found);
  if (pack == NULL)
    g_propagate_error (error, make_error (found, name));

  if (problems != NULL)
    *problems = g_steal_pointer (&found);

  return g_steal_pointer (&pack);
}

/**
 * mdg_guide_loader_read_file:
 * @file: a file
 * @error: return location for an error
 *
 * Never reads more than the format allows, whatever the file pretends to be. It blocks.
 *
 * Returns: (transfer full) (nullable): its contents, or the beginning of them if they are too much
 *   for a pack
 */
GBytes *
mdg_guide_loader_read_file (GFile *file, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GOutputStream) buffer = g_memory_output_stream_new_resizable ();
  gsize size = 0;

  if (stream == NULL)
    return NULL;

  while (size <= MDG_GUIDE_MAX_SIZE)
    {
      g_autoptr (GBytes) chunk =
        g_input_stream_read_bytes (G_INPUT_STREAM (stream), 256 * 1024, NULL, error);

      if (chunk == NULL)
        return NULL;
      if (g_bytes_get_size (chunk) == 0)
        break;
      size += g_bytes_get_size (chunk);
      if (!g_output_stream_write_all (buffer, g_bytes_get_data (chunk, NULL),
                                      g_bytes_get_size (chunk), NULL, NULL, error))
        return NULL;
    }

  if (!g_output_stream_close (buffer, NULL, error))
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (buffer));
}

/**
 * mdg_guide_loader_tell_unreadable:
 * @error: why a file could not be read
 *
 * Returns: (transfer full) (element-type MdgGuideProblem): the same as a list of one problem
 */
GPtrArray *
mdg_guide_loader_tell_unreadable (const GError *error)
{
  GPtrArray *problems = mdg_guide_problems_new ();

  mdg_guide_problems_add (problems, MDG_GUIDE_RULE_READ, "$",
                          g_strdup_printf (_ ("The file cannot be read (%s)."), error->message),
                          _ ("Choose a guide pack that you may read."));

  return problems;
}

/**
 * mdg_guide_pack_new_from_file:
 * @file: a pack's file
 * @problems: (out) (optional) (transfer full) (element-type MdgGuideProblem): everything that is
 *   wrong with it, empty if nothing is
 * @error: return location for an error
 *
 * As mdg_guide_pack_new_from_bytes(), from a file. It blocks on the file.
 *
 * Returns: (transfer full) (nullable): the pack, or %NULL with @error (#MdgGuideError)
 */
MdgGuidePack *
mdg_guide_pack_new_from_file (GFile *file, GPtrArray **problems, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GError) read_error = NULL;
  g_autoptr (GBytes) bytes = mdg_guide_loader_read_file (file, &read_error);

  if (bytes == NULL)
    {
      g_autoptr (GPtrArray) found = mdg_guide_loader_tell_unreadable (read_error);

      g_propagate_error (error, make_error (found, name));
      if (problems != NULL)
        *problems = g_steal_pointer (&found);

      return NULL;
    }

  return mdg_guide_pack_new_from_bytes (bytes, name, problems, error);
}

/**
 * mdg_guide_loader_get_builtin:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the file of the pack that comes with the program
 */
GBytes *
mdg_guide_loader_get_builtin (GError **error)
{
  return g_resources_lookup_data (BUILTIN_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

/**
 * mdg_guide_pack_new_builtin:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the pack that comes with the program. It passes every check
 *   (a test sees to that), so %NULL means that the program itself is damaged.
 */
MdgGuidePack *
mdg_guide_pack_new_builtin (GError **error)
{
  g_autoptr (GBytes) bytes = mdg_guide_loader_get_builtin (error);

  if (bytes == NULL)
    return NULL;

  return mdg_guide_pack_new_from_bytes (bytes, "pack.json", NULL, error);
}
