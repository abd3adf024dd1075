/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "util/mdg-test.h"

#include "core/mdg-kill-fixture.h"

#include <signal.h>

#define DEFAULT_KILLS 20
#define MAX_KILLS 100000
#define MAX_MICROSECONDS 15000

/**
 * fixture_get_n_kills:
 *
 * Returns: how often a test kills: MDG_TEST_KILLS of the environment, or 20
 */
guint
fixture_get_n_kills (void)
{
  const char *text = g_getenv ("MDG_TEST_KILLS");
  guint64 number = DEFAULT_KILLS;

  if (text != NULL)
    assert_true (g_ascii_string_to_unsigned (text, 10, 1, MAX_KILLS, &number, NULL));

  return (guint) number;
}

/**
 * fixture_new_touch:
 * @number: number of the touch, from 0
 *
 * Returns: (transfer full): what the program that walks through a checklist notes at its touch
 *   @number, so that whoever killed it can tell touches apart
 */
MdgRunItem *
fixture_new_touch (guint number)
{
  g_autofree char *item_id = g_strdup_printf ("item-%u", number % FIXTURE_N_ITEMS);
  g_autofree char *note = g_strdup_printf ("%u", number);
  MdgItemState state = (MdgItemState) (number % 3);

  return mdg_run_item_new (item_id, state, "KS", state == MDG_ITEM_NOT_APPLICABLE ? "対象外" : NULL,
                           note);
}

/**
 * fixture_run_and_kill:
 * @rand: a generator
 * @argv: (array zero-terminated=1): a program that works until it is killed, and writes a number to
 *   standard output whenever it has done something
 * @max_lines: up to how many numbers to wait for
 *
 * Starts the program and kills it with SIGKILL somewhere in its work.
 *
 * Returns: the last number that it wrote, or -1
 */
int
fixture_run_and_kill (GRand *rand, const char *const *argv, guint max_lines)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GDataInputStream) output = NULL;
  g_autoptr (GError) error = NULL;
  guint n_lines = g_rand_int_range (rand, 0, max_lines + 1);
  int last = -1;
  char *line;

  process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  mdg_test_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));

  for (guint i = 0; i < n_lines; i++)
    {
      line = g_data_input_stream_read_line (output, NULL, NULL, NULL);
      assert_non_null (line);
      last = (int) g_ascii_strtoll (line, NULL, 10);
      g_free (line);
    }
  g_usleep (g_rand_int_range (rand, 0, MAX_MICROSECONDS));
  g_subprocess_send_signal (process, SIGKILL);

  while ((line = g_data_input_stream_read_line (output, NULL, NULL, NULL)) != NULL)
    {
      last = (int) g_ascii_strtoll (line, NULL, 10);
      g_free (line);
    }
  g_subprocess_wait (process, NULL, NULL);
  assert_true (g_subprocess_get_if_signaled (process));

  return last;
}
