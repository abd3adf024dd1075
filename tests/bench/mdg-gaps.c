/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mdg-gaps.h"

#define USEC_PER_MSEC 1000.0

static gint64 last;
static gint64 longest;
static guint source;

static gboolean
note_cb (gpointer data)
{
  gint64 now = g_get_monotonic_time ();

  longest = MAX (longest, now - last);
  last = now;

  return G_SOURCE_CONTINUE;
}

/**
 * mdg_gaps_begin:
 *
 * Begins to watch the main loop of this thread.
 */
void
mdg_gaps_begin (void)
{
  last = g_get_monotonic_time ();
  longest = 0;
  source = g_timeout_add_full (G_PRIORITY_HIGH, 1, note_cb, NULL, NULL);
}

/**
 * mdg_gaps_end:
 *
 * Returns: the longest time since mdg_gaps_begin() in which the loop was blocked, in ms
 */
double
mdg_gaps_end (void)
{
  note_cb (NULL);
  g_source_remove (source);

  return (double) longest / USEC_PER_MSEC;
}
