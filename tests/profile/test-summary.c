/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "util/mdg-test.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mdg-bundle.h"
#include "core/mdg-format.h"
#include "profile/mdg-profile.h"

static void
blank_out (GString *text, const char *part)
{
  g_string_replace (text, part, " ", 0);
}

/* Every number in @text is taken from @figures, and none of @figures is left. */
static void
check_numbers (MdgProfile *profile, const MdgProfileSentence *sentence)
{
  g_autoptr (GString) text = g_string_new (sentence->text);
  g_autoptr (GRegex) regex = g_regex_new ("[+\u2212]?[0-9][0-9,]*([.][0-9]+)?", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *month = mdg_format_month (mdg_profile_get_month (profile));
  g_autofree char *before = mdg_format_month (mdg_profile_get_month (profile) - 1);
  g_autofree gboolean *used = g_new0 (gboolean, sentence->figures->len + 1);
  guint n = 0;

  blank_out (text, month);
  blank_out (text, before);

  for (g_regex_match (regex, text->str, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *word = g_match_info_fetch (match, 0);
      g_auto (GStrv) groups = g_strsplit (word, ",", -1);
      g_autofree char *number = g_strjoinv (NULL, groups);
      gboolean found = FALSE;
      MdgDecimal value;

      assert_true (mdg_decimal_parse (number, -1, &value));
      for (guint i = 0; i < sentence->figures->len && !found; i++)
        {
          MdgDecimal own = g_array_index (sentence->figures, MdgProfileFigure, i).value;

          found = !used[i] && mdg_decimal_compare (own, value) == 0;
          used[i] |= found;
        }
      if (!found)
        fail_msg ("%s is no figure of: %s", word, sentence->text);
      n++;
    }

  assert_int_equal (n, sentence->figures->len);
}

/* What a sentence says to be of the store is in it, for this month and this area or the nation. */
static void
check_store (MdgProfile *profile, const MdgProfileSentence *sentence)
{
  for (guint i = 0; i < sentence->figures->len; i++)
    {
      const MdgProfileFigure *figure = &g_array_index (sentence->figures, MdgProfileFigure, i);
      const MdgObservation *own = figure->observation;

      if (own == NULL)
        continue;

      assert_ptr_equal (own, mdg_figures_lookup (mdg_profile_get_figures (profile), own->month,
                                                 MDG_DAY_NONE, own->area, own->facility_type,
                                                 own->measure));
      assert_int_equal (mdg_decimal_compare (own->value, figure->value), 0);
      assert_true (own->area == mdg_profile_get_area (profile) || own->area == MDG_AREA_NATIONAL);
      assert_int_equal (own->facility_type, MDG_FACILITY_ALL);
      assert_int_not_equal (own->measure, MDG_MEASURE_USAGE_RATE_CLAIMS);
      assert_true (
        own->month == mdg_profile_get_month (profile) ||
        (own->measure == MDG_MEASURE_RANK && own->month == mdg_profile_get_month (profile) - 1));
    }
}

static gboolean
tells_doubt (const char *text)
{
  for (guint doubt = MDG_DOUBT_NONE + 1; doubt < MDG_N_DOUBTS; doubt++)
    if (strstr (text, mdg_doubt_get_description (doubt)) != NULL)
      return TRUE;

  return FALSE;
}

static guint
check_profile (MdgProfile *profile)
{
  g_autoptr (GPtrArray) sentences = mdg_profile_get_sentences (profile);
  const MdgProfileRow *row = mdg_profile_get_row (profile, MDG_FACILITY_ALL);
  const MdgProfileSentence *first;
  guint n = 0;

  assert_true (sentences->len > 0);
  first = g_ptr_array_index (sentences, 0);
  assert_int_equal (first->figures->len, row->rate != NULL ? 1 : 0);
  if (row->rate != NULL)
    assert_ptr_equal (g_array_index (first->figures, MdgProfileFigure, 0).observation, row->rate);

  for (guint i = 0; i < sentences->len; i++)
    {
      const MdgProfileSentence *sentence = g_ptr_array_index (sentences, i);

      check_store (profile, sentence);
      if (!tells_doubt (sentence->text))
        check_numbers (profile, sentence);
      n += sentence->figures->len;
    }

  return n;
}

static void
test_sentences_say_the_store (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgBatch) batch = mdg_bundle_load (&error);
  g_autoptr (MdgFigures) figures = NULL;
  g_autoptr (GArray) months = NULL;
  guint n = 0;

  mdg_test_assert_no_error (error);
  figures = mdg_figures_new (batch);
  months = mdg_figures_get_months (figures, MDG_AREA_NONE, MDG_FACILITY_ALL,
                                   MDG_MEASURE_USAGE_RATE_ONLINE);
  assert_true (months->len > 0);

  for (guint language = 0; language < MDG_N_LANGUAGES; language++)
    {
      mdg_language_set (language);
      /* Without the catalogue Japanese sentences would be English ones. */
      assert_int_equal (g_str_is_ascii (_ ("No prefecture ranks above it.")),
                        language == MDG_LANGUAGE_ENGLISH);
      for (guint i = 0; i < months->len; i++)
        for (MdgArea area = 1; area <= MDG_N_PREFECTURES; area++)
          {
            g_autoptr (MdgProfile) profile =
              mdg_profile_new (figures, g_array_index (months, MdgMonth, i), area, NULL, 0);

            n += check_profile (profile);
          }
    }

  /* A whole month of 47 says more than ten numbers of each. */
  assert_true (n > 2 * MDG_N_PREFECTURES * 10);
  mdg_language_set (MDG_LANGUAGE_ENGLISH);
}

static void
test_nothing_known_is_said (void **state)
{
  g_autoptr (MdgBatch) batch = mdg_batch_new ();
  g_autoptr (MdgFigures) figures = mdg_figures_new (batch);
  g_autoptr (MdgProfile) profile = mdg_profile_new (figures, MDG_MONTH (2025, 10), 13, NULL, 0);
  g_autofree char *text = mdg_profile_dup_summary (profile);

  assert_string_equal (text, "Tokyo has no published rate for October 2025.");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_sentences_say_the_store),
    cmocka_unit_test (test_nothing_known_is_said),
  };

  mdg_test_init ();
  mdg_test_bind_translations (GETTEXT_PACKAGE);

  return mdg_test_run (tests);
}
