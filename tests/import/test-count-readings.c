/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-count-pieces.h"

#include "import/deck/mdg-count-pair.h"

#include <string.h>

/*
 * Where the laws leave two readings the import asks, and where they leave none the figures can still
 * be taken as printed.
 */

#define HOSPITALS "病院 23,346,654 13,308,759 10,037,895"
#define CLINICS "医科診療所 115,722,929 41,849,983 73,872,946"
#define TOTAL "総計 274,605,299 101,991,041 172,614,258"
#define TIED_CLINICS "医科診療所 23,346,654 13,308,759 10,037,895"
#define TWIN_CLINICS "医科診療所 23,346,654 13,308,760 10,037,894"
#define TWIN_TOTAL "総計 182,229,024 73,449,818 108,779,206"
#define TIED_TOTAL "総計 182,229,024 73,449,817 108,779,207"

static gint64
read_count (const char *text)
{
  gint64 value = 0;

  assert_true (mdg_count_parse (text, strlen (text), &value));

  return value;
}

static gboolean
add_to_mnc (Row *row, int step)
{
  gint64 mnc = read_count (row->cells[MNC]) + step;
  MdgDecimal rate;

  assert_true (mdg_decimal_parse (row->cells[RATE], (gssize) strlen (row->cells[RATE]) - 1, &rate));
  if (!mdg_count_rate_holds (mnc, read_count (row->cells[VERIFICATIONS]), rate))
    return FALSE;

  g_free (row->cells[MNC]);
  row->cells[MNC] = g_strdup_printf ("%d,%03d", (int) mnc / 1000, (int) mnc % 1000);
  return TRUE;
}

/* A copy of a piece, where one count is a little greater and another as much smaller: with both it has
 * the same sums. */
static GPtrArray *
copy_piece (GPtrArray *piece, guint n_altered)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (mdg_row_free);
  guint n = 0;

  for (guint i = 0; i < piece->len; i++)
    {
      g_autoptr (GString) line = g_string_new (NULL);
      Row *row;

      mdg_append_cells (line, mdg_get_row (piece, i), mdg_usual_order, " ");
      row = mdg_row_new (line->str);
      g_ptr_array_add (copy, row);
      /* Counts of a million and more would be written otherwise. */
      if (n < n_altered && strlen (row->cells[MNC]) == 7 && add_to_mnc (row, n == 0 ? 1 : -1))
        n++;
    }
  assert_int_equal (n, n_altered);

  return copy;
}

static void
write_rows (GString *text, GPtrArray *left, GPtrArray *right)
{
  GPtrArray *tables[] = { left, right };

  for (guint table = 0; table < 2; table++)
    {
      g_string_append (text, "順位 R7.9順位 都道府県 利用率 MNC利用件数 オン資件数\n");
      for (guint i = 0; i < tables[table]->len; i++)
        {
          mdg_append_cells (text, mdg_get_row (tables[table], i), mdg_usual_order, " ");
          g_string_append_c (text, '\n');
        }
    }
}

/* The deck with medical clinics that are nearly the hospitals. */
static GString *
make_twins (guint n_altered_heads, guint n_altered_tails, const char *clinics, const char *total)
{
  GPtrArray *pieces[2] = { mdg_pieces[0], mdg_pieces[2] };
  GString *text;

  mdg_pieces[0] = copy_piece (mdg_pieces[1], n_altered_heads);
  mdg_pieces[2] = copy_piece (mdg_pieces[3], n_altered_tails);
  text = mdg_lay_out (write_rows);
  assert_int_equal (g_string_replace (text, CLINICS, clinics, 1), 1);
  assert_int_equal (g_string_replace (text, TOTAL, total, 1), 1);
  for (guint i = 0; i < 2; i++)
    {
      g_ptr_array_unref (mdg_pieces[2 * i]);
      mdg_pieces[2 * i] = pieces[i];
    }

  return text;
}

/* With the totals of the hospitals. */
static GString *
make_tied (void)
{
  return make_twins (2, 0, TIED_CLINICS, TIED_TOTAL);
}

static MdgImportResult *
import_with (const char *text, const char *const *answers)
{
  g_autoptr (GHashTable) table = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  MdgImportResult *result;

  for (; answers[0] != NULL; answers += 2)
    g_hash_table_insert (table, (gpointer) answers[0], (gpointer) answers[1]);
  result = mdg_import_bytes (bytes, NULL, &(MdgImportOptions) { .answers = table }, NULL, &error);
  mdg_test_assert_no_error (error);

  return result;
}

static guint
count_figures (const MdgImportResult *result, MdgFacilityType type, MdgQuality quality)
{
  guint n = 0;

  for (guint i = 0; i < result->batch->observations->len; i++)
    {
      const MdgObservation *row = &g_array_index (result->batch->observations, MdgObservation, i);

      n += row->facility_type == type && row->area != MDG_AREA_NATIONAL && row->quality == quality;
    }

  return n;
}

static void
test_tie_is_asked (void **state)
{
  static const char *const none[] = { NULL };
  g_autoptr (GString) text = make_tied ();
  g_autoptr (MdgImportResult) result = import_with (text->str, none);
  guint n_open = 0;

  assert_int_equal (result->questions->len, 2);
  assert_true (mdg_import_result_has_open_question (result));
  for (guint i = 0; i < 2; i++)
    {
      const MdgImportQuestion *question = g_ptr_array_index (result->questions, i);
      g_autofree char *id = g_strdup_printf ("reading:13:%u", i + 1);
      const MdgImportChoice *first = g_ptr_array_index (question->choices, 0);
      const MdgImportChoice *second = g_ptr_array_index (question->choices, 1);

      assert_int_equal (question->kind, MDG_QUESTION_READING);
      assert_string_equal (question->id, id);
      assert_int_equal (question->choices->len, 2);
      assert_string_equal (first->answer, "hospital");
      assert_string_equal (second->answer, "medical_clinic");
      assert_string_not_equal (first->label, second->label);
      mdg_test_assert_contains (question->subject, "1 栃木 69.75%");
      assert_null (question->answer);
    }

  for (guint i = 0; i < result->report->entries->len; i++)
    {
      const MdgReportEntry *entry = g_ptr_array_index (result->report->entries, i);

      if (entry->status != MDG_ENTRY_OPEN)
        continue;
      n_open++;
      assert_int_equal (entry->kind, MDG_TABLE_FACILITY_PREFECTURES);
      assert_int_equal (entry->facility_type, MDG_N_FACILITY_TYPES);
      assert_true (mdg_report_entry_says (entry, MDG_MESSAGE_TYPES_TIED));
    }
  assert_int_equal (n_open, 2);
  assert_int_equal (mdg_import_report_count (result->report, MDG_ENTRY_MISSING), 0);
  for (guint quality = 0; quality < MDG_N_QUALITIES; quality++)
    {
      assert_int_equal (count_figures (result, MDG_FACILITY_HOSPITAL, quality), 0);
      assert_int_equal (count_figures (result, MDG_FACILITY_MEDICAL_CLINIC, quality), 0);
    }
  /* The rates by prefecture are now of other counts, which leaves a doubt. */
  assert_int_equal (count_figures (result, MDG_FACILITY_PHARMACY, MDG_QUALITY_VERIFIED) +
                      count_figures (result, MDG_FACILITY_PHARMACY, MDG_QUALITY_PRINTED),
                    235);
}

static void
test_tie_is_answered (void **state)
{
  static const char *const answers[] = { "reading:13:1", "medical_clinic", "reading:13:2",
                                         "hospital", NULL };
  static const char *const turned[] = { "reading:13:2", "medical_clinic", "reading:13:1",
                                        "hospital", NULL };
  g_autoptr (GString) text = make_tied ();
  g_autoptr (MdgImportResult) result = import_with (text->str, answers);
  g_autoptr (MdgImportResult) other = import_with (text->str, turned);
  guint n_different = 0;

  assert_false (mdg_import_result_has_open_question (result));
  assert_int_equal (mdg_import_report_count (result->report, MDG_ENTRY_OPEN), 0);
  assert_int_equal (count_figures (result, MDG_FACILITY_HOSPITAL, MDG_QUALITY_PRINTED), 235);
  assert_int_equal (count_figures (result, MDG_FACILITY_MEDICAL_CLINIC, MDG_QUALITY_PRINTED), 235);
  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    {
      const MdgObservation *count =
        mdg_deck_find (result, MDG_DECK_MONTH, area, MDG_FACILITY_HOSPITAL, MDG_MEASURE_MNC_COUNT);
      const MdgObservation *true_one = mdg_deck_find (mdg_deck_base (), MDG_DECK_MONTH, area,
                                                      MDG_FACILITY_HOSPITAL, MDG_MEASURE_MNC_COUNT);
      const MdgObservation *turned_one =
        mdg_deck_find (other, MDG_DECK_MONTH, area, MDG_FACILITY_HOSPITAL, MDG_MEASURE_MNC_COUNT);

      assert_int_equal (count->value.digits, true_one->value.digits);
      n_different += turned_one->value.digits != true_one->value.digits;
    }
  assert_int_equal (n_different, 2);
}

/* One answer of each kind is not enough where two tables need different ones. */
static void
test_same_answer_twice (void **state)
{
  static const char *const answers[] = { "reading", "hospital", NULL };
  static const char *const one[] = { "reading:13:1", "hospital", NULL };
  static const char *const foreign[] = { "reading", "pharmacy", NULL };
  g_autoptr (GString) text = make_tied ();
  g_autoptr (MdgImportResult) both = import_with (text->str, answers);
  g_autoptr (MdgImportResult) first = import_with (text->str, one);
  g_autoptr (MdgImportResult) wrong = import_with (text->str, foreign);

  assert_int_equal (count_figures (both, MDG_FACILITY_HOSPITAL, MDG_QUALITY_PRINTED), 0);
  assert_int_equal (mdg_import_report_count (both->report, MDG_ENTRY_OPEN), 0);
  assert_int_equal (count_figures (first, MDG_FACILITY_HOSPITAL, MDG_QUALITY_PRINTED), 235);
  assert_int_equal (mdg_import_report_count (first->report, MDG_ENTRY_OPEN), 1);
  assert_int_equal (mdg_import_report_count (wrong->report, MDG_ENTRY_OPEN), 2);
}

static guint
count_saying (const MdgImportResult *result, MdgMessageCode code)
{
  guint n = 0;

  for (guint i = 0; i < result->report->entries->len; i++)
    n += mdg_report_entry_says (g_ptr_array_index (result->report->entries, i), code);

  return n;
}

/* The second parts of two tables have the same prefectures and the same sums, so that they could
 * belong to either first part. */
static void
test_tied_pieces (void **state)
{
  g_autoptr (GString) text = make_twins (1, 2, TWIN_CLINICS, TWIN_TOTAL);
  g_autoptr (GString) same = make_twins (1, 0, TWIN_CLINICS, TWIN_TOTAL);
  g_autoptr (MdgImportResult) result = mdg_deck_import (text->str, -1);
  g_autoptr (MdgImportResult) result_same = mdg_deck_import (same->str, -1);
  MdgReportEntry *entry =
    mdg_deck_find_entry (result, MDG_TABLE_FACILITY_PREFECTURES, MDG_FACILITY_HOSPITAL);

  assert_int_equal (count_saying (result, MDG_MESSAGE_PIECES_TIED), 2);
  assert_int_equal (entry->status, MDG_ENTRY_REFUSED);
  assert_true (mdg_import_result_can_accept (result, entry));
  for (guint quality = 0; quality < MDG_N_QUALITIES; quality++)
    {
      assert_int_equal (count_figures (result, MDG_FACILITY_HOSPITAL, quality), 0);
      assert_int_equal (count_figures (result, MDG_FACILITY_MEDICAL_CLINIC, quality), 0);
    }

  /* Where the parts are the same it does not matter which is whose. */
  assert_int_equal (count_saying (result_same, MDG_MESSAGE_PIECES_TIED), 0);
  assert_int_equal (
    mdg_deck_find_entry (result_same, MDG_TABLE_FACILITY_PREFECTURES, MDG_FACILITY_HOSPITAL)
        ->n_verified +
      mdg_deck_find_entry (result_same, MDG_TABLE_FACILITY_PREFECTURES, MDG_FACILITY_HOSPITAL)
        ->n_printed,
    235);
}

/* A refused table keeps what can be read of it, for those who want it as it is printed. */
static void
test_as_printed (void **state)
{
  g_autoptr (GString) text = g_string_new (mdg_deck_text ());
  g_autoptr (MdgImportResult) result = NULL;
  MdgReportEntry *entry;
  const MdgObservation *count;

  assert_int_equal (g_string_replace (text, "291,565 623,568", "291,566 623,568", 1), 1);
  assert_int_equal (g_string_replace (text, "449,155 965,252", "449,155 965252%", 1), 1);
  result = mdg_deck_import (text->str, -1);
  entry = mdg_deck_find_entry (result, MDG_TABLE_FACILITY_PREFECTURES, MDG_FACILITY_MEDICAL_CLINIC);
  assert_int_equal (entry->status, MDG_ENTRY_REFUSED);
  assert_int_equal (entry->as_printed->len, 46 * 5);
  assert_true (mdg_import_result_can_accept (result, entry));
  assert_int_equal (count_figures (result, MDG_FACILITY_MEDICAL_CLINIC, MDG_QUALITY_PRINTED), 0);

  mdg_import_result_accept_printed (result, entry);
  assert_int_equal (count_figures (result, MDG_FACILITY_MEDICAL_CLINIC, MDG_QUALITY_PRINTED),
                    46 * 5);
  assert_int_equal (count_figures (result, MDG_FACILITY_MEDICAL_CLINIC, MDG_QUALITY_VERIFIED), 0);
  count =
    mdg_deck_find (result, MDG_DECK_MONTH, 5, MDG_FACILITY_MEDICAL_CLINIC, MDG_MEASURE_MNC_COUNT);
  assert_int_equal (count->value.digits, 291566);
  assert_int_equal (count->page, 13);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_tie_is_asked),      cmocka_unit_test (test_tie_is_answered),
    cmocka_unit_test (test_same_answer_twice), cmocka_unit_test (test_tied_pieces),
    cmocka_unit_test (test_as_printed),
  };

  return mdg_test_run_full (tests, mdg_pieces_setup, mdg_pieces_teardown);
}
