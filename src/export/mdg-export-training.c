/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/mdg-export-training.h"

#include "core/mdg-csv.h"

/* As in all files: the same words and numbers in every language. */
static const char *const modes[MDG_N_ROUND_MODES] = {
  [MDG_ROUND_QUIZ] = "quiz",
  [MDG_ROUND_EXAM] = "exam",
  [MDG_ROUND_CASE] = "case",
  [MDG_ROUND_AGAIN] = "again",
};

static void
append (GString *csv, const char *text)
{
  g_string_append_c (csv, ',');
  mdg_csv_append (csv, text);
}

static void
append_number (GString *csv, gint64 number)
{
  g_string_append_printf (csv, ",%" G_GINT64_FORMAT, number);
}

static void
append_time (GString *csv, gint64 time)
{
  g_autoptr (GDateTime) date = time != 0 ? g_date_time_new_from_unix_local (time) : NULL;
  g_autofree char *text = date != NULL ? g_date_time_format_iso8601 (date) : g_strdup ("");

  append (csv, text);
}

static void
append_attempt (GString *csv, const char *name, const MdgRound *round, const MdgAttempt *attempt)
{
  g_autofree char *day = mdg_day_to_string (round->day);

  mdg_csv_append (csv, name);
  append_number (csv, round->id);
  append (csv, modes[round->mode]);
  append_time (csv, round->started_at);
  append_time (csv, round->finished_at);
  append (csv, round->mode != MDG_ROUND_EXAM || round->finished_at == 0 ? ""
               : round->is_passed                                       ? "1"
                                                                        : "0");
  append (csv, round->pack_id);
  append (csv, round->pack_version);
  append (csv, day);
  append_number (csv, (gint64) attempt->number + 1);
  append (csv, attempt->drill_id);
  append (csv, attempt->situation);
  append_number (csv, attempt->level);
  append_number (csv, attempt->is_right != FALSE);
  append_number (csv, attempt->is_finished != FALSE);
  append_time (csv, attempt->at);
  append (csv, attempt->choices);
  g_string_append_c (csv, '\n');
}

/**
 * mdg_export_training_to_csv:
 * @name: whose record it is
 * @rounds: (element-type MdgRound): the rounds
 *
 * Writes somebody's record as CSV: UTF-8, one attempt a row under %MDG_TRAINING_CSV_HEADER, times in
 * ISO 8601. Choices are ids in order, a wrong one with "!" before it.
 *
 * Returns: (transfer full): the text
 */
char *
mdg_export_training_to_csv (const char *name, GPtrArray *rounds)
{
  GString *csv = g_string_new (MDG_TRAINING_CSV_HEADER "\n");

  for (guint i = 0; i < rounds->len; i++)
    {
      const MdgRound *round = g_ptr_array_index (rounds, i);

      for (guint j = 0; j < round->attempts->len; j++)
        append_attempt (csv, name, round, g_ptr_array_index (round->attempts, j));
    }

  return g_string_free_and_steal (csv);
}
