/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-deck-pdf.h"

#include "import/mdg-deck-text.h"
#include "import/mdg-page-fixture.h"

#include <string.h>

/* The slides of a deck as pages, with the tables where the ministry has them: two beside each other,
 * headings above, notes below. What is not a table is the text of the other writer, line by line. */

#define LEFT 40.0
#define TABLE_WIDTH 370.0
#define TABLE_TOP 92.0
#define BOTTOM (MDG_PAGE_FIXTURE_HEIGHT - 24)
#define SIZE_TITLE 16.0
#define SIZE_TEXT 9.0
#define SIZE_CELL 7.5
#define SIZE_NUMBER 10.0
#define N_RATE_GROUPS 3

static const guint rate_groups[N_RATE_GROUPS + 1] = { 0, 14, 30, MDG_N_PREFECTURES };

/* Where the cells of a facility x prefecture table end. */
static const double count_rights[MDG_N_DECK_CELLS] = { 20, 56, 110, 165, 240, 325 };

typedef struct
{
  MdgPageFixture *page;
  MdgDeckWriter writer; /* of the text */
  gboolean has_numbers;
  guint n_pages;
} Drawer;

static void
end_page (Drawer *self)
{
  g_autofree char *number = g_strdup_printf ("%u", self->n_pages);

  if (self->has_numbers && self->n_pages > 0)
    mdg_page_fixture_text_right (self->page, MDG_PAGE_FIXTURE_WIDTH - 16, BOTTOM, SIZE_NUMBER,
                                 number);
  self->n_pages++;
  mdg_page_fixture_next_page (self->page);
}

static void
draw_title (Drawer *self, const char *title)
{
  mdg_page_fixture_text (self->page, LEFT, 16, SIZE_TITLE, title);
}

static void
draw_text_slide (Drawer *self, MdgDeckSlide slide)
{
  g_auto (GStrv) lines = NULL;
  double y = 60;

  g_string_truncate (self->writer.text, 0);
  mdg_deck_writer_slide (&self->writer, slide);
  lines = g_strsplit (self->writer.text->str, "\n", -1);
  draw_title (self, g_strstrip (lines[0]));
  for (char **line = lines + 1; *line != NULL; line++)
    if (*g_strstrip (*line) != '\0')
      {
        mdg_page_fixture_text (self->page, LEFT, y, SIZE_TEXT, *line);
        y += SIZE_TEXT * 2;
      }
  end_page (self);
}

/* Slides that no figure stands on. */
static void
draw_leaflets (Drawer *self, guint n_leaflets)
{
  for (guint i = 0; i < n_leaflets; i++)
    {
      draw_title (self, "マイナ保険証を基本とする仕組みへの移行に向けた周知（国民向け）");
      for (guint line = 0; line < 20; line++)
        mdg_page_fixture_text (
          self->page, LEFT, 60 + line * SIZE_TEXT * 2, SIZE_TEXT,
          "○マイナポータルのほか、国民の方が目にする機会の多い様々な媒体を通じ、"
          "移行に向けた対応について改めて周知を実施。");
      end_page (self);
    }
}

/* The words of a header above their columns. */
static void
draw_header (Drawer *self, const char *header, const double *rights, double x, double y)
{
  g_auto (GStrv) words = g_strsplit (header, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    mdg_page_fixture_text_right (self->page, x + rights[i], y, SIZE_CELL, words[i]);
}

static void
draw_type_table (Drawer *self,
                 const char *header,
                 const gint64 values[MDG_DECK_N_TYPES][MDG_DECK_N_COLUMNS],
                 const gboolean lost[MDG_DECK_N_TYPES],
                 double y)
{
  static const double rights[MDG_DECK_N_COLUMNS] = { 180, 300, 420 };

  draw_header (self, header, rights, LEFT, y);
  for (guint i = 1; i <= MDG_DECK_N_TYPES; i++)
    {
      guint type = i % MDG_DECK_N_TYPES;

      if (lost[type])
        continue;
      mdg_page_fixture_text (self->page, LEFT, y + 18 * i, SIZE_TEXT,
                             mdg_facility_type_get_name_ja (type));
      for (guint column = 0; column < MDG_DECK_N_COLUMNS; column++)
        {
          g_autofree char *number = mdg_deck_group_digits (values[type][column]);

          mdg_page_fixture_text_right (self->page, LEFT + rights[column], y + 18 * i, SIZE_TEXT,
                                       number);
        }
    }
}

/* A chart beside the tables, whose ticks stand on no line of theirs. */
static void
draw_chart (Drawer *self)
{
  double right = MDG_PAGE_FIXTURE_WIDTH - 160;

  mdg_page_fixture_rectangle (self->page, right + 4, 80, 120, 306);
  for (guint tick = 0; tick <= 6; tick++)
    {
      g_autofree char *text = mdg_deck_group_digits ((gint64) tick * 20000000);

      mdg_page_fixture_text_right (self->page, right, 380 - tick * 50, SIZE_CELL, text);
    }
  mdg_page_fixture_text_upwards (self->page, right - 60, 260, SIZE_CELL, "利用件数（件）");
}

static void
draw_types (Drawer *self)
{
  const MdgDeckFigures *figures = self->writer.figures;
  g_autofree char *heading =
    g_strdup_printf ("【%d月分実績の内訳】", mdg_month_get_number (figures->month));

  draw_title (self, MDG_DECK_TITLE_TYPES);
  mdg_page_fixture_text (self->page, LEFT, 56, SIZE_TEXT, heading);
  if (figures->has_totals)
    draw_type_table (self, MDG_DECK_HEADER_TOTALS, figures->totals, figures->totals_lost,
                     TABLE_TOP);
  if (figures->has_views)
    draw_type_table (self, MDG_DECK_HEADER_VIEWS, figures->views, figures->views_lost, 260);
  if (self->writer.style->ticks)
    draw_chart (self);
  mdg_page_fixture_text (self->page, LEFT, BOTTOM, SIZE_CELL, MDG_DECK_FOOTNOTE);
  end_page (self);
}

static void
draw_rate (Drawer *self, const MdgDeckRate *row, double x, double y)
{
  g_autofree char *text = mdg_deck_dup_rate (row);
  g_auto (GStrv) values = g_strsplit (text, " ", 2);

  if (row->is_lost)
    return;
  mdg_page_fixture_text (self->page, x, y, SIZE_CELL, mdg_area_get_name (row->area));
  mdg_page_fixture_text_right (self->page, x + 100, y, SIZE_CELL, values[0]);
  mdg_page_fixture_text_right (self->page, x + 150, y, SIZE_CELL, values[1]);
}

static void
draw_rates (Drawer *self)
{
  static const double rights[] = { 40, 100 };
  const MdgDeckFigures *figures = self->writer.figures;
  const MdgDeckStyle *style = self->writer.style;
  g_autofree char *month = mdg_deck_style_spell (style, MDG_DECK_MONTH_SPACED, figures->month);
  g_autofree char *before = mdg_deck_style_spell (style, MDG_DECK_MONTH_ERA, figures->month - 1);
  g_autofree char *where = g_strdup_printf ("（都道府県別の医療機関・薬局での利用（%s））", month);
  g_autofree char *note =
    g_strdup_printf ("（括弧内の値は%sの値からの変化量（％ポイント））", before);
  gboolean after_first = style->national == MDG_DECK_NATIONAL_AFTER_FIRST;

  if (!figures->has_rates)
    return;

  draw_title (self, MDG_DECK_TITLE_RATES);
  mdg_page_fixture_text (self->page, LEFT, 40, SIZE_TEXT, where);
  mdg_page_fixture_text (self->page, LEFT, 56, SIZE_CELL, note);
  for (guint group = 0; group < N_RATE_GROUPS; group++)
    {
      double x = LEFT + 240 * group;

      if (style->has_headers)
        draw_header (self, "都道府県名 利用率", rights, x, 74);
      for (guint i = rate_groups[group]; i < rate_groups[group + 1]; i++)
        draw_rate (self, &figures->rates[i], x, TABLE_TOP + 20 * (i - rate_groups[group]));
    }
  draw_rate (self, &figures->rates[MDG_N_PREFECTURES], after_first ? LEFT : LEFT + 480,
             TABLE_TOP + 20 * (after_first ? 14 : 17));
  mdg_page_fixture_text (self->page, LEFT, BOTTOM, SIZE_CELL, MDG_DECK_FOOTNOTE);
  end_page (self);
}

static void
draw_count_table (Drawer *self, guint type, guint first, guint end, double x)
{
  const MdgDeckFigures *figures = self->writer.figures;
  const MdgDeckStyle *style = self->writer.style;
  double pitch = style->one_slide ? 8.6 : 13;
  g_autofree char *month = mdg_deck_style_spell (style, MDG_DECK_MONTH_SHORT, figures->month - 1);
  g_autofree char *header = g_strdup_printf ("順位 %s順位 " MDG_DECK_HEADER_COUNTS, month);

  if (style->has_headers && style->month != MDG_DECK_MONTH_SPACED)
    draw_header (self, header, count_rights, x, TABLE_TOP - 12);
  for (guint i = first; i < end; i++)
    for (guint cell = 0; !figures->counts[type][i].is_lost && cell < MDG_N_DECK_CELLS; cell++)
      {
        g_autofree char *text = mdg_deck_dup_count_cell (&figures->counts[type][i], cell);

        mdg_page_fixture_text_right (self->page, x + count_rights[cell],
                                     TABLE_TOP + pitch * (i - first), SIZE_CELL, text);
      }
}

static void
draw_count_slide (Drawer *self, guint pair, guint first, guint end)
{
  const struct MdgDeckPair *tables = &mdg_deck_pairs[pair];
  const MdgDeckStyle *style = self->writer.style;

  if (!self->writer.figures->has_counts[tables->types[0]] &&
      !self->writer.figures->has_counts[tables->types[1]])
    return;

  draw_title (self, MDG_DECK_TITLE_COUNTS);
  mdg_page_fixture_text (self->page, LEFT, 42, SIZE_CELL, MDG_DECK_FOOTNOTE);
  for (guint side = 0; side < 2; side++)
    {
      guint table = style->turned ? 1 - side : side;
      guint named = style->moved_headings ? 1 - table : table;
      double x = LEFT + TABLE_WIDTH * side;

      if (style->has_headings)
        mdg_page_fixture_text (self->page, x, 60, SIZE_TEXT, tables->headings[named]);
      if (self->writer.figures->has_counts[tables->types[table]])
        draw_count_table (self, tables->types[table], first, end, x);
    }
  if (style->notes)
    mdg_page_fixture_text (self->page, LEFT, BOTTOM, SIZE_CELL, "※黄色＝上位５県 灰色＝下位５県");
  end_page (self);
}

static void
draw_counts (Drawer *self)
{
  for (guint pair = 0; pair < G_N_ELEMENTS (mdg_deck_pairs); pair++)
    {
      if (self->writer.style->one_slide)
        {
          draw_count_slide (self, pair, 0, MDG_N_PREFECTURES);
          continue;
        }
      draw_count_slide (self, pair, 0, MDG_DECK_SPLIT);
      draw_count_slide (self, pair, MDG_DECK_SPLIT, MDG_N_PREFECTURES);
    }
}

/**
 * mdg_deck_pdf_write:
 * @figures: figures
 * @style: how to draw them; what is about lines of text only makes no difference
 * @n_leaflets: pages without figures to put after the cover
 *
 * Draws a deck. With all its tables and each of them on two slides it has 12 pages and @n_leaflets.
 *
 * Returns: (transfer full): a PDF
 */
GBytes *
mdg_deck_pdf_write (const MdgDeckFigures *figures, const MdgDeckStyle *style, guint n_leaflets)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) list = g_string_new (NULL);
  MdgDeckStyle plain = *style;
  Drawer self = {
    .page = mdg_page_fixture_new (),
    .writer = { figures, &plain, text, list, g_rand_new_with_seed (style->seed), 0, 0 },
    .has_numbers = style->has_numbers,
  };
  MdgDeckSlide slides[MDG_N_DECK_SLIDES];

  /* They are drawn at the foot of the page. */
  plain.has_numbers = FALSE;
  plain.loose = FALSE;
  mdg_deck_order_slides (style, self.writer.rand, slides);
  for (guint i = 0; i < MDG_N_DECK_SLIDES; i++)
    {
      if (slides[i] == MDG_DECK_SLIDE_TYPES)
        draw_types (&self);
      else if (slides[i] == MDG_DECK_SLIDE_RATES)
        draw_rates (&self);
      else if (slides[i] == MDG_DECK_SLIDE_COUNTS)
        draw_counts (&self);
      else
        draw_text_slide (&self, slides[i]);
      if (i == 0)
        draw_leaflets (&self, n_leaflets);
    }
  g_rand_free (self.writer.rand);

  return mdg_page_fixture_finish (self.page);
}
