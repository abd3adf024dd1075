/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz/mdg-fuzz.h"

#include <stdlib.h>

/* GLib ends a process by a trap, of which the fuzzer knows nothing; it keeps the input of an abort. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  g_log_writer_standard_streams (level, fields, n_fields, data);
  if ((level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL)) != 0)
    abort ();

  return G_LOG_WRITER_HANDLED;
}

/* Called by the fuzzer, and by the test that runs the corpus, before the first input. */
int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_log_writer_default_set_use_stderr (TRUE);
  g_log_set_writer_func (write_log, NULL, NULL);

  return 0;
}

/**
 * mdg_fuzz_fail:
 * @file: file of an assertion
 * @line: its line
 * @condition: what does not hold
 *
 * Ends the process so that the fuzzer keeps the input.
 */
void
mdg_fuzz_fail (const char *file, int line, const char *condition)
{
  g_printerr ("%s:%d: %s does not hold\n", file, line, condition);
  abort ();
}
