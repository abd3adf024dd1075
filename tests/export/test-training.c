/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/mdg-pages-fixture.h"

#include <string.h>

#include "core/mdg-csv.h"
#include "draw/mdg-paper.h"
#include "export/mdg-export-sheet.h"
#include "export/mdg-export-training.h"
#include "export/sheets/mdg-training-sheet.h"

static MdgGuidePack *pack;

static int
load (void **state)
{
  pack = mdg_guide_pack_new_builtin (NULL);

  return pack != NULL ? 0 : -1;
}

static int
unload (void **state)
{
  g_clear_pointer (&pack, mdg_guide_pack_unref);

  return 0;
}

#define A_DAY mdg_day_new (2026, 11, 22)

static MdgRound *
new_round (MdgRoundMode mode, guint n_right, guint n_drills, gboolean is_passed)
{
  MdgRound *round = mdg_round_new ();

  round->id = 7;
  round->mode = mode;
  round->situation = g_strdup ("");
  round->plan = g_strdup ("");
  round->pack_id = g_strdup (mdg_guide_pack_get_id (pack));
  round->pack_version = g_strdup ("0.9");
  round->day = A_DAY;
  round->started_at = 1795300000;
  round->finished_at = 1795300600;
  round->n_right = n_right;
  round->n_drills = n_drills;
  round->is_passed = is_passed;

  return round;
}

static void
add_attempts (MdgRound *round, guint n)
{
  GPtrArray *drills = mdg_guide_pack_get_drills (pack);

  for (guint i = 0; i < n; i++)
    {
      const MdgDrill *drill = g_ptr_array_index (drills, i % drills->len);
      MdgAttempt *attempt = mdg_attempt_new (drill->id, drill->situation, drill->level);

      attempt->number = i;
      attempt->is_right = i % 3 != 0;
      attempt->is_finished = TRUE;
      attempt->at = round->started_at + i;
      g_set_str (&attempt->choices, i % 3 == 0 ? "!invalid name" : "black-dot name");
      g_ptr_array_add (round->attempts, attempt);
    }
}

static Pages *
read_back (MdgSheet *sheet, MdgPaper paper, guint *n_pages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = mdg_export_sheet_to_bytes (sheet, paper, n_pages, &error);

  mdg_test_assert_no_error (error);

  return pages_new_from_bytes (pdf);
}

static void
test_certificate (void **state)
{
  static const MdgLanguage languages[] = { MDG_LANGUAGE_ENGLISH, MDG_LANGUAGE_JAPANESE };
  g_autoptr (MdgRound) exam = new_round (MDG_ROUND_EXAM, 18, 22, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    for (guint paper = 0; paper < 2; paper++)
      {
        g_autoptr (MdgSheet) sheet = NULL;
        g_autoptr (Pages) pages = NULL;
        guint n_pages = 0;

        mdg_language_set (languages[i]);
        sheet = mdg_training_certificate_sheet_new (pack, "田中 花子", exam);
        pages = read_back (sheet, paper == 0 ? MDG_PAPER_A4 : MDG_PAPER_A5, &n_pages);
        assert_int_equal (n_pages, 1);
        pages_assert_text (pages, "田中 花子");
        pages_assert_text (pages, "18 of 22 (81%)");
        pages_assert_text (pages, "80%");
        pages_assert_text (pages, "0.9");
        pages_assert_text (pages, "It is not an official certificate");
        pages_assert_fonts (pages);
      }
  mdg_language_set (MDG_LANGUAGE_ENGLISH);
}

/* Only a finished exam that was passed has one. */
static void
test_no_certificate (void **state)
{
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (MdgRound) round =
        new_round (i == 0 ? MDG_ROUND_QUIZ : MDG_ROUND_EXAM, 10, 10, i != 1);

      if (i == 2)
        round->finished_at = 0;
      assert_null (mdg_training_certificate_sheet_new (pack, "KT", round));
    }
}

static void
test_record (void **state)
{
  g_autoptr (GPtrArray) rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_round_free);
  MdgRound *quiz = new_round (MDG_ROUND_QUIZ, 40, 60, FALSE);
  g_autoptr (MdgTrainingSummary) summary = NULL;

  add_attempts (quiz, 60);
  g_ptr_array_add (rounds, quiz);
  g_ptr_array_add (rounds, new_round (MDG_ROUND_EXAM, 10, 22, FALSE));
  summary = mdg_training_summary_new (pack, rounds, A_DAY, A_DAY);
  for (guint paper = 0; paper < 2; paper++)
    {
      g_autoptr (MdgSheet) sheet = mdg_training_record_sheet_new (pack, "KT", rounds, summary);
      guint n_pages = 0;
      g_autoptr (Pages) pages =
        read_back (sheet, paper == 0 ? MDG_PAPER_A4 : MDG_PAPER_A5, &n_pages);

      assert_true (n_pages > 1);
      pages_assert_text (pages, "60, of which 40 right");
      pages_assert_text (pages, "10 of 22 (45%)");
      pages_assert_text (pages, "Not Passed");
      for (guint i = 0; i < summary->cases->len; i++)
        {
          const MdgCaseScore *score = g_ptr_array_index (summary->cases, i);

          pages_assert_text (pages, mdg_guide_text_get (&score->situation->title));
        }
      pages_assert_numbered (pages);
    }
}

static void
test_empty_record (void **state)
{
  g_autoptr (GPtrArray) rounds = g_ptr_array_new ();
  g_autoptr (MdgTrainingSummary) summary = mdg_training_summary_new (pack, rounds, A_DAY, A_DAY);
  g_autoptr (MdgSheet) sheet = mdg_training_record_sheet_new (pack, "KT", rounds, summary);
  g_autoptr (Pages) pages = read_back (sheet, MDG_PAPER_A4, NULL);

  pages_assert_text (pages, "Never");
  assert_false (pages_has_text (pages, "Exams"));
}

/* Read again by a strict reader, whatever the name; and no name becomes a formula. */
static void
test_table (void **state)
{
  static const char *const names[] = { "KT", "田中, 花子", "\"K\" T", "=1+1", "@SUM(A1)", "-KT" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GPtrArray) rounds =
        g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_round_free);
      MdgRound *exam = new_round (MDG_ROUND_EXAM, 1, 2, FALSE);
      g_auto (MdgCsvReader) reader = { 0 };
      g_autofree char *csv = NULL;
      guint n = 0;

      add_attempts (exam, 9);
      g_ptr_array_add (rounds, exam);
      csv = mdg_export_training_to_csv (names[i], rounds);
      assert_true (g_str_has_prefix (csv, MDG_TRAINING_CSV_HEADER "\n"));
      assert_null (strstr (csv, "\n="));
      assert_null (strstr (csv, "\n@"));

      mdg_csv_reader_init_strict (&reader, csv, strlen (csv), ',');
      while (mdg_csv_reader_next (&reader))
        {
          assert_int_equal (mdg_csv_reader_get_n (&reader), 17);
          if (n > 0)
            {
              assert_string_equal (mdg_csv_unguard (mdg_csv_reader_get (&reader, 0)), names[i]);
              assert_string_equal (mdg_csv_reader_get (&reader, 2), "exam");
              assert_string_equal (mdg_csv_reader_get (&reader, 5), "0");
              assert_string_equal (mdg_csv_reader_get (&reader, 8), "2026-11-22");
              assert_string_equal (mdg_csv_reader_get (&reader, 13), (n - 1) % 3 != 0 ? "1" : "0");
              assert_string_equal (mdg_csv_reader_get (&reader, 16),
                                   (n - 1) % 3 == 0 ? "!invalid name" : "black-dot name");
            }
          n++;
        }
      assert_int_equal (mdg_csv_reader_get_problem (&reader), MDG_CSV_FINE);
      assert_int_equal (n, 10);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_certificate), cmocka_unit_test (test_no_certificate),
    cmocka_unit_test (test_record),      cmocka_unit_test (test_empty_record),
    cmocka_unit_test (test_table),
  };

  return mdg_test_run_full (tests, load, unload);
}
