/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz/mdg-fuzz.h"

#include "guide/mdg-guide-pack.h"

/* A guide pack: it loads, or every problem can be told to people. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgGuidePack) pack =
    mdg_guide_pack_new_from_bytes (bytes, "pack.json", &problems, &error);

  mdg_fuzz_assert ((pack == NULL) == (error != NULL));
  if (pack != NULL)
    {
      mdg_fuzz_assert (mdg_guide_pack_get_id (pack) != NULL);
      return 0;
    }

  mdg_fuzz_assert (g_utf8_validate (error->message, -1, NULL));
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      g_autofree char *text =
        mdg_guide_problem_to_string (g_ptr_array_index (problems, i), "pack.json");

      mdg_fuzz_assert (g_utf8_validate (text, -1, NULL));
    }

  return 0;
}
