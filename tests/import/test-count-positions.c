/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-count-pieces.h"

#include "import/deck/mdg-deck-parser.h"
#include "import/mdg-import-output.h"
#include "import/deck/mdg-reconciler.h"

#include <string.h>

/*
 * The facility x prefecture tables where the file says where everything stands on the page, as a PDF
 * does: two tables side by side, each with its heading above it.
 */

#define LEFT 40.0f
#define RIGHT 400.0f
#define ROW_HEIGHT 12.0f
#define FIRST_ROW 100.0f

/* How the pages are drawn. */
typedef struct
{
  const char *left[4]; /* headings of slides 13 to 16 */
  const char *right[4];
  float shift; /* by how much the right table is lower */
  gboolean without_totals;
} Drawing;

static const Drawing true_drawing = {
  { "【医科診療所】", "【医科診療所】", "【歯科診療所】", "【歯科診療所】" },
  { "【病院】", "【病院】", "【薬局】", "【薬局】" },
  0,
  FALSE,
};

static void
add_cell (MdgDocument *document, guint column, const char *text, float x, float y)
{
  MdgBox box = { x, y, 6.0f * (float) g_utf8_strlen (text, -1), ROW_HEIGHT };

  mdg_document_append_cell (document, column, text, strlen (text), &box);
}

static void
add_line (MdgDocument *document, guint *number, const char *text, float x, float y)
{
  mdg_document_begin_line (document, (*number)++);
  add_cell (document, 0, text, x, y);
}

static void
add_row (MdgDocument *document, const Row *row, guint column, float left, float y)
{
  static const float offsets[N_CELLS] = { 0, 30, 70, 120, 180, 250 };

  for (guint i = 0; i < N_CELLS; i++)
    /* Ranks are set flush right, so that those of one digit begin later. */
    add_cell (document, column + i, row->cells[i],
              left + offsets[i] + (i == RANK && strlen (row->cells[i]) == 1 ? 6 : 0), y);
}

static void
add_tables (MdgDocument *document, guint *number, const Drawing *drawing, guint slide)
{
  GPtrArray *left = mdg_pieces[2 * slide];
  GPtrArray *right = mdg_pieces[2 * slide + 1];
  guint shift = (guint) (drawing->shift / ROW_HEIGHT);

  mdg_document_next_page (document);
  mdg_document_begin_line (document, (*number)++);
  if (drawing->left[slide] != NULL)
    add_cell (document, 0, drawing->left[slide], LEFT, FIRST_ROW - 40);
  if (drawing->right[slide] != NULL)
    add_cell (document, 1, drawing->right[slide], RIGHT, FIRST_ROW - 40);

  for (guint i = 0; i < MAX (left->len, right->len + shift); i++)
    {
      float y = FIRST_ROW + (float) i * ROW_HEIGHT;

      mdg_document_begin_line (document, (*number)++);
      if (i < left->len)
        add_row (document, mdg_get_row (left, i), 0, LEFT, y);
      if (i >= shift && i - shift < right->len)
        add_row (document, mdg_get_row (right, i - shift), N_CELLS, RIGHT, y);
    }
}

static gboolean
is_total (guint line)
{
  return line >= MDG_DECK_FIRST_TOTALS_LINE && line <= MDG_DECK_LAST_TOTALS_LINE;
}

static MdgImportResult *
import_drawing (const Drawing *drawing)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);
  g_autoptr (MdgDocument) document = mdg_document_new (bytes);
  g_autoptr (MdgDeck) deck = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgImportResult) result = NULL;
  MdgImportOutput output;
  guint number = 1;
  guint slide = 0;

  document->kind = MDG_DOCUMENT_PDF;
  for (guint i = 0; i < MDG_DECK_FIRST_LIST_LINE && mdg_piece_lines[i] != NULL; i++)
    {
      const char *line = mdg_piece_lines[i];
      gboolean is_row = mdg_deck_line_is_count_row (mdg_piece_lines, i);
      gboolean was_row = i > 1 && mdg_deck_line_is_count_row (mdg_piece_lines, i - 2);

      if (is_row && !was_row && slide % 2 == 0)
        add_tables (document, &number, drawing, slide / 2);
      slide += is_row && !was_row;
      if (is_row || g_str_has_prefix (line, "【病院】") || g_str_has_prefix (line, "【薬局】") ||
          (drawing->without_totals && is_total (i)))
        continue;
      add_line (document, &number, line, LEFT, 20);
    }

  mdg_document_join_cells (document);
  deck = mdg_deck_parse (document, NULL, &error);
  mdg_test_assert_no_error (error);
  result = mdg_import_result_new (mdg_edition_new ());
  output = (MdgImportOutput) {
    .deck = deck,
    .batch = result->batch,
    .report = result->report,
    .questions = result->questions,
  };
  mdg_reconcile (&output);
  mdg_import_output_finish (&output);

  return g_steal_pointer (&result);
}

static guint
count_messages (const MdgImportResult *result, MdgMessageCode code)
{
  guint n = 0;

  for (guint i = 0; i < result->report->entries->len; i++)
    n += mdg_report_entry_says (g_ptr_array_index (result->report->entries, i), code);

  return n;
}

static void
assert_same (const MdgImportResult *result)
{
  mdg_deck_check (mdg_deck_describe_difference (mdg_deck_base (), result, FALSE), __FILE__,
                  __LINE__);
}

static void
test_true_headings (void **state)
{
  for (guint shift = 0; shift < 6; shift++)
    {
      Drawing drawing = true_drawing;
      g_autoptr (MdgImportResult) result = NULL;

      drawing.shift = (float) shift * ROW_HEIGHT;
      result = import_drawing (&drawing);
      assert_same (result);
      assert_int_equal (count_messages (result, MDG_MESSAGE_HEADING_DISAGREES), 0);
    }
}

/* The laws win, and the report says that the heading says otherwise. */
static void
test_false_headings (void **state)
{
  Drawing drawing = true_drawing;
  g_autoptr (MdgImportResult) result = NULL;
  const MdgImportMessage *message;

  memcpy (drawing.left, true_drawing.right, sizeof drawing.left);
  memcpy (drawing.right, true_drawing.left, sizeof drawing.right);
  result = import_drawing (&drawing);
  assert_same (result);
  assert_int_equal (count_messages (result, MDG_MESSAGE_HEADING_DISAGREES), 4);
  message = mdg_deck_find_message (
    mdg_deck_find_entry (result, MDG_TABLE_FACILITY_PREFECTURES, MDG_FACILITY_HOSPITAL),
    MDG_MESSAGE_HEADING_DISAGREES);
  assert_string_equal (message->args[0], "medical_clinic");
  assert_string_equal (message->args[1], "hospital");
}

/* Headings that contradict each other, or are over no table, or over two, say nothing. */
static void
test_no_headings (void **state)
{
  Drawing stray = true_drawing;
  Drawing none = { 0 };
  g_autoptr (MdgImportResult) with_stray = NULL;
  g_autoptr (MdgImportResult) without = NULL;

  stray.left[1] = "【病院】";
  stray.right[3] = "【歯科診療所】";
  with_stray = import_drawing (&stray);
  assert_same (with_stray);
  assert_int_equal (count_messages (with_stray, MDG_MESSAGE_HEADING_DISAGREES), 0);

  without = import_drawing (&none);
  assert_same (without);
}

/* Without totals the headings tell which table is which, but prove nothing. */
static void
test_without_totals (void **state)
{
  Drawing drawing = true_drawing;
  g_autoptr (MdgImportResult) result = NULL;
  g_autoptr (MdgImportResult) without = NULL;

  drawing.without_totals = TRUE;
  result = import_drawing (&drawing);
  for (guint type = MDG_FACILITY_HOSPITAL; type <= MDG_FACILITY_PHARMACY; type++)
    {
      const MdgReportEntry *entry =
        mdg_deck_find_entry (result, MDG_TABLE_FACILITY_PREFECTURES, type);

      assert_int_equal (entry->status, MDG_ENTRY_PRINTED);
      assert_int_equal (entry->n_printed, 235);
      assert_true (mdg_report_entry_says (entry, MDG_MESSAGE_HEADING_ONLY));
    }
  mdg_deck_assert_no_false_proof (result);
  for (guint i = 0; i < result->batch->observations->len; i++)
    {
      const MdgObservation *row = &g_array_index (result->batch->observations, MdgObservation, i);
      const MdgObservation *same = mdg_deck_find_like (mdg_deck_base ()->batch->observations, row);

      assert_non_null (same);
      if (row->facility_type != MDG_FACILITY_ALL)
        assert_int_equal (row->value.digits, same->value.digits);
    }

  /* One heading for both tables names neither. */
  for (guint i = 0; i < 4; i++)
    drawing.left[i] = drawing.right[i] = "【病院】";
  without = import_drawing (&drawing);
  assert_int_equal (mdg_deck_count_refused (without), 4);
}

/* A row lost in one of the tables: the other one stands. */
static void
test_lost_row (void **state)
{
  for (guint piece = 0; piece < N_PIECES; piece++)
    for (guint row = 0; row < mdg_pieces[piece]->len; row += 5)
      {
        Row *lost = g_ptr_array_steal_index (mdg_pieces[piece], row);
        g_autoptr (MdgImportResult) result = import_drawing (&true_drawing);
        const MdgReportEntry *entry = mdg_deck_find_refused (result);
        MdgArea area;

        g_ptr_array_insert (mdg_pieces[piece], (gint) row, lost);
        mdg_deck_assert_no_false_proof (result);
        assert_int_equal (mdg_deck_count_refused (result), 1);
        assert_true (mdg_area_from_name (lost->cells[NAME], -1, &area));
        assert_string_equal (mdg_deck_find_message (entry, MDG_MESSAGE_AREAS_MISSING)->args[0],
                             mdg_area_get_code (area));
      }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_true_headings), cmocka_unit_test (test_false_headings),
    cmocka_unit_test (test_no_headings),   cmocka_unit_test (test_without_totals),
    cmocka_unit_test (test_lost_row),
  };

  return mdg_test_run_full (tests, mdg_pieces_setup, mdg_pieces_teardown);
}
