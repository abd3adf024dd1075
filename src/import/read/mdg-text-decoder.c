/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/read/mdg-text-decoder.h"

#include "import/read/mdg-document.h"
#include "import/mdg-import-error.h"
#include "import/read/mdg-reader.h"

#include <glib/gi18n.h>
#include <string.h>

#define UTF8_MARK "\xef\xbb\xbf"
#define UTF16_LITTLE_MARK "\xff\xfe"
#define UTF16_BIG_MARK "\xfe\xff"

/* What Windows calls Shift-JIS: with ㈱, ① and 髙. */
#define SHIFT_JIS "CP932"

static gboolean
begins_with (const char *text, gsize length, const char *mark)
{
  return length >= strlen (mark) && memcmp (text, mark, strlen (mark)) == 0;
}

/* Text has no characters that are only for terminals or for private use. Nearly any bytes can be
 * read as Shift-JIS, but what comes out then has some. */
static gboolean
is_text (const char *text, gsize length)
{
  const char *end = text + length;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      GUnicodeType type = g_unichar_type (c);

      if (type == G_UNICODE_PRIVATE_USE || type == G_UNICODE_UNASSIGNED || c == 0xfffd ||
          (type == G_UNICODE_CONTROL && strchr ("\t\n\r\f", (int) c) == NULL) || c == 0)
        return FALSE;
    }

  return TRUE;
}

static GBytes *
convert (const char *text, gsize length, const char *charset)
{
  gsize n_written = 0;
  g_autofree char *converted =
    g_convert (text, (gssize) length, "UTF-8", charset, NULL, &n_written, NULL);

  if (converted == NULL || !is_text (converted, n_written))
    return NULL;

  return g_bytes_new_take (g_steal_pointer (&converted), n_written);
}

static guint
count_lines (const char *text, gsize length)
{
  guint n = 1;

  for (gsize i = 0; i < length; i++)
    if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == length || text[i + 1] != '\n')))
      n++;

  return n;
}

/**
 * mdg_text_decode:
 * @bytes: the content of a text file
 * @error: return location for an error
 *
 * Makes UTF-8 without a byte order mark of a text in UTF-8, in UTF-16 with a byte order mark, or in
 * Shift-JIS as Windows writes it.
 *
 * Returns: (transfer full) (nullable): valid UTF-8 without zero bytes, or %NULL with
 *   %MDG_IMPORT_ERROR_EMPTY, %MDG_IMPORT_ERROR_TOO_LARGE or %MDG_IMPORT_ERROR_BINARY
 */
GBytes *
mdg_text_decode (GBytes *bytes, GError **error)
{
  const char *text;
  const char *bad;
  gsize length;
  GBytes *converted;

  text = g_bytes_get_data (bytes, &length);
  if (length == 0)
    {
      g_set_error (error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_EMPTY,
                   _ ("The file is empty. Save the deck’s text into it again."));
      return NULL;
    }
  if (length > MDG_DOCUMENT_MAX_BYTES)
    {
      mdg_reader_set_too_large (error);
      return NULL;
    }

  if (begins_with (text, length, UTF16_LITTLE_MARK) || begins_with (text, length, UTF16_BIG_MARK))
    {
      converted = convert (text + 2, length - 2,
                           begins_with (text, length, UTF16_BIG_MARK) ? "UTF-16BE" : "UTF-16LE");
      if (converted != NULL)
        return converted;
    }

  /* Zero bytes are invalid for this call too, so that one check finds all that is not text. */
  if (g_utf8_validate (text, (gssize) length, &bad))
    {
      gsize skipped = begins_with (text, length, UTF8_MARK) ? strlen (UTF8_MARK) : 0;

      return skipped > 0 ? g_bytes_new_from_bytes (bytes, skipped, length - skipped)
                         : g_bytes_ref (bytes);
    }

  converted = convert (text, length, SHIFT_JIS);
  if (converted != NULL)
    return converted;

  g_set_error (error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_BINARY,
               _ ("This is not a text in UTF-8 or Shift-JIS: byte %zu, on line %u, cannot be read. "
                  "Save the deck as plain text in UTF-8."),
               (gsize) (bad - text) + 1, count_lines (text, bad - text));
  return NULL;
}
