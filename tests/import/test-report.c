/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-import-report.h"

#include "core/mdg-language.h"
#include "util/mdg-test.h"

#include <string.h>

static MdgImportReport *
make_report (void)
{
  MdgImportReport *report = mdg_import_report_new ();
  MdgReportEntry *hospitals = mdg_report_entry_new (MDG_TABLE_FACILITY_PREFECTURES, 13);
  MdgReportEntry *rates = mdg_report_entry_new (MDG_TABLE_PREFECTURES, 12);
  MdgReportEntry *chart = mdg_report_entry_new (MDG_TABLE_NONE, 9);
  MdgReportEntry *missing = mdg_report_entry_new (MDG_TABLE_VIEWS, MDG_PAGE_UNKNOWN);

  report->month = MDG_MONTH (2025, 10);
  g_set_str (&report->title, "It's “the” title, with 'quotes' and \\ and \n a line");

  hospitals->facility_type = MDG_FACILITY_HOSPITAL;
  hospitals->status = MDG_ENTRY_REFUSED;
  mdg_report_entry_take (hospitals, mdg_import_message_new (MDG_MESSAGE_SUM_OPEN, "mnc_count",
                                                            "13308759", "13308749", "10", NULL));
  mdg_report_entry_take (hospitals,
                         mdg_import_message_new (MDG_MESSAGE_ROW_TOLD_BY_RATE, "05", NULL));
  rates->status = MDG_ENTRY_PARTLY;
  rates->n_verified = 48;
  rates->n_printed = 47;
  rates->n_confirmed = 1;
  g_set_str (&chart->title, "推移");
  chart->status = MDG_ENTRY_CHART;

  g_ptr_array_add (report->entries, hospitals);
  g_ptr_array_add (report->entries, rates);
  g_ptr_array_add (report->entries, chart);
  g_ptr_array_add (report->entries, missing);

  return report;
}

static void
test_round_trip (void **state)
{
  g_autoptr (MdgImportReport) report = make_report ();
  g_autofree char *text = mdg_import_report_serialize (report);
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgImportReport) again = mdg_import_report_parse (text, &error);
  g_autofree char *text_again = NULL;
  const MdgReportEntry *entry;

  mdg_test_assert_no_error (error);
  text_again = mdg_import_report_serialize (again);
  assert_string_equal (text, text_again);
  assert_string_equal (again->title, report->title);
  assert_int_equal (again->month, MDG_MONTH (2025, 10));
  assert_int_equal (again->entries->len, 4);

  entry = g_ptr_array_index (again->entries, 0);
  assert_int_equal (entry->kind, MDG_TABLE_FACILITY_PREFECTURES);
  assert_int_equal (entry->facility_type, MDG_FACILITY_HOSPITAL);
  assert_int_equal (entry->page, 13);
  assert_int_equal (entry->status, MDG_ENTRY_REFUSED);
  assert_true (mdg_report_entry_says (entry, MDG_MESSAGE_SUM_OPEN));
  assert_false (mdg_report_entry_says (entry, MDG_MESSAGE_ROW_UNTOLD));

  entry = g_ptr_array_index (again->entries, 1);
  assert_int_equal (entry->facility_type, MDG_N_FACILITY_TYPES);
  assert_int_equal (entry->n_verified, 48);
  assert_int_equal (entry->n_printed, 47);
  assert_int_equal (entry->n_confirmed, 1);
  assert_int_equal (mdg_import_report_get_n_stored (again), 95);
  assert_int_equal (mdg_import_report_count (again, MDG_ENTRY_REFUSED), 1);
  assert_int_equal (((MdgReportEntry *) g_ptr_array_index (again->entries, 3))->page,
                    MDG_PAGE_UNKNOWN);
}

static void
test_parse_errors (void **state)
{
  static const char *const bad[] = {
    "",
    "nonsense",
    "(1, 'title', '2025-10', [])x",
    "('title', '2025-10', [])",
    "(1, 't', '', [('unheard-of', '', 1, '', 'verified', 0, 0, 0, [])])",
    "(1, 't', '', [('totals', '', 1, '', 'unheard-of', 0, 0, 0, [])])",
    "(1, 't', '', [('totals', 'unheard-of', 1, '', 'verified', 0, 0, 0, [])])",
  };
  g_autoptr (GError) none = NULL;
  g_autoptr (MdgImportReport) newer = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      assert_null (mdg_import_report_parse (bad[i], &error));
      assert_non_null (error);
    }

  /* A message of another version is left out, the rest stands. */
  newer = mdg_import_report_parse ("(1, 't', '', [('totals', '', 1, '', 'refused', 0, 0, 0, "
                                   "[('unheard-of', ['a']), ('row-untold', ['too many']), "
                                   "('row-untold', [])])])\n",
                                   &none);
  mdg_test_assert_no_error (none);
  assert_int_equal (((MdgReportEntry *) g_ptr_array_index (newer->entries, 0))->messages->len, 1);
}

static void
test_render (void **state)
{
  g_autoptr (MdgImportReport) report = make_report ();
  g_autofree char *text = NULL;

  mdg_language_set (MDG_LANGUAGE_ENGLISH);
  text = mdg_import_report_render (report);
  mdg_test_assert_contains (text, "Slide 13");
  mdg_test_assert_contains (text, "Hospitals: refused\n");
  mdg_test_assert_contains (text, "printed as 13,308,759");
  mdg_test_assert_contains (text, "sum to 13,308,749; the difference is 10");
  mdg_test_assert_contains (text, "Akita");
  mdg_test_assert_contains (text, "49 verified, 47 as printed");
  mdg_test_assert_contains (text, "Slide 9: 推移: chart, no figures in the text\n");
  mdg_test_assert_contains (text, "Information views by facility type: not in this text\n");
}

/* Every sentence can be said: no placeholder is left, whatever the arguments. */
static void
test_every_message (void **state)
{
  static const char *const args[] = { "05", "totals", "mnc_count", "2025-10",
                                      "-1", "",       "x y",       "99999999999999999999" };

  for (guint code = 0; code < MDG_N_MESSAGES; code++)
    {
      guint n_args = mdg_message_code_get_n_args (code);
      MdgMessageCode again;

      assert_true (mdg_message_code_from_id (mdg_message_code_get_id (code), &again));
      assert_int_equal (again, code);
      for (guint i = 0; i < G_N_ELEMENTS (args); i++)
        {
          const char *strings[8] = { NULL };
          g_autoptr (MdgImportMessage) message = NULL;
          g_autofree char *text = NULL;

          for (guint j = 0; j < n_args; j++)
            strings[j] = args[(i + j) % G_N_ELEMENTS (args)];
          message = mdg_import_message_new_args (code, strings);
          text = mdg_import_message_render (message);
          assert_null (strchr (text, '{'));
          assert_true (strlen (text) > 5);
        }
    }
}

static void
test_ids (void **state)
{
  MdgTableKind kind;
  MdgEntryStatus status;
  MdgMessageCode code;

  for (guint i = 0; i < MDG_N_TABLE_KINDS; i++)
    {
      assert_true (mdg_table_kind_from_id (mdg_table_kind_get_id (i), &kind));
      assert_int_equal (kind, i);
      assert_true (strlen (mdg_table_kind_get_label (i)) > 0);
    }
  for (guint i = 0; i < MDG_N_ENTRY_STATUSES; i++)
    {
      assert_true (mdg_entry_status_from_id (mdg_entry_status_get_id (i), &status));
      assert_int_equal (status, i);
      assert_true (strlen (mdg_entry_status_get_label (i)) > 0);
    }
  assert_false (mdg_table_kind_from_id ("x", &kind));
  assert_false (mdg_entry_status_from_id ("x", &status));
  assert_false (mdg_message_code_from_id ("x", &code));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_round_trip), cmocka_unit_test (test_parse_errors),
    cmocka_unit_test (test_render),     cmocka_unit_test (test_every_message),
    cmocka_unit_test (test_ids),
  };

  return mdg_test_run (tests);
}
