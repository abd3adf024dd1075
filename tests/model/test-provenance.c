/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "model/mdg-provenance.h"

static guint
add_edition (MdgBatch *batch, const char *title, MdgDay published)
{
  MdgEdition *edition = mdg_edition_new ();

  edition->id = g_strdup (title);
  edition->title = g_strdup (title);
  edition->digest = g_strdup (title);
  edition->published = published;

  return mdg_batch_add_edition (batch, edition);
}

static void
add_rate (MdgBatch *batch, guint edition, gint64 digits, MdgQuality quality)
{
  const MdgObservation observation = {
    .month = MDG_MONTH (2025, 10),
    .area = MDG_AREA_NATIONAL,
    .facility_type = MDG_FACILITY_ALL,
    .measure = MDG_MEASURE_USAGE_RATE_CLAIMS,
    .quality = quality,
    .precision = MDG_PRECISION_EXACT,
    .page = 2,
    .edition = (guint16) edition,
    .value = MDG_DECIMAL (digits, 2),
  };

  mdg_batch_add (batch, &observation);
}

/* The value of another edition is not shown, but stays readable. */
static void
test_history (void **state)
{
  g_autoptr (MdgBatch) batch = mdg_batch_new ();
  g_autoptr (MdgFigures) figures = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *hidden = NULL;

  add_rate (batch, add_edition (batch, "Deck", mdg_day_new (2025, 12, 1)), 4726,
            MDG_QUALITY_PRINTED);
  add_rate (batch, add_edition (batch, "Newspaper", mdg_day_new (2025, 12, 2)), 4730,
            MDG_QUALITY_SECONDARY);
  figures = mdg_figures_new (batch);

  shown = mdg_provenance_describe (figures, mdg_figures_get (figures, 0));
  mdg_test_assert_contains (shown, "Deck, slide 2, published 1 December 2025\n\n");
  mdg_test_assert_contains (shown, "In other editions:\n47.30% (Secondary): Newspaper, slide 2");
  assert_null (strstr (shown, "47.26%"));

  hidden = mdg_provenance_describe (figures, mdg_figures_get (figures, 1));
  mdg_test_assert_contains (hidden, "47.26% (Printed): Deck");
}

static void
test_only_one_edition (void **state)
{
  g_autoptr (MdgBatch) batch = mdg_batch_new ();
  g_autoptr (MdgFigures) figures = NULL;
  g_autofree char *text = NULL;

  add_rate (batch, add_edition (batch, "Deck", MDG_DAY_NONE), 4726, MDG_QUALITY_PRINTED);
  figures = mdg_figures_new (batch);
  text = mdg_provenance_describe (figures, mdg_figures_get (figures, 0));
  assert_true (g_str_has_suffix (text, "Deck, slide 2"));
}

/* However many editions there are, a tooltip stays one that fits a screen. */
static void
test_many_editions (void **state)
{
  g_autoptr (MdgBatch) batch = mdg_batch_new ();
  g_autoptr (MdgFigures) figures = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *title = g_strdup_printf ("Edition %02u", i);

      add_rate (batch, add_edition (batch, title, MDG_DAY_NONE), 4000 + i, MDG_QUALITY_PRINTED);
    }
  figures = mdg_figures_new (batch);
  text = mdg_provenance_describe (figures, mdg_figures_get (figures, 0));
  lines = g_strsplit (text, "\n", -1);
  assert_true (g_strv_length (lines) < 10);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_history),
    cmocka_unit_test (test_only_one_edition),
    cmocka_unit_test (test_many_editions),
  };

  return mdg_test_run (tests);
}
