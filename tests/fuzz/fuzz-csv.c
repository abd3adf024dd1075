/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz/fuzz-import.h"
#include "fuzz/mdg-fuzz.h"
#include "import/read/mdg-csv-reader.h"
#include "import/read/mdg-text-decoder.h"

/* A table, whatever it holds: first as it would be told by its content, then with a separator that
 * it may not have. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char delimiters[] = { ',', '\t', ';' };
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GBytes) decoded = mdg_text_decode (bytes, NULL);

  mdg_fuzz_import (bytes);

  for (guint i = 0; decoded != NULL && i < G_N_ELEMENTS (delimiters); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MdgDocument) document =
        mdg_csv_reader_read (bytes, decoded, delimiters[i], NULL, NULL, NULL, &error);

      mdg_fuzz_assert ((document == NULL) == (error != NULL));
      if (document != NULL)
        mdg_document_join_cells (document);
    }

  return 0;
}
