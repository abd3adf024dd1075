/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include <string.h>

#include "core/mdg-bundle.h"
#include "profile/mdg-profile.h"

static MdgFigures *
load (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgBatch) batch = mdg_bundle_load (&error);

  mdg_test_assert_no_error (error);

  return mdg_figures_new (batch);
}

/* The pages of @edition stand behind its title, each once, up to the next title. */
static void
assert_names (const char *sources, const MdgEdition *edition, int page)
{
  const char *place = strstr (sources, edition->title);
  g_autofree char *first = g_strdup_printf (", p. %d", page);
  g_autofree char *later = g_strdup_printf (", %d", page);
  const char *end;
  g_autofree char *pages = NULL;
  gsize length;

  if (place == NULL)
    fail_msg ("“%s” is not named in: %s", edition->title, sources);
  if (page == MDG_PAGE_UNKNOWN)
    return;

  place += strlen (edition->title);
  end = strstr (place, "; ");
  pages = end != NULL ? g_strndup (place, end - place) : g_strdup (place);
  length = strlen (pages);
  if (!g_str_has_prefix (pages, first) && !g_str_has_suffix (pages, later))
    {
      g_autofree char *between = g_strdup_printf (", %d,", page);

      if (length == 0 || strstr (pages, between) == NULL)
        fail_msg ("page %d of “%s” is not named in: %s", page, edition->title, sources);
    }
}

static guint
check_sources (MdgProfile *profile)
{
  g_autoptr (GPtrArray) sentences = mdg_profile_get_sentences (profile);
  g_autofree char *sources = mdg_profile_dup_sources (profile);
  guint n = 0;

  for (guint i = 0; i < sentences->len; i++)
    {
      const MdgProfileSentence *sentence = g_ptr_array_index (sentences, i);

      for (guint j = 0; j < sentence->figures->len; j++)
        {
          const MdgObservation *figure =
            g_array_index (sentence->figures, MdgProfileFigure, j).observation;

          if (figure == NULL)
            continue;
          assert_non_null (sources);
          assert_names (
            sources, mdg_figures_get_edition (mdg_profile_get_figures (profile), figure->edition),
            figure->page);
          n++;
        }
    }

  return n;
}

static void
test_every_figure_has_its_source (void **state)
{
  g_autoptr (MdgFigures) figures = load ();
  g_autoptr (GArray) months = mdg_figures_get_months (figures, MDG_AREA_NONE, MDG_FACILITY_ALL,
                                                      MDG_MEASURE_USAGE_RATE_ONLINE);
  guint n = 0;

  assert_true (months->len > 0);
  for (guint i = 0; i < months->len; i++)
    for (MdgArea area = 1; area <= MDG_N_PREFECTURES; area++)
      {
        g_autoptr (MdgProfile) profile =
          mdg_profile_new (figures, g_array_index (months, MdgMonth, i), area, NULL, 0);

        n += check_sources (profile);
      }
  assert_true (n > MDG_N_PREFECTURES);
}

/* A publication is named once, with its pages in their order. */
static void
test_each_source_is_named_once (void **state)
{
  g_autoptr (MdgFigures) figures = load ();
  g_autoptr (MdgProfile) profile = mdg_profile_new (figures, MDG_MONTH (2025, 10), 13, NULL, 0);
  const MdgObservation *rate = mdg_profile_get_row (profile, MDG_FACILITY_ALL)->rate;
  const char *title = mdg_figures_get_edition (figures, rate->edition)->title;
  g_autofree char *sources = mdg_profile_dup_sources (profile);
  const char *place = strstr (sources, title);
  g_auto (GStrv) pages = NULL;

  assert_true (g_str_has_prefix (sources, "Source: "));
  assert_non_null (place);
  assert_null (strstr (place + 1, title));

  mdg_test_assert_contains (place, ", p. ");
  pages = g_strsplit (strstr (place, ", p. ") + strlen (", p. "), ", ", -1);
  assert_true (g_strv_length (pages) > 1);
  for (guint i = 1; pages[i] != NULL; i++)
    assert_true (g_ascii_strtoll (pages[i - 1], NULL, 10) < g_ascii_strtoll (pages[i], NULL, 10));
}

static void
test_without_figures_there_is_none (void **state)
{
  g_autoptr (MdgBatch) batch = mdg_batch_new ();
  g_autoptr (MdgFigures) figures = mdg_figures_new (batch);
  g_autoptr (MdgProfile) profile = mdg_profile_new (figures, MDG_MONTH (2025, 10), 13, NULL, 0);

  assert_null (mdg_profile_dup_sources (profile));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_every_figure_has_its_source),
    cmocka_unit_test (test_each_source_is_named_once),
    cmocka_unit_test (test_without_figures_there_is_none),
  };

  return mdg_test_run (tests);
}
