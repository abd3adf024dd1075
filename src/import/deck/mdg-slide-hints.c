/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-slide-hints.h"

#include "import/deck/mdg-scan.h"

#include <string.h>

/*
 * The best division of a text into slides may still be a wrong one. A slide is certain by itself if
 * its own number or a title of its own stands on it; those between two certain ones are certain if
 * the text has exactly as many places to begin a slide as there are slides.
 */

/* One wrong number is a misprint, or stands in a chart; two say that these are other slides. */
#define MAX_FOREIGN_NUMBERS 1u

/* What the lines of one slide tell. */
typedef struct
{
  gboolean has_own_number;
  gboolean has_own_title;
  gboolean has_shared_title; /* begins with its title, which others may have too */
  gboolean has_other_title;
  guint n_foreign_numbers;
  guint n_breaks_within; /* places where one more slide could begin */
  guint n_titles_within; /* of them those with a title */
} Evidence;

/**
 * mdg_slide_dup_compact_title:
 * @slide: a slide
 *
 * Returns: (transfer full): its title without blanks and in plain forms
 */
char *
mdg_slide_dup_compact_title (const MdgSlide *slide)
{
  g_autofree char *plain = mdg_text_normalize (slide->title, strlen (slide->title));

  return mdg_scan_compact (plain);
}

static gboolean
is_number_of_a_slide (GArray *slides, int number)
{
  return number >= g_array_index (slides, MdgSlide, 0).number &&
         number <= g_array_index (slides, MdgSlide, slides->len - 1).number;
}

static void
weigh (Evidence *evidence,
       const MdgSlideHint *hint,
       const MdgSlide *slide,
       const char *own_title,
       GArray *slides)
{
  gboolean is_first = hint->line == slide->first_line;
  gboolean is_own_title =
    hint->title != NULL && own_title != NULL && strcmp (hint->title, own_title) == 0;

  if (hint->number == slide->number)
    evidence->has_own_number = TRUE;
  else if (hint->is_lone_number && is_number_of_a_slide (slides, hint->number))
    evidence->n_foreign_numbers++;

  if (is_first)
    {
      evidence->has_own_title = is_own_title;
      evidence->has_shared_title = is_own_title;
      return;
    }
  if (hint->title != NULL && !is_own_title)
    evidence->has_other_title = TRUE;
  if (hint->kind != MDG_BREAK_NONE || hint->title != NULL)
    evidence->n_breaks_within++;
  if (hint->title != NULL)
    evidence->n_titles_within++;
}

/* A title that two slides share tells neither. */
static GHashTable *
count_titles (GArray *slides)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < slides->len; i++)
    {
      char *title = mdg_slide_dup_compact_title (&g_array_index (slides, MdgSlide, i));
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, title));

      g_hash_table_insert (counts, title, GUINT_TO_POINTER (n + 1));
    }

  return counts;
}

static Evidence *
collect (GArray *hints, GArray *slides)
{
  g_autoptr (GHashTable) counts = count_titles (slides);
  Evidence *evidence = g_new0 (Evidence, slides->len);
  guint h = 0;

  for (guint i = 0; i < slides->len; i++)
    {
      const MdgSlide *slide = &g_array_index (slides, MdgSlide, i);
      const MdgSlide *previous = i > 0 ? slide - 1 : slide;
      g_autofree char *title = mdg_slide_dup_compact_title (slide);

      for (; h < hints->len && slide->first_line < slide->end_line; h++)
        {
          const MdgSlideHint *hint = &g_array_index (hints, MdgSlideHint, h);

          if (hint->line >= slide->end_line)
            break;
          weigh (&evidence[i], hint, slide, title, slides);
          /* All before its number is its own, unless the slide before has nothing. */
          if (hint->is_lone_number && hint->number == slide->number &&
              previous->first_line < previous->end_line)
            evidence[i].n_breaks_within = 0;
        }
      if (GPOINTER_TO_UINT (g_hash_table_lookup (counts, title)) != 1)
        evidence[i].has_own_title = FALSE;
    }

  return evidence;
}

static gboolean
is_certain (const Evidence *evidence)
{
  return (evidence->has_own_number || evidence->has_own_title) && !evidence->has_other_title &&
         evidence->n_foreign_numbers <= MAX_FOREIGN_NUMBERS;
}

/* Slides from @first, which is certain unless it is the first of all, to before @end, where a certain
 * one or the end of the text follows. */
static void
judge_run (GArray *slides, const Evidence *evidence, guint first, guint end)
{
  guint n_foreign_numbers = 0;
  gboolean all_have_titles = end > first + 1;
  gboolean is_told = TRUE;

  /* Where each begins with a title, a mere gap begins none. */
  for (guint i = first + 1; i < end; i++)
    all_have_titles = all_have_titles && evidence[i].has_shared_title;

  for (guint i = first; i < end; i++)
    {
      const MdgSlide *slide = &g_array_index (slides, MdgSlide, i);
      guint n_more = all_have_titles ? evidence[i].n_titles_within : evidence[i].n_breaks_within;

      if (slide->first_line == slide->end_line || n_more > 0)
        is_told = FALSE;
      if (!is_certain (&evidence[i]))
        n_foreign_numbers += evidence[i].n_foreign_numbers;
    }

  for (guint i = first; i < end; i++)
    g_array_index (slides, MdgSlide, i).is_told =
      is_told && n_foreign_numbers <= MAX_FOREIGN_NUMBERS;

  /* What follows may have been taken for a part of the certain one, unless nothing begins there. */
  if (is_certain (&evidence[first]) &&
      (evidence[first].n_breaks_within == 0 || (end == first + 1 && end < slides->len)))
    g_array_index (slides, MdgSlide, first).is_told = TRUE;
}

/**
 * mdg_slide_hints_judge:
 * @hints: (element-type MdgSlideHint): what the lines tell
 * @slides: (element-type MdgSlide): the slides, each with its lines
 *
 * Tells of each slide whether it is beyond doubt that its lines stand on it.
 */
void
mdg_slide_hints_judge (GArray *hints, GArray *slides)
{
  g_autofree Evidence *evidence = collect (hints, slides);
  guint first = 0;

  for (guint i = 1; i <= slides->len; i++)
    if (i == slides->len || is_certain (&evidence[i]))
      {
        judge_run (slides, evidence, first, i);
        first = i;
      }
}
