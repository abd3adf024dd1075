/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/read/mdg-xml.h"

#include "import/mdg-import-error.h"

#include <glib/gi18n.h>
#include <string.h>

/* GMarkup is given so much at a time, so that a token that never ends is noticed. */
#define BLOCK_BYTES (64u * 1024)

typedef struct
{
  const MdgXmlHandler *handler;
  gpointer data;
  GMarkupParseContext *context;
  const char *member;
  guint depth;
  gsize n_bytes_in_token;
  gboolean begun;
} Parse;

static const char *
strip_prefix (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

static void
start_cb (GMarkupParseContext *context,
          const char *name,
          const char **attribute_names,
          const char **attribute_values,
          gpointer data,
          GError **error)
{
  Parse *parse = data;

  parse->n_bytes_in_token = 0;
  if (++parse->depth > MDG_XML_MAX_DEPTH)
    mdg_zip_set_damaged (parse->member, _ ("it is nested too deep"), error);
  else
    parse->handler->start (strip_prefix (name), attribute_names, attribute_values, parse->data,
                           error);
}

static void
end_cb (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  Parse *parse = data;

  parse->n_bytes_in_token = 0;
  parse->depth--;
  if (parse->handler->end != NULL)
    parse->handler->end (strip_prefix (name), parse->data, error);
}

static void
text_cb (GMarkupParseContext *context,
         const char *text,
         gsize length,
         gpointer data,
         GError **error)
{
  Parse *parse = data;

  parse->n_bytes_in_token = 0;
  if (parse->handler->text != NULL)
    parse->handler->text (text, length, parse->data, error);
}

static void
passthrough_cb (GMarkupParseContext *context,
                const char *text,
                gsize length,
                gpointer data,
                GError **error)
{
  Parse *parse = data;

  parse->n_bytes_in_token = 0;
}

/* What GMarkup finds wrong is put in our words; what a handler refused is left as it is. */
static gboolean
explain (const Parse *parse, GError *cause, GError **error)
{
  if (cause->domain != G_MARKUP_ERROR)
    {
      g_propagate_error (error, cause);
      return FALSE;
    }

  mdg_zip_set_damaged (parse->member, cause->message, error);
  g_error_free (cause);
  return FALSE;
}

static gboolean
block_cb (const char *block, gsize length, gpointer data, GError **error)
{
  Parse *parse = data;

  if (!parse->begun && length >= 3 && memcmp (block, "\xef\xbb\xbf", 3) == 0)
    {
      block += 3;
      length -= 3;
    }
  parse->begun = TRUE;

  while (length > 0)
    {
      gsize part = MIN (length, BLOCK_BYTES);
      GError *cause = NULL;

      if (!g_markup_parse_context_parse (parse->context, block, (gssize) part, &cause))
        return explain (parse, cause, error);
      parse->n_bytes_in_token += part;
      if (parse->n_bytes_in_token > MDG_XML_MAX_TOKEN_BYTES)
        {
          mdg_zip_set_damaged (parse->member, _ ("it has a text without end"), error);
          return FALSE;
        }
      block += part;
      length -= part;
    }

  return TRUE;
}

/**
 * mdg_xml_parse:
 * @zip: an archive
 * @member: a path within it
 * @handler: what to do with its elements
 * @data: data for @handler
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error
 *
 * Parses a member while it is inflated. Nothing a document type declares is expanded.
 *
 * Returns: whether all of it was read
 */
gboolean
mdg_xml_parse (const MdgZip *zip,
               const char *member,
               const MdgXmlHandler *handler,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  static const GMarkupParser parser = {
    .start_element = start_cb,
    .end_element = end_cb,
    .text = text_cb,
    .passthrough = passthrough_cb,
  };
  g_autoptr (GMarkupParseContext) context = NULL;
  Parse parse = { .handler = handler, .data = data, .member = member };
  GError *cause = NULL;

  context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &parse, NULL);
  parse.context = context;

  if (!mdg_zip_read (zip, member, block_cb, &parse, cancellable, error))
    return FALSE;
  if (!g_markup_parse_context_end_parse (context, &cause))
    return explain (&parse, cause, error);

  return TRUE;
}

/**
 * mdg_xml_get:
 * @attribute_names: (array zero-terminated=1): names of attributes
 * @attribute_values: (array zero-terminated=1): their values
 * @name: a name without prefix
 *
 * Returns: (nullable): the value of the first attribute of that name, whatever its prefix
 */
const char *
mdg_xml_get (const char **attribute_names, const char **attribute_values, const char *name)
{
  for (guint i = 0; attribute_names[i] != NULL; i++)
    if (strcmp (strip_prefix (attribute_names[i]), name) == 0)
      return attribute_values[i];

  return NULL;
}

/**
 * mdg_xml_get_uint:
 * @attribute_names: (array zero-terminated=1): names of attributes
 * @attribute_values: (array zero-terminated=1): their values
 * @name: a name without prefix
 * @fallback: what it is where there is no such number
 *
 * Returns: the value of an attribute as a number
 */
guint
mdg_xml_get_uint (const char **attribute_names,
                  const char **attribute_values,
                  const char *name,
                  guint fallback)
{
  const char *text = mdg_xml_get (attribute_names, attribute_values, name);
  guint64 value;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT, &value, NULL))
    return fallback;

  return (guint) value;
}
