/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-deck-slides.h"

#include "core/mdg-observation.h"
#include "import/deck/mdg-deck-pages.h"
#include "import/deck/mdg-deck-titles.h"
#include "import/deck/mdg-slide-hints.h"
#include "import/deck/mdg-scan.h"

#include <string.h>

/*
 * A text has no page breaks that can be relied on. What tells slides apart is of three kinds, none
 * complete: titles (some slides have none, some share one), slide numbers (several slides print
 * none, and charts print numbers too), and the gaps that extraction leaves between slides. So the
 * lines are divided by the best sum of all hints, found by dynamic programming over the lines that
 * carry one. The weights only need to be right in their order: a title outweighs a number, a number
 * outweighs a gap, and a lone hint never outweighs two.
 */

#define MAX_HINTS 4000u
#define MAX_TITLE_LINES 3u
#define MIN_GAP_LINES 3u
#define MAX_GAP_LINES 15u

#define SCORE_TITLE 12
#define SCORE_OTHER_TITLE (-8)
#define SCORE_TITLE_NOT_TAKEN (-4)
#define SCORE_TITLE_ABSENT (-6)
#define SCORE_BREAK 4
#define SCORE_INDENT 3
#define SCORE_NO_BREAK (-4)
#define SCORE_BREAK_NOT_TAKEN (-2)
#define SCORE_INDENT_NOT_TAKEN (-1)
#define SCORE_LONE_NUMBER 5
#define SCORE_NUMBER_FIRST 1
#define SCORE_NUMBER_AFTER_BREAK 4
#define SCORE_TRAILING_NUMBER 3
#define SCORE_WRONG_NUMBER (-1)
#define SCORE_SKIPPED (-10)
#define SCORE_IMPOSSIBLE (-1000000)

/* What sets lines apart in this text. */
typedef struct
{
  gboolean use_indent;
  guint gap_lines; /* empty lines that make a gap */
} Habits;

static void
clear_hint (gpointer data)
{
  g_free (((MdgSlideHint *) data)->title);
}

static void
clear_slide (gpointer data)
{
  g_free (((MdgSlide *) data)->title);
}

static char *
find_title (const MdgDocument *document, guint line, guint end_line, GHashTable *titles)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  guint n_joined = 0;

  for (guint i = line; i < end_line && n_joined < MAX_TITLE_LINES; i++)
    {
      g_autofree char *compact = mdg_scan_compact (mdg_document_get_line (document, i)->text);

      if (*compact == '\0')
        continue;
      g_string_append (joined, compact);
      n_joined++;
      if (g_hash_table_contains (titles, joined->str))
        return g_strdup (joined->str);
      if (joined->len > 300)
        break;
    }

  return NULL;
}

static gboolean
is_blank (const char *text)
{
  return mdg_scan_end (&text);
}

/* A slide that says nothing but that what follows is for reference ends with its title. */
static gboolean
is_divider (const char *text)
{
  g_autofree char *compact = mdg_scan_compact (text);

  return strcmp (compact, "参考資料") == 0 || strcmp (compact, "参考") == 0;
}

static gboolean
is_remark (const char *text)
{
  return mdg_scan_literal (&text, "※");
}

/* @previous is the index of the text line before, or @line itself at the beginning. */
static MdgBreakKind
find_break (const MdgDocument *document,
            guint line,
            guint previous,
            gboolean after_break,
            const Habits *habits)
{
  const MdgLine *current = mdg_document_get_line (document, line);
  const MdgLine *before = mdg_document_get_line (document, previous);

  if (line == previous)
    return MDG_BREAK_NONE;
  if (current->page != before->page)
    return MDG_BREAK_GAP;
  /* A slide may begin with anything but a remark. */
  if (is_remark (current->text))
    return MDG_BREAK_NONE;
  if (line - previous > habits->gap_lines)
    return MDG_BREAK_GAP;
  /* The body that follows a title is set in as well. */
  if (habits->use_indent && *current->text == ' ' && !(after_break && line == previous + 1))
    return MDG_BREAK_INDENT;

  return is_divider (before->text) ? MDG_BREAK_INDENT : MDG_BREAK_NONE;
}

/* In some extractions every line is set in, or every line stands apart, which then tells nothing. A
 * hint is only what few lines have. */
static gboolean
is_telling (guint n, guint n_text)
{
  return n * 8 < n_text;
}

static Habits
find_habits (const MdgDocument *document, guint end_line)
{
  guint n_gaps[MAX_GAP_LINES + 1] = { 0 };
  guint n_text = 0;
  guint n_indented = 0;
  guint n_blank = 0;
  guint n_wider = 0;
  Habits habits = { .gap_lines = MAX_GAP_LINES + 1 };

  for (guint i = 0; i < end_line; i++)
    {
      const char *text = mdg_document_get_line (document, i)->text;

      if (is_blank (text))
        {
          n_blank++;
          continue;
        }
      n_text++;
      n_indented += *text == ' ';
      n_gaps[MIN (n_blank, MAX_GAP_LINES)]++;
      n_blank = 0;
    }

  habits.use_indent = is_telling (n_indented, n_text);
  for (guint lines = MAX_GAP_LINES; lines >= MIN_GAP_LINES; lines--)
    {
      n_wider += n_gaps[lines];
      if (is_telling (n_wider, n_text))
        habits.gap_lines = lines;
    }

  return habits;
}

static GArray *
collect_hints (const MdgDocument *document, guint end_line, GArray *slides)
{
  GArray *hints = g_array_new (FALSE, FALSE, sizeof (MdgSlideHint));
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Habits habits = find_habits (document, end_line);
  gboolean after_break = FALSE;
  guint previous = 0;

  g_array_set_clear_func (hints, clear_hint);
  for (guint i = 0; i < slides->len; i++)
    {
      char *compact = mdg_slide_dup_compact_title (&g_array_index (slides, MdgSlide, i));

      if (*compact != '\0')
        g_hash_table_add (titles, compact);
      else
        g_free (compact);
    }

  for (guint i = 0; i < end_line && hints->len < MAX_HINTS; i++)
    {
      const char *text = mdg_document_get_line (document, i)->text;
      MdgSlideHint hint = { .line = i };

      if (is_blank (text))
        continue;

      hint.kind = find_break (document, i, hints->len > 0 ? previous : i, after_break, &habits);
      hint.number = mdg_slides_read_number (text, &hint.is_lone_number);
      if (g_hash_table_size (titles) > 0)
        hint.title = find_title (document, i, end_line, titles);
      after_break = hint.kind != MDG_BREAK_NONE;
      previous = i;

      if (hints->len == 0 || after_break || hint.number >= 0 || hint.title != NULL)
        g_array_append_val (hints, hint);
    }

  return hints;
}

/* Without a list the slides are counted by the breaks, as far as the numbers printed confirm it. */
static void
count_slides (GArray *hints, GArray *slides)
{
  guint n_breaks = 1;
  int greatest = -1;

  for (guint i = 1; i < hints->len; i++)
    n_breaks += g_array_index (hints, MdgSlideHint, i).kind != MDG_BREAK_NONE;
  if (n_breaks < 2)
    return;

  for (guint i = 0; i < hints->len; i++)
    {
      const MdgSlideHint *hint = &g_array_index (hints, MdgSlideHint, i);

      if (hint->number <= (int) n_breaks)
        greatest = MAX (greatest, hint->number);
    }

  for (int number = 0; number <= greatest && number < (int) MDG_MAX_SLIDES; number++)
    {
      MdgSlide slide = { .number = number, .title = g_strdup ("") };

      g_array_append_val (slides, slide);
    }
}

static int
score_number (const MdgSlideHint *hint, int number)
{
  if (hint->number < 0)
    return 0;
  if (hint->number == number)
    return hint->is_lone_number ? SCORE_LONE_NUMBER : SCORE_TRAILING_NUMBER;

  return hint->is_lone_number ? SCORE_WRONG_NUMBER : 0;
}

static int
score_stay (const MdgSlideHint *hint, const MdgSlide *slide, const char *title)
{
  int score = score_number (hint, slide->number);

  if (hint->title != NULL && strcmp (hint->title, title) != 0)
    score += SCORE_TITLE_NOT_TAKEN;
  if (hint->kind == MDG_BREAK_GAP)
    score += SCORE_BREAK_NOT_TAKEN;
  else if (hint->kind == MDG_BREAK_INDENT)
    score += SCORE_INDENT_NOT_TAKEN;

  return score;
}

static int
score_start (const MdgSlideHint *hint, const MdgSlide *slide, const char *title)
{
  int score = score_number (hint, slide->number);

  if (hint->is_lone_number && hint->number == slide->number)
    score += hint->kind != MDG_BREAK_NONE ? SCORE_NUMBER_AFTER_BREAK : SCORE_NUMBER_FIRST;

  if (hint->title != NULL)
    score += strcmp (hint->title, title) == 0 ? SCORE_TITLE : SCORE_OTHER_TITLE;
  else if (*title != '\0')
    score += SCORE_TITLE_ABSENT;

  if (hint->kind == MDG_BREAK_GAP)
    score += SCORE_BREAK;
  else if (hint->kind == MDG_BREAK_INDENT)
    score += SCORE_INDENT;
  else if (hint->title == NULL)
    score += SCORE_NO_BREAK;

  return score;
}

/* Finds the slide each hint stands on. from[h * n + s] is the slide before hint h if hint h is on
 * slide s. */
static guint16 *
divide (GArray *hints, GArray *slides, guint *best_last)
{
  guint n = slides->len;
  guint16 *from = g_new0 (guint16, (gsize) hints->len * n);
  g_autofree int *scores = g_new (int, n);
  g_autofree int *next = g_new (int, n);
  g_auto (GStrv) titles = g_new0 (char *, n + 1);

  for (guint s = 0; s < n; s++)
    {
      titles[s] = mdg_slide_dup_compact_title (&g_array_index (slides, MdgSlide, s));
      scores[s] =
        (int) s * SCORE_SKIPPED + score_start (&g_array_index (hints, MdgSlideHint, 0),
                                               &g_array_index (slides, MdgSlide, s), titles[s]);
    }

  for (guint h = 1; h < hints->len; h++)
    {
      const MdgSlideHint *hint = &g_array_index (hints, MdgSlideHint, h);
      int best_before = SCORE_IMPOSSIBLE;
      guint best_index = 0;

      for (guint s = 0; s < n; s++)
        {
          const MdgSlide *slide = &g_array_index (slides, MdgSlide, s);
          int stay = scores[s] + score_stay (hint, slide, titles[s]);
          int start = best_before + score_start (hint, slide, titles[s]);

          from[(gsize) h * n + s] = (guint16) (start > stay ? best_index : s);
          next[s] = MAX (start, stay);

          /* For the next slide this one is the neighbour, and every earlier one is one skip off. */
          best_before += SCORE_SKIPPED;
          if (scores[s] >= best_before)
            {
              best_before = scores[s];
              best_index = s;
            }
        }
      memcpy (scores, next, n * sizeof (int));
    }

  *best_last = 0;
  for (guint s = 1; s < n; s++)
    if (scores[s] + (int) s * -SCORE_SKIPPED >
        scores[*best_last] + (int) *best_last * -SCORE_SKIPPED)
      *best_last = s;

  return from;
}

static void
place_slides (MdgSlides *self, GArray *hints)
{
  guint n = self->slides->len;
  guint current;
  g_autofree guint16 *from = divide (hints, self->slides, &current);
  guint end = self->end_line;
  guint last = n;

  for (guint s = 0; s < n; s++)
    {
      g_array_index (self->slides, MdgSlide, s).first_line = self->end_line;
      g_array_index (self->slides, MdgSlide, s).end_line = self->end_line;
    }

  for (guint h = hints->len; h > 0; h--)
    {
      MdgSlide *slide = &g_array_index (self->slides, MdgSlide, current);
      guint previous = h > 1 ? from[(gsize) (h - 1) * n + current] : current;

      if (last != current)
        slide->end_line = end;
      last = current;
      slide->first_line = h > 1 ? g_array_index (hints, MdgSlideHint, h - 1).line : 0;
      end = slide->first_line;
      current = previous;
    }
}

/* A slide that the list does not name has its title in the text: the first line that is neither a
 * remark nor a number. */
static void
find_titles (const MdgDocument *document, MdgSlides *self)
{
  for (guint s = 0; s < self->slides->len; s++)
    {
      MdgSlide *slide = &g_array_index (self->slides, MdgSlide, s);

      for (guint i = slide->first_line; *slide->title == '\0' && i < slide->end_line; i++)
        {
          const char *text = mdg_document_get_line (document, i)->text;
          gboolean is_lone;

          if (is_blank (text) || mdg_slides_read_number (text, &is_lone) >= 0)
            continue;
          mdg_scan_blanks (&text);
          if (g_str_has_prefix (text, "(") || g_str_has_prefix (text, "※") ||
              g_str_has_prefix (text, "<") || g_str_has_prefix (text, "【"))
            continue;
          g_free (slide->title);
          slide->title = mdg_line_dup_original (mdg_document_get_line (document, i));
        }
    }
}

/**
 * mdg_slides_read_number:
 * @text: a line
 * @is_lone: (out): whether nothing else stands on it
 *
 * Reads a number that may be a slide's: alone on the line, or after everything else on it.
 *
 * Returns: the number, or -1
 */
int
mdg_slides_read_number (const char *text, gboolean *is_lone)
{
  const char *last = strrchr (text, ' ');
  const char *p = text;
  gint64 number;

  *is_lone = FALSE;
  if (mdg_scan_integer (&p, 3, &number) && mdg_scan_end (&p))
    {
      /* The cover prints no number; a nought is where the axis of a chart begins. */
      *is_lone = number > 0;
      return number > 0 ? (int) number : -1;
    }

  /* Not in a row of numbers that happens to end in a small one, unless it is the row's fourth. */
  if (last != NULL && mdg_scan_integer (&last, 3, &number) && *last == '\0' && number > 0)
    return (int) number;

  return -1;
}

/**
 * mdg_slides_new:
 * @document: a document
 *
 * Finds the slides of a deck and where in the text each stands.
 *
 * Returns: (transfer full): the slides
 */
MdgSlides *
mdg_slides_new (const MdgDocument *document)
{
  MdgSlides *self = g_new0 (MdgSlides, 1);
  g_autoptr (GArray) hints = NULL;

  self->slides = g_array_new (FALSE, FALSE, sizeof (MdgSlide));
  g_array_set_clear_func (self->slides, clear_slide);
  self->end_line = mdg_deck_titles_read (document, self->slides);
  if (document->kind == MDG_DOCUMENT_PDF && self->slides->len == 0)
    {
      mdg_deck_pages_read (document, self->slides);
      find_titles (document, self);
      return self;
    }

  hints = collect_hints (document, self->end_line, self->slides);
  if (self->slides->len == 0)
    count_slides (hints, self->slides);
  /* What is beyond would all fall on the last slide: better no slide than a wrong one. */
  if (hints->len == MAX_HINTS)
    g_array_set_size (self->slides, 0);

  if (self->slides->len > 0 && hints->len > 0)
    {
      place_slides (self, hints);
      mdg_slide_hints_judge (hints, self->slides);
      find_titles (document, self);
    }

  return self;
}

/**
 * mdg_slides_free:
 * @self: (nullable): slides
 *
 * Frees the slides.
 */
void
mdg_slides_free (MdgSlides *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->slides);
  g_free (self);
}

/**
 * mdg_slides_find:
 * @self: slides
 * @line: index of a line
 *
 * Returns: (transfer none) (nullable): the slide the line stands on
 */
const MdgSlide *
mdg_slides_find (const MdgSlides *self, guint line)
{
  for (guint s = 0; s < self->slides->len; s++)
    {
      const MdgSlide *slide = &g_array_index (self->slides, MdgSlide, s);

      if (line >= slide->first_line && line < slide->end_line)
        return slide;
    }

  return NULL;
}

/**
 * mdg_slides_get_page:
 * @self: slides
 * @line: index of a line
 *
 * Returns: the number of the slide the line stands on, or %MDG_PAGE_UNKNOWN where the text leaves
 *   that in doubt
 */
int
mdg_slides_get_page (const MdgSlides *self, guint line)
{
  const MdgSlide *slide = mdg_slides_find (self, line);

  return slide != NULL && slide->is_told ? slide->number : MDG_PAGE_UNKNOWN;
}
