/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "core/mdg-bundle.h"
#include "core/mdg-format.h"
#include "draw/mdg-map-scene.h"
#include "draw/mdg-pages-fixture.h"
#include "export/mdg-briefing-check.h"
#include "export/mdg-export-briefing.h"
#include "export/mdg-export-picture.h"

#define OCTOBER MDG_MONTH (2025, 10)
#define FUKUSHIMA 7
#define DECK "mhlw-2025-11-13"

/* A briefing as its reader has it. */
typedef struct
{
  MdgBriefing briefing;
  Pages *pages;
  PageCells *cells;
} Reading;

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->pages, pages_free);
  mdg_export_briefing_clear (&self->briefing);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static MdgBatch *
load_batch (void)
{
  g_autoptr (GError) error = NULL;
  MdgBatch *batch = mdg_bundle_load (&error);

  mdg_test_assert_no_error (error);

  return batch;
}

static MdgFigures *
load_figures (void)
{
  g_autoptr (MdgBatch) batch = load_batch ();

  return mdg_figures_new (batch);
}

static void
read_briefing (Reading *self, MdgFigures *figures, MdgMonth month, MdgArea area)
{
  g_autoptr (MdgSheet) sheet = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  mdg_export_briefing_init (&self->briefing, figures, month, area, &error);
  mdg_test_assert_no_error (error);
  sheet = mdg_export_briefing_create_sheet (&self->briefing, &error);
  mdg_test_assert_no_error (error);
  bytes = mdg_export_sheet_to_bytes (sheet, MDG_PAPER_A4, NULL, &error);
  mdg_test_assert_no_error (error);
  self->pages = pages_new_from_bytes (bytes);
  self->cells = page_cells_new (self->pages->document);
}

static void
assert_true_to (const Reading *reading)
{
  g_autofree char *complaint = briefing_check (reading->cells, &reading->briefing);

  if (complaint != NULL)
    fail_msg ("%s: %s", mdg_area_get_romaji (reading->briefing.area), complaint);
}

/* Without a catalogue a test in Japanese would read English. */
static void
test_language_is_spoken (void **state)
{
  assert_int_equal (g_str_is_ascii (C_ ("briefing", "Sources")),
                    mdg_language_get () == MDG_LANGUAGE_ENGLISH);
}

/* Every number on paper is one of the figures, or a date, a page, an axis or a definition; and it
 * stands where that figure belongs. */
static void
test_all_47_say_the_store (void **state)
{
  g_autoptr (MdgFigures) figures = load_figures ();

  for (MdgArea area = 1; area <= MDG_N_PREFECTURES; area++)
    {
      g_auto (Reading) reading = { 0 };

      read_briefing (&reading, figures, OCTOBER, area);
      assert_in_range (reading.pages->n_pages, 1, 2);
      assert_true_to (&reading);
      pages_assert_fonts (reading.pages);
      pages_assert_inside (reading.pages, 15);
    }
}

/* Other months are known in part, from other sources, and with doubts. */
static void
test_other_months_say_the_store (void **state)
{
  g_autoptr (MdgFigures) figures = load_figures ();
  g_autoptr (GArray) months = mdg_figures_get_months (figures, MDG_AREA_NONE, MDG_FACILITY_ALL,
                                                      MDG_MEASURE_USAGE_RATE_ONLINE);

  assert_true (months->len > 3);
  for (guint i = 0; i < months->len; i++)
    {
      g_auto (Reading) reading = { 0 };
      MdgMonth month = g_array_index (months, MdgMonth, i);
      MdgArea area = 1;

      while (mdg_figures_lookup (figures, month, MDG_DAY_NONE, area, MDG_FACILITY_ALL,
                                 MDG_MEASURE_USAGE_RATE_ONLINE) == NULL)
        area++;
      read_briefing (&reading, figures, month, area);
      assert_in_range (reading.pages->n_pages, 1, 2);
      assert_true_to (&reading);
    }
}

static void
test_says_what_it_is (void **state)
{
  g_autoptr (MdgFigures) figures = load_figures ();
  g_auto (Reading) reading = { 0 };
  g_autofree char *title = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *month = mdg_format_month (OCTOBER);
  const char *name = mdg_area_get_label (FUKUSHIMA, mdg_language_get ());

  read_briefing (&reading, figures, OCTOBER, FUKUSHIMA);
  title = poppler_document_get_title (reading.pages->document);
  subject = poppler_document_get_subject (reading.pages->document);
  mdg_test_assert_contains (title, name);
  mdg_test_assert_contains (title, month);
  assert_string_equal (
    subject, C_ ("briefing", "Briefing: My Number Cards at the Front Desk (Online Basis)"));
  pages_assert_text (reading.pages, mdg_map_get_credit ());
  pages_assert_text (reading.pages, mdg_basis_get_label (MDG_BASIS_ONLINE));
  pages_assert_text (reading.pages, "マイナ保険証の利用促進等について");
  pages_assert_numbered (reading.pages);
}

/* Whether a figure of the deck stands on the briefing of Fukushima as such. */
static gboolean
is_printed (const MdgBriefing *briefing, const MdgObservation *figure)
{
  gboolean is_rate = figure->measure == MDG_MEASURE_USAGE_RATE_ONLINE;

  if (figure->month != OCTOBER || figure->facility_type > MDG_FACILITY_PHARMACY)
    return FALSE;
  if (is_rate && (figure->facility_type == MDG_FACILITY_ALL || figure->area == MDG_AREA_NATIONAL))
    return TRUE;
  for (guint i = 0; i < briefing->n_neighbours; i++)
    if (is_rate && figure->area == briefing->neighbours[i])
      return TRUE;

  return figure->area == FUKUSHIMA &&
         (is_rate || figure->measure == MDG_MEASURE_CHANGE_POINTS ||
          figure->measure == MDG_MEASURE_RANK || figure->measure == MDG_MEASURE_RANK_PREVIOUS ||
          figure->measure == MDG_MEASURE_MNC_COUNT ||
          figure->measure == MDG_MEASURE_VERIFICATION_COUNT);
}

static void
assert_noticed (const Reading *reading, MdgBatch *batch, const MdgObservation *altered)
{
  g_autoptr (MdgFigures) figures = mdg_figures_new (batch);
  MdgBriefing briefing = reading->briefing;
  g_autofree char *complaint = NULL;

  briefing.figures = figures;
  complaint = briefing_check (reading->cells, &briefing);
  if (complaint == NULL)
    fail_msg ("nobody noticed: %s of %s, %s", mdg_measure_get_id (altered->measure),
              mdg_area_get_romaji (altered->area),
              mdg_facility_type_get_id (altered->facility_type));
}

/* The tests above would fail for any figure of the store that was another one. */
static void
test_a_wrong_figure_is_noticed (void **state)
{
  g_autoptr (MdgBatch) batch = load_batch ();
  g_autoptr (MdgFigures) figures = mdg_figures_new (batch);
  g_auto (Reading) reading = { 0 };
  guint n_altered = 0;

  read_briefing (&reading, figures, OCTOBER, FUKUSHIMA);
  for (guint i = 0; i < batch->observations->len; i++)
    {
      MdgObservation *figure = &g_array_index (batch->observations, MdgObservation, i);
      const MdgEdition *edition = g_ptr_array_index (batch->editions, figure->edition);
      const MdgObservation before = *figure;

      if (!g_str_equal (edition->id, DECK) || !is_printed (&reading.briefing, figure))
        continue;
      figure->value.digits++;
      assert_noticed (&reading, batch, figure);
      *figure = before;
      n_altered++;
    }

  /* All rates, those of the types here and next door, and change, ranks and counts; all else is
   * derived from these. */
  assert_int_equal (n_altered, 48 + 4 * 4 + 1 + 4 * 4);
}

/* A figure that is both secondary and in doubt has both marks, and each is explained. */
static void
test_marks_are_all_there (void **state)
{
  for (guint doubt = MDG_DOUBT_NONE + 1; doubt < MDG_N_DOUBTS; doubt++)
    {
      g_autoptr (MdgBatch) batch = load_batch ();
      g_autoptr (MdgFigures) figures = NULL;
      g_auto (Reading) reading = { 0 };
      MdgObservation *altered = NULL;

      for (guint i = 0; i < batch->observations->len && altered == NULL; i++)
        {
          MdgObservation *figure = &g_array_index (batch->observations, MdgObservation, i);

          if (figure->month == OCTOBER && figure->area == FUKUSHIMA &&
              figure->facility_type == MDG_FACILITY_HOSPITAL &&
              figure->measure == MDG_MEASURE_RANK_PREVIOUS)
            altered = figure;
        }
      assert_non_null (altered);
      altered->quality = MDG_QUALITY_SECONDARY;
      altered->doubt = doubt;
      figures = mdg_figures_new (batch);

      read_briefing (&reading, figures, OCTOBER, FUKUSHIMA);
      assert_true_to (&reading);
      pages_assert_text (reading.pages, mdg_doubt_get_description (doubt));
      pages_assert_text (
        reading.pages,
        C_ ("briefing", "* A secondary figure: quoted by another publication, not proved here."));

      altered->doubt = MDG_DOUBT_NONE;
      assert_noticed (&reading, batch, altered);
      altered->doubt = doubt;
      altered->quality = MDG_QUALITY_VERIFIED;
      assert_noticed (&reading, batch, altered);
    }
}

/* What is nobody's figure is not made up: the ministry prints no such rank. */
static void
test_unpublished_rank (void **state)
{
  g_autoptr (MdgFigures) figures = load_figures ();
  g_auto (Reading) reading = { 0 };

  read_briefing (&reading, figures, OCTOBER, FUKUSHIMA);
  assert_true (page_cells_take (reading.cells, C_ ("briefing", "Unpublished")));
  assert_false (page_cells_take (reading.cells, C_ ("briefing", "Unpublished")));
  pages_assert_text (reading.pages,
                     C_ ("briefing", "Unpublished: the ministry prints the rank of the month "
                                     "before for the four types only. For all facilities it is "
                                     "worked out from rates and changes, where they leave no "
                                     "doubt."));
}

/* Where rates and changes tell it, it is a figure, and not said to be the ministry's. */
static void
test_worked_out_rank (void **state)
{
  g_autoptr (MdgFigures) figures = load_figures ();
  g_auto (Reading) reading = { 0 };

  read_briefing (&reading, figures, OCTOBER, 18);
  assert_false (page_cells_take (reading.cells, C_ ("briefing", "Unpublished")));
  pages_assert_text (reading.pages,
                     C_ ("briefing", "The rank before of all facilities is worked out from rates "
                                     "and changes; the ministry does not print it."));
}

static void
test_refusals (void **state)
{
  g_autoptr (MdgFigures) figures = load_figures ();
  g_auto (MdgBriefing) briefing = { 0 };
  g_autoptr (GError) no_month = NULL;
  g_autoptr (GError) no_rate = NULL;

  assert_false (
    mdg_export_briefing_init (&briefing, figures, MDG_MONTH (1999, 1), FUKUSHIMA, &no_month));
  mdg_test_assert_error (no_month, MDG_EXPORT_ERROR, MDG_EXPORT_ERROR_NO_DATA);
  mdg_test_assert_contains (no_month->message, "2025-10");

  briefing = (MdgBriefing) { .figures = figures, .month = MDG_MONTH (1999, 1), .area = FUKUSHIMA };
  assert_null (mdg_export_briefing_create_sheet (&briefing, &no_rate));
  mdg_test_assert_error (no_rate, MDG_EXPORT_ERROR, MDG_EXPORT_ERROR_NO_DATA);
  mdg_test_assert_contains (no_rate->message, mdg_area_get_label (FUKUSHIMA, mdg_language_get ()));
}

int
main (int argc, char **argv)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_language_is_spoken),
    cmocka_unit_test (test_all_47_say_the_store),
    cmocka_unit_test (test_other_months_say_the_store),
    cmocka_unit_test (test_says_what_it_is),
    cmocka_unit_test (test_a_wrong_figure_is_noticed),
    cmocka_unit_test (test_marks_are_all_there),
    cmocka_unit_test (test_unpublished_rank),
    cmocka_unit_test (test_worked_out_rank),
    cmocka_unit_test (test_refusals),
  };

  mdg_test_init ();
  mdg_test_bind_translations (GETTEXT_PACKAGE);
  if (argc > 1 && g_str_equal (argv[1], "ja"))
    mdg_language_set (MDG_LANGUAGE_JAPANESE);

  return mdg_test_run (tests);
}
