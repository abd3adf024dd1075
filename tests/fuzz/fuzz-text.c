/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz/fuzz-import.h"
#include "fuzz/mdg-fuzz.h"

/* A deck's text, whatever it holds. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  mdg_fuzz_import (bytes);

  return 0;
}
