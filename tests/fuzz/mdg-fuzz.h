/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

G_BEGIN_DECLS

/* What each target defines: the fuzzer, or the test that runs the corpus, calls it with one input. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
int LLVMFuzzerInitialize (int *argc, char ***argv);

void mdg_fuzz_fail (const char *file, int line, const char *condition) G_NORETURN;

/* An assertion that ends the process, so that the fuzzer keeps the input. */
#define mdg_fuzz_assert(condition)                      \
  do                                                    \
    {                                                   \
      if (!(condition))                                 \
        mdg_fuzz_fail (__FILE__, __LINE__, #condition); \
    }                                                   \
  while (0)

G_END_DECLS
