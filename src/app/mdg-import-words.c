/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-import-words.h"

#include <glib/gi18n.h>

#include "core/mdg-area.h"
#include "core/mdg-format.h"

/* Stands between facts on one line. */
#define SEPARATOR " · "

static void
append (GString *text, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, SEPARATOR);
  g_string_append (text, part);
}

/**
 * mdg_import_words_headline:
 * @n_figures: how many figures would be stored
 * @n_verified: how many of them a law proves
 *
 * Returns: (transfer full): that in few words
 */
char *
mdg_import_words_headline (guint n_figures, guint n_verified)
{
  g_autofree char *all = mdg_format_count (n_figures);
  g_autofree char *verified = mdg_format_count (n_verified);

  if (n_figures == 0)
    return g_strdup (_ ("No Figure Can Be Stored"));

  /* Translators: the first is how many figures are proved, the second how many there are. */
  return g_strdup_printf (
    g_dngettext (NULL, "%s of %s figure verified", "%s of %s figures verified", n_figures),
    verified, all);
}

/**
 * mdg_import_words_explain:
 * @n_figures: how many figures would be stored
 * @n_verified: how many of them a law proves
 * @n_refused: how many tables were refused
 *
 * Returns: (transfer full): what that means
 */
char *
mdg_import_words_explain (guint n_figures, guint n_verified, guint n_refused)
{
  guint n_printed = n_figures - n_verified;
  g_autofree char *printed = mdg_format_count (n_printed);
  GString *text = g_string_new (NULL);

  if (n_figures == 0)
    g_string_append (text,
                     _ ("What was found in the file, and why it is not enough, stands below."));
  if (n_verified > 0)
    g_string_append (text, _ ("Verified means proved by arithmetic: the parts add up to the "
                              "printed totals, and rates and ranks follow from the counts."));
  if (n_printed > 0)
    {
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append_printf (
        text,
        n_verified > 0
          ? g_dngettext (NULL,
                         "%s other figure is as printed: no sum or rate in the file can prove it.",
                         "%s other figures are as printed: no sum or rate in the file can prove "
                         "them.",
                         n_printed)
          : g_dngettext (NULL, "%s figure is as printed: no sum or rate in the file can prove it.",
                         "%s figures are as printed: no sum or rate in the file can prove them.",
                         n_printed),
        printed);
    }

  if (n_refused > 0)
    {
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append_printf (text,
                              g_dngettext (NULL, "%u table was refused; the reason stands below.",
                                           "%u tables were refused; the reasons stand below.",
                                           n_refused),
                              n_refused);
    }

  return g_string_free_and_steal (text);
}

/**
 * mdg_import_words_explain_job:
 * @job: several files
 *
 * Returns: (transfer full): what their total means, and how many files are left out
 */
char *
mdg_import_words_explain_job (MdgImportJob *job)
{
  guint n_verified = 0;
  guint n_figures = mdg_import_job_get_n_figures (job, &n_verified);
  g_autofree char *explanation = NULL;
  guint n_failed = 0;
  GString *text;

  for (guint i = 0; i < mdg_import_job_get_n_items (job); i++)
    n_failed +=
      mdg_import_item_get_state (mdg_import_job_get_item (job, i)) == MDG_IMPORT_ITEM_FAILED;

  text = g_string_new (NULL);
  if (n_figures > 0)
    {
      explanation = mdg_import_words_explain (n_figures, n_verified, 0);
      g_string_append (text, explanation);
    }
  if (n_failed > 0)
    g_string_append_printf (text,
                            g_dngettext (NULL, "%s%u file cannot be read; it is left out.",
                                         "%s%u files cannot be read; they are left out.", n_failed),
                            text->len > 0 ? "\n" : "", n_failed);

  return g_string_free_and_steal (text);
}

/**
 * mdg_import_words_describe_file:
 * @item: a file that was read
 *
 * Returns: (transfer full): what it is: month, publisher, day, file name and length
 */
char *
mdg_import_words_describe_file (MdgImportItem *item)
{
  const MdgImportResult *result = mdg_import_item_get_result (item);
  const MdgEdition *edition = mdg_import_result_get_edition (result);
  g_autofree char *pages = NULL;
  g_autofree char *count = mdg_format_count (result->n_pages);
  GString *text = g_string_new (NULL);

  if (result->report->month != MDG_MONTH_NONE)
    {
      g_autofree char *month = mdg_format_month (result->report->month);

      append (text, month);
    }
  append (text, edition->publisher);
  if (edition->published != MDG_DAY_NONE)
    {
      g_autofree char *day = mdg_format_day (edition->published);
      /* Translators: the day of a publication. */
      g_autofree char *published = g_strdup_printf (_ ("published %s"), day);

      append (text, published);
    }
  append (text, mdg_import_item_get_name (item));
  if (result->n_pages > 1)
    {
      /* Translators: how long a file is; a sheet of a spreadsheet counts as a page. */
      pages = g_strdup_printf (g_dngettext (NULL, "%s page", "%s pages", result->n_pages), count);
      append (text, pages);
    }

  return g_string_free_and_steal (text);
}

/**
 * mdg_import_words_summarize_item:
 * @item: a file
 *
 * Returns: (transfer full): what came of it, for a list of files
 */
char *
mdg_import_words_summarize_item (MdgImportItem *item)
{
  const MdgImportResult *result = mdg_import_item_get_result (item);
  g_autofree char *headline = NULL;
  guint n_verified = 0;
  guint n_figures;
  guint n_refused;
  GString *text;

  switch (mdg_import_item_get_state (item))
    {
    case MDG_IMPORT_ITEM_READING:
      return g_strdup (_ ("Not read yet"));
    case MDG_IMPORT_ITEM_FAILED:
      return g_strdup (mdg_import_item_get_error (item)->message);
    case MDG_IMPORT_ITEM_KNOWN:
      return mdg_import_words_tell_known (item);
    case MDG_IMPORT_ITEM_READY:
    case MDG_IMPORT_ITEM_STORED:
    default:
      break;
    }

  text = g_string_new (NULL);
  n_figures = mdg_import_item_get_n_figures (item, &n_verified);
  n_refused = mdg_import_report_count (result->report, MDG_ENTRY_REFUSED);
  headline = mdg_import_words_headline (n_figures, n_verified);
  if (result->report->month != MDG_MONTH_NONE)
    {
      g_autofree char *month = mdg_format_month (result->report->month);

      append (text, month);
    }
  append (text, headline);
  if (n_refused > 0)
    {
      g_autofree char *refused = g_strdup_printf (
        g_dngettext (NULL, "%u table refused", "%u tables refused", n_refused), n_refused);

      append (text, refused);
    }
  if (mdg_import_item_has_open_question (item))
    append (text, _ ("waits for your answer"));

  return g_string_free_and_steal (text);
}

/**
 * mdg_import_words_tell_known:
 * @item: a file that is stored already, or comes twice
 *
 * Returns: (transfer full): that, in a sentence
 */
char *
mdg_import_words_tell_known (MdgImportItem *item)
{
  const MdgEdition *edition = mdg_import_item_get_known_edition (item);

  if (edition == NULL)
    return g_strdup (_ ("The same file is here twice. It is stored once."));
  if (edition->origin == MDG_ORIGIN_BUNDLED)
    return g_strdup (_ ("These figures come with Madoguchi. Nothing has changed."));

  return g_strdup (_ ("This file was imported before. Nothing has changed."));
}

/**
 * mdg_import_words_tell_stored:
 * @job: a job that stored something
 *
 * Returns: (transfer full): what was stored, in one line
 */
char *
mdg_import_words_tell_stored (MdgImportJob *job)
{
  GPtrArray *stored = mdg_import_job_get_stored (job);
  const MdgImportResult *first = mdg_import_item_get_result (g_ptr_array_index (stored, 0));
  g_autofree char *subject = NULL;
  g_autofree char *all = NULL;
  g_autofree char *verified = NULL;
  guint n_figures = 0;
  guint n_verified = 0;

  for (guint i = 0; i < stored->len; i++)
    {
      guint n = 0;

      n_figures += mdg_import_item_get_n_figures (g_ptr_array_index (stored, i), &n);
      n_verified += n;
    }

  all = mdg_format_count (n_figures);
  verified = mdg_format_count (n_verified);
  if (stored->len > 1)
    subject = g_strdup_printf (g_dngettext (NULL, "%u file", "%u files", stored->len), stored->len);
  else if (first->report->month != MDG_MONTH_NONE)
    subject = mdg_format_month (first->report->month);
  else
    subject = g_strdup (mdg_import_item_get_name (g_ptr_array_index (stored, 0)));

  /* Translators: month or number of files, number of figures, and how many of them are proved. */
  return g_strdup_printf (g_dngettext (NULL, "%s: %s figure stored, %s of them verified",
                                       "%s: %s figures stored, %s of them verified", n_figures),
                          subject, all, verified);
}

/**
 * mdg_import_words_name_figure:
 * @observation: a figure
 *
 * Returns: (transfer full): which figure it is
 */
char *
mdg_import_words_name_figure (const MdgObservation *observation)
{
  g_autofree char *period = mdg_format_period (observation);
  GString *text = g_string_new (NULL);

  append (text, mdg_area_get_label (observation->area, mdg_language_get ()));
  if (observation->facility_type != MDG_FACILITY_ALL)
    append (text, mdg_facility_type_get_label (observation->facility_type));
  append (text, mdg_measure_get_label (observation->measure));
  append (text, period);

  return g_string_free_and_steal (text);
}

static char *
format_difference (const MdgImportConflict *conflict)
{
  MdgDecimal difference;
  g_autofree char *size = NULL;
  gboolean negative;

  if (!mdg_import_conflict_get_difference (conflict, &difference))
    return NULL;
  if (mdg_measure_get_unit (conflict->new.measure) == MDG_UNIT_PERCENT)
    return mdg_format_points (difference);

  negative = difference.digits < 0;
  if (negative)
    difference.digits = -difference.digits;
  size = mdg_format_value (conflict->new.measure, difference);

  return g_strconcat (negative ? "\u2212" : "+", size, NULL);
}

static char *
explain_choice (const MdgImportConflict *conflict, const MdgEdition *edition)
{
  const char *new_quality = mdg_quality_get_label (conflict->new.quality);
  const char *old_quality = mdg_quality_get_label (conflict->old.quality);

  if (conflict->new.quality != conflict->old.quality)
    /* Translators: both are a quality, as “Verified” and “Printed”. */
    return conflict->new_is_shown
             ? g_strdup_printf (_ ("The new one will be shown, because it is better proved: %s, "
                                   "not %s."),
                                new_quality, old_quality)
             : g_strdup_printf (_ ("The stored one is still shown, because it is better proved: "
                                   "%s, not %s."),
                                old_quality, new_quality);
  if ((edition->published == MDG_DAY_NONE) != (conflict->old_edition->published == MDG_DAY_NONE))
    return g_strdup (conflict->new_is_shown
                       ? _ ("The new one will be shown, because only its day of publication is "
                            "known.")
                       : _ ("The stored one is still shown, because only its day of publication "
                            "is known."));
  if (edition->published != conflict->old_edition->published)
    return g_strdup (conflict->new_is_shown
                       ? _ ("The new one will be shown, because it was published later.")
                       : _ ("The stored one is still shown, because it was published later."));

  return g_strdup (conflict->new_is_shown
                     ? _ ("The new one will be shown; nothing tells which one is better.")
                     : _ ("The stored one is still shown; nothing tells which one is better."));
}

/**
 * mdg_import_words_describe_conflict:
 * @conflict: a figure that is stored with another value
 * @edition: the edition that comes in
 *
 * Returns: (transfer full): both values, their difference, and which will be shown and why
 */
char *
mdg_import_words_describe_conflict (const MdgImportConflict *conflict, const MdgEdition *edition)
{
  g_autofree char *old = mdg_format_value_full (&conflict->old);
  g_autofree char *new = mdg_format_value_full (&conflict->new);
  g_autofree char *difference = format_difference (conflict);
  g_autofree char *choice = explain_choice (conflict, edition);

  if (difference == NULL)
    /* Translators: two values of one figure, and which of them is shown. */
    return g_strdup_printf (_ ("Stored: %s. New: %s.\n%s"), old, new, choice);

  /* Translators: two values of one figure, their difference, and which of them is shown. */
  return g_strdup_printf (_ ("Stored: %s. New: %s. Difference: %s.\n%s"), old, new, difference,
                          choice);
}
