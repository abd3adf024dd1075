/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/mdg-map-fixture.h"

#include "core/mdg-bundle.h"
#include "util/mdg-test.h"

MdgFigures *
fixture_figures_new (const FixtureCell *cells, guint n_cells)
{
  g_autoptr (MdgBatch) batch = mdg_batch_new ();
  g_autoptr (MdgEdition) edition = mdg_edition_new ();

  edition->id = g_strdup ("fixture");
  edition->title = g_strdup ("A deck");
  edition->publisher = g_strdup ("A ministry");
  edition->published = mdg_day_new (2025, 11, 13);
  edition->digest = g_strdup ("0");
  mdg_batch_add_edition (batch, mdg_edition_ref (edition));
  for (guint i = 0; i < n_cells; i++)
    {
      const MdgObservation observation = {
        .month = FIXTURE_MONTH,
        .area = cells[i].area,
        .facility_type = cells[i].type,
        .measure = cells[i].measure,
        .quality = MDG_QUALITY_PRINTED,
        .precision = MDG_PRECISION_EXACT,
        .page = MDG_PAGE_UNKNOWN,
        .value = MDG_DECIMAL (cells[i].digits, cells[i].decimals),
      };

      mdg_batch_add (batch, &observation);
    }

  return mdg_figures_new (batch);
}

/* Rates of the first prefectures by code: 20.10, 20.20 and so on. */
MdgFigures *
fixture_figures_rates (guint n_known)
{
  FixtureCell cells[MDG_N_PREFECTURES];

  for (guint i = 0; i < n_known; i++)
    cells[i] = (FixtureCell) { (MdgArea) (i + 1), MDG_MEASURE_USAGE_RATE_ONLINE, 2010 + 10 * i, 2 };

  return fixture_figures_new (cells, n_known);
}

/* Rates, both counts, ranks and changes of all: rank is the code, and changes are of both signs. */
MdgFigures *
fixture_figures_counts (void)
{
  FixtureCell cells[5 * MDG_N_PREFECTURES];
  guint n = 0;

  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    {
      gint64 rate = 6000 - 50 * area;

      cells[n++] = (FixtureCell) { area, MDG_MEASURE_USAGE_RATE_ONLINE, rate, 2 };
      cells[n++] = (FixtureCell) { area, MDG_MEASURE_MNC_COUNT, rate * 10, 0 };
      cells[n++] = (FixtureCell) { area, MDG_MEASURE_VERIFICATION_COUNT, 100000, 0 };
      cells[n++] = (FixtureCell) { area, MDG_MEASURE_RANK, area, 0 };
      cells[n++] = (FixtureCell) { area, MDG_MEASURE_CHANGE_POINTS, 10 * area - 155, 2 };
    }

  return fixture_figures_new (cells, n);
}

MdgFigures *
fixture_figures_bundle (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgBatch) batch = mdg_bundle_load (&error);

  mdg_test_assert_no_error (error);

  return mdg_figures_new (batch);
}

MdgMapScene *
fixture_scene_new (MdgFigures *figures, MdgMeasure measure, const MdgMapOptions *options)
{
  const MdgScope scope = { FIXTURE_MONTH, measure, MDG_FACILITY_ALL, MDG_AREA_NATIONAL };

  return mdg_map_scene_new (mdg_boundaries_get_default (NULL), figures, &scope, options);
}
