/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/mdg-pages-fixture.h"

#include "core/mdg-csv.h"
#include "export/mdg-export-session.h"
#include "export/mdg-export-sheet.h"
#include "export/sheets/mdg-session-sheet.h"

#include <string.h>

static MdgSession *
new_session (void)
{
  MdgSession *session = mdg_session_new ();
  MdgSessionStep *step = mdg_session_step_new (1, 0, "Which, if any?");

  session->day = mdg_day_new (2026, 11, 22);
  g_set_str (&session->trainer, "=Tanaka");
  g_set_str (&session->title, "Room \"A\", morning");
  g_set_str (&session->attendees, "佐藤\n\n+Suzuki\n@Ito, K.\n");
  g_set_str (&session->pack_version, "2026.7");
  session->started_at = 1790000000;
  mdg_session_add_scenario (session, "a", "58 years old", "A ● is shown");
  mdg_session_add_scenario (session, "b", "-41 years", "The card was forgotten");
  mdg_session_step_add_choice (step, "x", "Take it", 3, TRUE);
  mdg_session_step_add_choice (step, "y", "=Refuse", 12, FALSE);
  step->revealed_at = 1;
  g_ptr_array_add (session->steps, step);

  return session;
}

static void
assert_record (MdgCsvReader *reader, const char *const *cells)
{
  assert_true (mdg_csv_reader_next (reader));
  assert_int_equal (mdg_csv_reader_get_n (reader), g_strv_length ((char **) cells));
  for (guint i = 0; cells[i] != NULL; i++)
    assert_string_equal (mdg_csv_reader_get (reader, i), cells[i]);
}

/* What a person typed is text in a spreadsheet too, whatever it begins with. */
static void
test_attendance_as_csv (void **state)
{
  g_autoptr (MdgSession) session = new_session ();
  g_autofree char *csv = mdg_export_session_attendance (session);
  g_auto (MdgCsvReader) reader;

  mdg_csv_reader_init (&reader, csv, strlen (csv));
  assert_record (&reader,
                 (const char *const[]) { "session_date", "trainer", "title", "name", NULL });
  assert_record (&reader, (const char *const[]) { "2026-11-22", "=Tanaka", "Room \"A\", morning",
                                                  "佐藤", NULL });
  assert_record (&reader, (const char *const[]) { "2026-11-22", "=Tanaka", "Room \"A\", morning",
                                                  "+Suzuki", NULL });
  assert_record (&reader, (const char *const[]) { "2026-11-22", "=Tanaka", "Room \"A\", morning",
                                                  "@Ito, K.", NULL });
  assert_false (mdg_csv_reader_next (&reader));
}

static void
test_results_as_csv (void **state)
{
  g_autoptr (MdgSession) session = new_session ();
  g_autofree char *csv = mdg_export_session_results (session);
  g_auto (MdgCsvReader) reader;

  mdg_test_assert_contains (csv, "\"'-41 years\"");
  mdg_test_assert_contains (csv, "\"'=Refuse\"");
  mdg_csv_reader_init (&reader, csv, strlen (csv));
  assert_record (&reader, (const char *const[]) { "scenario", "situation", "step", "question",
                                                  "choice", "votes", "right", NULL });
  assert_record (&reader, (const char *const[]) { "-41 years", "The card was forgotten", "1",
                                                  "Which, if any?", "Take it", "3", "1", NULL });
  assert_record (&reader, (const char *const[]) { "-41 years", "The card was forgotten", "1",
                                                  "Which, if any?", "=Refuse", "12", "0", NULL });
  assert_false (mdg_csv_reader_next (&reader));
}

static void
test_nobody_and_nothing (void **state)
{
  g_autoptr (MdgSession) session = mdg_session_new ();
  g_autofree char *attendance = mdg_export_session_attendance (session);
  g_autofree char *results = mdg_export_session_results (session);
  g_autoptr (MdgSheet) sheet = mdg_session_sheet_new_record (session);
  guint n_pages = 0;
  g_autoptr (GBytes) pdf = mdg_export_sheet_to_bytes (sheet, MDG_PAPER_A4, &n_pages, NULL);

  assert_string_equal (attendance, "session_date,trainer,title,name\n");
  assert_string_equal (results, "scenario,situation,step,question,choice,votes,right\n");
  assert_non_null (pdf);
  assert_int_equal (n_pages, 1);
}

static Pages *
read_back (MdgSheet *sheet, MdgPaper paper)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = mdg_export_sheet_to_bytes (sheet, paper, NULL, &error);

  mdg_test_assert_no_error (error);

  return pages_new_from_bytes (pdf);
}

/* With many names too, every name is there once, with its number and room to sign. */
static void
test_attendance_on_paper (void **state)
{
  static const guint n_names[] = { 0, 3, 60 };

  for (guint i = 0; i < G_N_ELEMENTS (n_names); i++)
    for (guint paper = 0; paper < 2; paper++)
      {
        g_autoptr (MdgSession) session = new_session ();
        g_autoptr (GString) names = g_string_new (NULL);
        g_autoptr (MdgSheet) sheet = NULL;
        g_autoptr (Pages) pages = NULL;

        for (guint j = 0; j < n_names[i]; j++)
          g_string_append_printf (names, "看護師 %u-thename\n", j);
        g_set_str (&session->attendees, names->str);
        sheet = mdg_session_sheet_new_attendance (session);
        pages = read_back (sheet, paper == 0 ? MDG_PAPER_A4 : MDG_PAPER_A5);
        for (guint j = 0; j < n_names[i]; j++)
          {
            g_autofree char *name = g_strdup_printf ("看護師 %u-thename", j);

            pages_assert_text (pages, name);
          }
        pages_assert_text (pages, "Signature");
        pages_assert_text (pages, "=Tanaka");
        pages_assert_text (pages, "Room \"A\", morning");
        pages_assert_text (pages, "22 November 2026");
        pages_assert_text (pages, "2026.7");
        pages_assert_inside (pages, 18);
        pages_assert_numbered (pages);
        pages_assert_fonts (pages);
        if (n_names[i] > 50)
          assert_true (pages->n_pages > 1);
      }
}

static void
test_record_on_paper (void **state)
{
  g_autoptr (MdgSession) session = new_session ();

  for (guint paper = 0; paper < 2; paper++)
    {
      g_autoptr (MdgSheet) sheet = mdg_session_sheet_new_record (session);
      g_autoptr (Pages) pages = read_back (sheet, paper == 0 ? MDG_PAPER_A4 : MDG_PAPER_A5);

      pages_assert_text (pages, "1. A ● is shown");
      pages_assert_text (pages, "Not shown");
      pages_assert_text (pages, "2. The card was forgotten");
      pages_assert_text (pages, "Which, if any? — Most were wrong");
      pages_assert_text (pages, "Take it");
      pages_assert_text (pages, "Right answer");
      pages_assert_text (pages, "12");
      pages_assert_text (pages, "佐藤, +Suzuki, @Ito, K.");
      pages_assert_text (pages, "Most of the group was right on 0 of 1 question");
      pages_assert_inside (pages, 18);
      pages_assert_fonts (pages);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_attendance_as_csv),  cmocka_unit_test (test_results_as_csv),
    cmocka_unit_test (test_nobody_and_nothing), cmocka_unit_test (test_attendance_on_paper),
    cmocka_unit_test (test_record_on_paper),
  };

  return mdg_test_run (tests);
}
