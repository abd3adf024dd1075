/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz/fuzz-import.h"
#include "fuzz/mdg-fuzz.h"
#include "import/mdg-book-fixture.h"

#include <string.h>

/* Ends a part in the input. */
#define SEPARATOR '\x1f'

/* The next part of the input, without zero bytes, which no part of a spreadsheet has. */
static char *
take_part (const char **data, gsize *size)
{
  const char *end = memchr (*data, SEPARATOR, *size);
  gsize length = end != NULL ? (gsize) (end - *data) : *size;
  char *part = g_strndup (*data, length);

  *data += end != NULL ? length + 1 : length;
  *size -= end != NULL ? length + 1 : length;

  return part;
}

/* A spreadsheet: an input that is an archive as it is, any other as the parts of one, since hardly an
 * altered archive would still unpack. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *rest = (const char *) data;
  gsize length = size;
  g_autoptr (GBytes) bytes = NULL;

  if (size >= 2 && memcmp (data, "PK", 2) == 0)
    {
      bytes = g_bytes_new (data, size);
    }
  else
    {
      gboolean is_ods = size > 0 && data[0] == 'o';
      g_autofree char *kind = take_part (&rest, &length);
      g_autofree char *rows = take_part (&rest, &length);
      g_autofree char *styles = take_part (&rest, &length);
      g_autofree char *strings = take_part (&rest, &length);

      bytes = is_ods ? mdg_book_fixture_ods (rows) : mdg_book_fixture_xlsx (rows, styles, strings);
    }
  mdg_fuzz_import (bytes);

  return 0;
}
