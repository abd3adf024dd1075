/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/read/mdg-xlsx-parts.h"

#include "import/read/mdg-document.h"
#include "import/mdg-import-error.h"
#include "import/read/mdg-sheet-writer.h"
#include "import/read/mdg-xml.h"

#include <glib/gi18n.h>
#include <string.h>

#define PACKAGE_RELATIONS "_rels/.rels"

/* More than a program makes. */
#define MAX_FORMATS 65536u
#define MAX_RELATIONS (4 * MDG_ZIP_MAX_MEMBERS)

typedef struct
{
  char *type;
  char *target;
} Relation;

/* One part while it is read. */
typedef struct
{
  MdgXlsxParts *parts;
  GHashTable *relations;
  GHashTable *codes;
  GString *text;
  char *folder;
  guint n_elements;
  guint phonetic_depth;
  gboolean in_text;
  gboolean in_styles;
  gboolean is_workbook;
} Part;

static void
relation_free (gpointer data)
{
  Relation *relation = data;

  g_free (relation->type);
  g_free (relation->target);
  g_free (relation);
}

static void
sheet_free (gpointer data)
{
  MdgXlsxSheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->member);
  g_free (sheet);
}

/* Where @target leads to from @folder: a path within the archive, without "." and "..". */
static char *
resolve (const char *folder, const char *target)
{
  g_autofree char *path =
    *target == '/' ? g_strdup (target) : g_strconcat (folder, "/", target, NULL);
  g_auto (GStrv) steps = g_strsplit (path, "/", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; steps[i] != NULL; i++)
    {
      if (strcmp (steps[i], "..") == 0)
        g_ptr_array_set_size (kept, (int) kept->len - (kept->len > 0));
      else if (*steps[i] != '\0' && strcmp (steps[i], ".") != 0)
        g_ptr_array_add (kept, steps[i]);
    }
  g_ptr_array_add (kept, NULL);

  return g_strjoinv ("/", (char **) kept->pdata);
}

static gboolean
start_relation (const char *name,
                const char **names,
                const char **values,
                gpointer data,
                GError **error)
{
  Part *part = data;
  const char *id = mdg_xml_get (names, values, "Id");
  const char *type = mdg_xml_get (names, values, "Type");
  const char *target = mdg_xml_get (names, values, "Target");
  Relation *relation;

  if (strcmp (name, "Relationship") != 0 || id == NULL || type == NULL || target == NULL)
    return TRUE;
  if (g_hash_table_size (part->relations) == MAX_RELATIONS)
    {
      mdg_zip_set_damaged (NULL, _ ("it has too many parts"), error);
      return FALSE;
    }

  relation = g_new0 (Relation, 1);
  relation->type = g_strdup (type);
  relation->target = resolve (part->folder, target);
  g_hash_table_replace (part->relations, g_strdup (id), relation);

  return TRUE;
}

/* Reads the relations of the part at @member, or those of the package where it is NULL. */
static GHashTable *
read_relations (const MdgZip *zip, const char *member, GCancellable *cancellable, GError **error)
{
  static const MdgXmlHandler handler = { .start = start_relation };
  g_autoptr (GHashTable) relations =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, relation_free);
  g_autofree char *folder = member != NULL ? g_path_get_dirname (member) : g_strdup ("");
  g_autofree char *base = member != NULL ? g_path_get_basename (member) : g_strdup ("");
  g_autofree char *path = member != NULL ? g_strconcat (folder, "/_rels/", base, ".rels", NULL)
                                         : g_strdup (PACKAGE_RELATIONS);
  g_autofree char *plain = resolve ("", path);
  Part part = { .relations = relations, .folder = folder };

  if (!mdg_xml_parse (zip, plain, &handler, &part, cancellable, error))
    return NULL;

  return g_steal_pointer (&relations);
}

/* Types are addresses that differ between editions of the standard, but for their last word. */
static const char *
find_by_type (GHashTable *relations, const char *type)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, relations);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Relation *relation = value;

      if (g_str_has_suffix (relation->type, type))
        return relation->target;
    }

  return NULL;
}

/* Sheets that share a member would have it read again and again. */
static gboolean
is_listed (const GPtrArray *sheets, const char *member)
{
  for (guint i = 0; i < sheets->len; i++)
    if (strcmp (((const MdgXlsxSheet *) g_ptr_array_index (sheets, i))->member, member) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
start_workbook (const char *name,
                const char **names,
                const char **values,
                gpointer data,
                GError **error)
{
  Part *part = data;
  const char *id;
  const Relation *relation;
  MdgXlsxSheet *sheet;

  if (part->n_elements++ == 0)
    part->is_workbook = strcmp (name, "workbook") == 0;
  if (strcmp (name, "workbookPr") == 0)
    {
      const char *value = mdg_xml_get (names, values, "date1904");

      part->parts->from_1904 =
        value != NULL && (strcmp (value, "1") == 0 || strcmp (value, "true") == 0);
    }
  if (strcmp (name, "sheet") != 0)
    return TRUE;

  id = mdg_xml_get (names, values, "id");
  relation = id != NULL ? g_hash_table_lookup (part->relations, id) : NULL;
  if (relation == NULL || is_listed (part->parts->sheets, relation->target))
    {
      mdg_zip_set_damaged (NULL, _ ("it lists a sheet that it does not have"), error);
      return FALSE;
    }
  /* A sheet that is a chart has no cells. */
  if (!g_str_has_suffix (relation->type, "/worksheet"))
    return TRUE;

  sheet = g_new0 (MdgXlsxSheet, 1);
  sheet->name = g_strdup (mdg_xml_get (names, values, "name"));
  sheet->member = g_strdup (relation->target);
  if (sheet->name == NULL)
    sheet->name = g_strdup ("");
  g_ptr_array_add (part->parts->sheets, sheet);

  return TRUE;
}

static gboolean
start_style (const char *name,
             const char **names,
             const char **values,
             gpointer data,
             GError **error)
{
  Part *part = data;
  guint id = mdg_xml_get_uint (names, values, "numFmtId", 0);
  const char *code;
  MdgNumberFormat format;

  if (strcmp (name, "cellXfs") == 0)
    part->in_styles = TRUE;

  code = mdg_xml_get (names, values, "formatCode");
  if (strcmp (name, "numFmt") == 0 && code != NULL && g_hash_table_size (part->codes) < MAX_FORMATS)
    g_hash_table_replace (part->codes, GUINT_TO_POINTER (id), g_strdup (code));
  if (!part->in_styles || strcmp (name, "xf") != 0)
    return TRUE;

  if (part->parts->formats->len == MAX_FORMATS)
    {
      mdg_zip_set_damaged (NULL, _ ("it has too many styles"), error);
      return FALSE;
    }
  code = g_hash_table_lookup (part->codes, GUINT_TO_POINTER (id));
  format = code != NULL ? mdg_number_format_from_code (code) : mdg_number_format_from_builtin (id);
  g_array_append_val (part->parts->formats, format);

  return TRUE;
}

static gboolean
end_style (const char *name, gpointer data, GError **error)
{
  Part *part = data;

  if (strcmp (name, "cellXfs") == 0)
    part->in_styles = FALSE;

  return TRUE;
}

static gboolean
start_string (const char *name,
              const char **names,
              const char **values,
              gpointer data,
              GError **error)
{
  Part *part = data;

  if (strcmp (name, "si") == 0)
    g_string_truncate (part->text, 0);
  else if (strcmp (name, "rPh") == 0)
    part->phonetic_depth++;
  part->in_text = strcmp (name, "t") == 0;

  return TRUE;
}

static gboolean
end_string (const char *name, gpointer data, GError **error)
{
  Part *part = data;

  part->in_text = FALSE;
  if (strcmp (name, "rPh") == 0)
    part->phonetic_depth--;
  if (strcmp (name, "si") != 0)
    return TRUE;

  part->n_elements += part->text->len;
  if (part->parts->strings->len == MDG_DOCUMENT_MAX_CELLS ||
      part->n_elements > MDG_DOCUMENT_MAX_BYTES)
    {
      g_set_error (
        error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_TOO_LARGE,
        _ ("The spreadsheet holds more text than %u MB. Save the sheet that is needed as a "
           "file of its own."),
        MDG_DOCUMENT_MAX_BYTES / 1024 / 1024);
      return FALSE;
    }
  g_ptr_array_add (
    part->parts->strings,
    g_string_chunk_insert_len (part->parts->texts, part->text->str, (gssize) part->text->len));

  return TRUE;
}

static gboolean
text_string (const char *text, gsize length, gpointer data, GError **error)
{
  Part *part = data;

  /* The phonetic runs say how names are read, beside the names. */
  if (part->in_text && part->phonetic_depth == 0)
    mdg_xlsx_append_text (part->text, text, length);
  if (part->text->len <= MDG_XML_MAX_TOKEN_BYTES)
    return TRUE;

  mdg_zip_set_damaged (NULL, _ ("it has a text without end"), error);
  return FALSE;
}

/**
 * mdg_xlsx_append_text:
 * @out: where to
 * @text: text of an element
 * @length: its length in bytes
 *
 * Appends text, in which "_x000A_" and the like stand for characters that XML cannot hold.
 */
void
mdg_xlsx_append_text (GString *out, const char *text, gsize length)
{
  const char *end = text + length;

  while (text < end)
    {
      const char *mark = memchr (text, '_', end - text);
      gunichar c = 0;

      if (mark == NULL)
        break;
      g_string_append_len (out, text, mark - text);
      text = mark + 1;
      if (end - mark >= 7 && mark[1] == 'x' && mark[6] == '_')
        for (guint i = 2; i < 6 && c != G_MAXUINT; i++)
          c = g_ascii_isxdigit (mark[i]) ? c * 16 + (guint) g_ascii_xdigit_value (mark[i])
                                         : G_MAXUINT;
      if (c != 0 && g_unichar_validate (c))
        {
          g_string_append_unichar (out, c);
          text = mark + 7;
        }
      else
        {
          g_string_append_c (out, '_');
        }
    }
  g_string_append_len (out, text, end - text);
}

static gboolean
read_styles (MdgXlsxParts *self,
             const MdgZip *zip,
             const char *member,
             GCancellable *cancellable,
             GError **error)
{
  static const MdgXmlHandler handler = { .start = start_style, .end = end_style };
  g_autoptr (GHashTable) codes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Part part = { .parts = self, .codes = codes };

  return mdg_xml_parse (zip, member, &handler, &part, cancellable, error);
}

static gboolean
read_strings (MdgXlsxParts *self,
              const MdgZip *zip,
              const char *member,
              GCancellable *cancellable,
              GError **error)
{
  static const MdgXmlHandler handler = {
    .start = start_string,
    .end = end_string,
    .text = text_string,
  };
  g_autoptr (GString) text = g_string_new (NULL);
  Part part = { .parts = self, .text = text };

  return mdg_xml_parse (zip, member, &handler, &part, cancellable, error);
}

static gboolean
read_workbook (MdgXlsxParts *self,
               const MdgZip *zip,
               const char *member,
               GHashTable *relations,
               GCancellable *cancellable,
               GError **error)
{
  static const MdgXmlHandler handler = { .start = start_workbook };
  Part part = { .parts = self, .relations = relations };

  if (!mdg_xml_parse (zip, member, &handler, &part, cancellable, error))
    return FALSE;
  if (part.is_workbook)
    return TRUE;

  mdg_sheet_writer_set_document (error);
  return FALSE;
}

/**
 * mdg_xlsx_parts_new:
 * @zip: an archive that holds an XLSX workbook
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error
 *
 * Reads what the sheets of a workbook share.
 *
 * Returns: (transfer full) (nullable): the parts, or %NULL with an error of #MdgImportError
 */
MdgXlsxParts *
mdg_xlsx_parts_new (const MdgZip *zip, GCancellable *cancellable, GError **error)
{
  g_autoptr (MdgXlsxParts) self = g_new0 (MdgXlsxParts, 1);
  g_autoptr (GHashTable) package = NULL;
  g_autoptr (GHashTable) relations = NULL;
  const char *workbook;
  const char *member;

  self->sheets = g_ptr_array_new_with_free_func (sheet_free);
  self->formats = g_array_new (FALSE, FALSE, sizeof (MdgNumberFormat));
  self->strings = g_ptr_array_new ();
  self->texts = g_string_chunk_new (16 * 1024);

  package = read_relations (zip, NULL, cancellable, error);
  if (package == NULL)
    return NULL;
  workbook = find_by_type (package, "/officeDocument");
  if (workbook == NULL || g_str_has_suffix (workbook, ".bin"))
    {
      g_set_error (error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_NOT_SPREADSHEET,
                   _ ("This is no spreadsheet that can be read. Open it in the program it was made "
                      "with, and save it as XLSX or ODS."));
      return NULL;
    }

  relations = read_relations (zip, workbook, cancellable, error);
  if (relations == NULL || !read_workbook (self, zip, workbook, relations, cancellable, error))
    return NULL;

  member = find_by_type (relations, "/styles");
  if (member != NULL && mdg_zip_has (zip, member) &&
      !read_styles (self, zip, member, cancellable, error))
    return NULL;
  member = find_by_type (relations, "/sharedStrings");
  if (member != NULL && mdg_zip_has (zip, member) &&
      !read_strings (self, zip, member, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * mdg_xlsx_parts_free:
 * @self: (nullable): parts
 *
 * Frees what the sheets share.
 */
void
mdg_xlsx_parts_free (MdgXlsxParts *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->sheets);
  g_array_unref (self->formats);
  g_ptr_array_unref (self->strings);
  g_string_chunk_free (self->texts);
  g_free (self);
}
