/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "guide/mdg-guide-json.h"

#include <glib/gi18n.h>
#include <string.h>

#include "guide/mdg-guide-problem.h"

#define EXCERPT_CHARS 40

/* One open object or array while the text is scanned. */
typedef struct
{
  gboolean is_object;
  gboolean wants_name; /* the next string is a field's name */
  GHashTable *names;   /* the names seen so far; NULL in an array */
  const char *name;    /* the current field's, owned by @names */
  guint index;         /* the current element's */
} Frame;

typedef struct
{
  Frame frames[MDG_GUIDE_MAX_NESTING];
  guint depth;
  GPtrArray *problems;
} Scanner;

/**
 * mdg_guide_json_excerpt:
 * @text: any text
 *
 * Returns: (transfer full): its beginning, short and without line breaks, to be quoted in a message
 */
char *
mdg_guide_json_excerpt (const char *text)
{
  GString *excerpt = g_string_new (NULL);
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      if (n == EXCERPT_CHARS)
        {
          g_string_append (excerpt, "…");
          break;
        }
      g_string_append_unichar (excerpt, g_unichar_isprint (c) ? c : ' ');
    }

  return g_string_free_and_steal (excerpt);
}

static char *
scanner_get_path (Scanner *self)
{
  GString *path = g_string_new ("$");

  for (guint i = 0; i < self->depth; i++)
    {
      const Frame *frame = &self->frames[i];

      if (!frame->is_object)
        g_string_append_printf (path, "[%u]", frame->index);
      else if (frame->name != NULL)
        {
          g_autofree char *name = mdg_guide_json_excerpt (frame->name);

          g_string_append_printf (path, ".%s", name);
        }
    }

  return g_string_free_and_steal (path);
}

static void
scanner_clear (Scanner *self)
{
  while (self->depth > 0)
    g_clear_pointer (&self->frames[--self->depth].names, g_hash_table_unref);
}

static void
scanner_push (Scanner *self, gboolean is_object)
{
  self->frames[self->depth++] = (Frame) {
    .is_object = is_object,
    .wants_name = is_object,
    .names = is_object ? g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) : NULL,
  };
}

/* A repeated name is legal JSON, of which parsers keep one value or the other: what two readers of
 * the same file then see may differ. */
static void
scanner_add_name (Scanner *self, Frame *frame, const char *start, gsize length)
{
  g_autofree char *name = g_strndup (start, length);
  gpointer first;

  frame->wants_name = FALSE;

  if (memchr (start, '\\', length) != NULL)
    {
      g_autofree char *path = scanner_get_path (self);

      mdg_guide_problems_add (self->problems, MDG_GUIDE_RULE_UNKNOWN_FIELD, path,
                              g_strdup (_ ("A field's name has a backslash.")),
                              _ ("Write the name out, as the format has it."));
    }

  if (g_hash_table_lookup_extended (frame->names, name, &first, NULL))
    {
      g_autofree char *path = NULL;
      g_autofree char *excerpt = mdg_guide_json_excerpt (name);

      frame->name = first;
      path = scanner_get_path (self);
      mdg_guide_problems_add (self->problems, MDG_GUIDE_RULE_DUPLICATE_KEY, path,
                              g_strdup_printf (_ ("The field “%s” stands here twice."), excerpt),
                              _ ("Remove one of the two."));
      return;
    }

  frame->name = name;
  g_hash_table_add (frame->names, g_steal_pointer (&name));
}

/* Whether the escapes from @p to @end name the character NUL, at which C strings end. */
static gboolean
is_nul_escape (const char *p, const char *end)
{
  return end - p >= 6 && strncmp (p, "\\u0000", 6) == 0;
}

/* Looks at what a parser would overlook, or what would harm it. Everything that is merely not JSON
 * is left to the parser, whose message has line and column. */
static gboolean
scan (GBytes *bytes, GPtrArray *problems)
{
  Scanner scanner = { .problems = problems };
  guint n_problems = problems->len;
  gsize size;
  const char *p = g_bytes_get_data (bytes, &size);
  const char *end = p + size;

  for (; p < end; p++)
    {
      Frame *frame = scanner.depth > 0 ? &scanner.frames[scanner.depth - 1] : NULL;

      if (*p == '{' || *p == '[')
        {
          if (scanner.depth == MDG_GUIDE_MAX_NESTING)
            {
              g_autofree char *path = scanner_get_path (&scanner);

              mdg_guide_problems_add (
                problems, MDG_GUIDE_RULE_NESTING, path,
                g_strdup_printf (_ ("Objects and lists are nested more than %d deep."),
                                 MDG_GUIDE_MAX_NESTING),
                _ ("Write the pack in the form that the format describes."));
              break;
            }
          scanner_push (&scanner, *p == '{');
        }
      else if (*p == '}' || *p == ']')
        {
          if (frame == NULL)
            break;
          scanner.depth--;
          g_clear_pointer (&frame->names, g_hash_table_unref);
        }
      else if (*p == ',' && frame != NULL)
        {
          if (frame->is_object)
            frame->wants_name = TRUE;
          else
            frame->index++;
        }
      else if (*p == '"')
        {
          const char *start = ++p;

          while (p < end && *p != '"')
            {
              if (is_nul_escape (p, end))
                {
                  g_autofree char *path = scanner_get_path (&scanner);

                  mdg_guide_problems_add (problems, MDG_GUIDE_RULE_ENCODING, path,
                                          g_strdup (_ ("The text has a NUL character.")),
                                          _ ("Remove it."));
                }
              p += *p == '\\' && p + 1 < end ? 2 : 1;
            }
          if (p >= end)
            break;
          if (frame != NULL && frame->is_object && frame->wants_name)
            scanner_add_name (&scanner, frame, start, p - start);
        }
    }

  scanner_clear (&scanner);

  return problems->len == n_problems;
}

static gboolean
check_bytes (GBytes *bytes, GPtrArray *problems)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size > MDG_GUIDE_MAX_SIZE)
    {
      mdg_guide_problems_add (
        problems, MDG_GUIDE_RULE_TOO_LARGE, "$",
        g_strdup_printf (_ ("The file is larger than %d MiB."), MDG_GUIDE_MAX_SIZE / 1024 / 1024),
        _ ("Choose a guide pack."));
      return FALSE;
    }

  if (size == 0)
    {
      mdg_guide_problems_add (problems, MDG_GUIDE_RULE_SYNTAX, "$",
                              g_strdup (_ ("The file is empty.")), _ ("Choose a guide pack."));
      return FALSE;
    }

  /* A NUL byte is no text either. */
  if (!g_utf8_validate_len (data, size, NULL))
    {
      mdg_guide_problems_add (problems, MDG_GUIDE_RULE_ENCODING, "$",
                              g_strdup (_ ("The file is not text in UTF-8.")),
                              _ ("Save it as UTF-8, or choose a guide pack."));
      return FALSE;
    }

  return TRUE;
}

/**
 * mdg_guide_json_parse:
 * @bytes: the contents of a file
 * @problems: (element-type MdgGuideProblem): where to say what is wrong
 *
 * Parses JSON that may come from anywhere: size, encoding, nesting and repeated names are checked
 * before the parser sees it.
 *
 * Returns: (transfer full) (nullable): the root, or %NULL after adding to @problems
 */
JsonNode *
mdg_guide_json_parse (GBytes *bytes, GPtrArray *problems)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  JsonNode *root;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (!check_bytes (bytes, problems) || !scan (bytes, problems))
    return NULL;

  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, data, size, &error))
    {
      mdg_guide_problems_add (
        problems, MDG_GUIDE_RULE_SYNTAX, "$",
        g_strdup_printf (_ ("The file is not valid JSON (%s)."), error->message),
        _ ("Correct the text there, or choose a guide pack."));
      return NULL;
    }

  root = json_parser_steal_root (parser);
  if (root == NULL)
    mdg_guide_problems_add (problems, MDG_GUIDE_RULE_SYNTAX, "$",
                            g_strdup (_ ("The file is empty.")), _ ("Choose a guide pack."));

  return root;
}
