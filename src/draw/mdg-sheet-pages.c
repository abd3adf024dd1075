/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-sheet-layout-private.h"

/* Rounding must not push a strip that just fits to the next page. */
#define SLACK 0.01
/* A table's headings that take more of a page than this are not said again. */
#define MAX_HEADINGS_SHARE 0.33
/* Columns are not begun where less of the page than this is left. */
#define MIN_REGION_SHARE 0.2

/* Where the next strip is placed. */
typedef struct
{
  MdgSheetLayout *layout;
  guint strip;
  guint column;
  double top;    /* of the columns on this page */
  double lowest; /* that any of them reached */
} Cursor;

static MdgSheetStrip *
get_strip (Cursor *self, guint index)
{
  return &g_array_index (self->layout->strips, MdgSheetStrip, index);
}

static MdgSheetPage *
get_page (Cursor *self)
{
  return &g_array_index (self->layout->pages, MdgSheetPage, self->layout->pages->len - 1);
}

static double
get_bottom (Cursor *self)
{
  return mdg_sheet_layout_get_body_bottom (self->layout, get_page (self)->section);
}

static double
get_room (Cursor *self)
{
  return get_bottom (self) - mdg_sheet_layout_get_body_top (self->layout, FALSE);
}

static void
begin_page (Cursor *self, guint section, gboolean begins_section)
{
  MdgSheetPage page = {
    .section = section,
    .begins_section = begins_section,
    .first = self->layout->placed->len,
  };

  g_array_append_val (self->layout->pages, page);
  self->column = 0;
  self->top = self->lowest = mdg_sheet_layout_get_body_top (self->layout, begins_section);
}

static double
place (Cursor *self, guint index, double y)
{
  const MdgSheetStrip *strip = get_strip (self, index);
  double width = mdg_sheet_layout_get_column_width (self->layout, strip->n_columns);
  MdgSheetPlaced placed = {
    .strip = index,
    .x = self->layout->margin + self->column * (width + self->layout->gutter),
    .y = y,
  };

  g_array_append_val (self->layout->placed, placed);
  get_page (self)->n++;

  return y + strip->height;
}

/* The headings that stand again above @index if a page or a column begins with it. */
static const MdgSheetTable *
find_headings (Cursor *self, guint index)
{
  const MdgSheetStrip *strip = get_strip (self, index);
  const MdgSheetTable *table;

  if (strip->table < 0)
    return NULL;
  table = &g_array_index (self->layout->tables, MdgSheetTable, strip->table);
  if (table->n == 0 || table->height > MAX_HEADINGS_SHARE * get_room (self))
    return NULL;

  return table;
}

/* Where the region ends that the next strip is in. */
static guint
find_end (Cursor *self)
{
  guint region = get_strip (self, self->strip)->region;
  guint end = self->strip + 1;

  while (end < self->layout->strips->len && get_strip (self, end)->region == region &&
         !get_strip (self, end)->begins_page)
    end++;

  return end;
}

/* How many strips of those before @end fit below @y. Where some do not, the best of all the breaks
 * above the first that does not is chosen. */
static guint
find_break (Cursor *self, guint end, double y, gboolean is_at_top)
{
  double bottom = get_bottom (self);
  double best_cost = G_MAXDOUBLE;
  guint best = end;

  for (guint i = self->strip; i < end; i++)
    {
      const MdgSheetStrip *strip = get_strip (self, i);
      double gap = i > self->strip ? strip->gap : 0;

      /* To leave a page empty would be no progress: there the first strip always stays. */
      if (i > self->strip || !is_at_top)
        {
          double empty = MAX (bottom - y, 0) / get_room (self);
          double cost = strip->cost + MDG_SHEET_COST_EMPTY_PAGE * empty;

          if (cost <= best_cost)
            {
              best_cost = cost;
              best = i;
            }
          if (y + gap + strip->height > bottom + SLACK)
            return best;
        }
      y += gap + strip->height;
    }

  return end;
}

/* Fills the column, and returns whether the strips before @end are all placed. */
static gboolean
fill_column (Cursor *self, guint end, gboolean continues)
{
  const MdgSheetTable *headings = continues ? find_headings (self, self->strip) : NULL;
  double y = self->top;
  double best_top =
    mdg_sheet_layout_get_body_top (self->layout, get_page (self)->begins_section) + SLACK;
  guint best =
    find_break (self, end, y + (headings != NULL ? headings->height : 0), self->top <= best_top);

  if (best > self->strip && headings != NULL)
    for (guint i = 0; i < headings->n; i++)
      y = place (self, headings->first + i, y);

  for (guint i = self->strip; i < best; i++)
    y = place (self, i, y + (i > self->strip ? get_strip (self, i)->gap : 0));
  self->lowest = MAX (self->lowest, y);
  self->strip = best;

  return best == end;
}

/* Fills columns, and pages if need be, with the strips of one region. */
static void
fill_region (Cursor *self)
{
  guint n_columns = get_strip (self, self->strip)->n_columns;
  guint section = get_strip (self, self->strip)->section;
  guint end = find_end (self);
  guint first = self->strip;

  while (!fill_column (self, end, self->strip > first))
    {
      if (self->column + 1 < n_columns)
        self->column++;
      else
        begin_page (self, section, FALSE);
    }
}

/* Where a region begins: at the head of a page, or below what the page has. */
static void
begin_region (Cursor *self)
{
  const MdgSheetStrip *strip = get_strip (self, self->strip);
  MdgSheetPage *page = get_page (self);

  self->column = 0;
  if (page->n == 0)
    {
      page->section = strip->section;
      return;
    }
  if (strip->begins_page)
    {
      begin_page (self, strip->section, strip->section != page->section);
      return;
    }

  self->top = self->lowest + strip->gap;
  if (strip->n_columns > 1 && get_bottom (self) - self->top < MIN_REGION_SHARE * get_room (self))
    begin_page (self, strip->section, FALSE);
}

/**
 * mdg_sheet_layout_fill_pages:
 * @self: a layout whose strips are cut
 *
 * Places the strips on pages.
 */
void
mdg_sheet_layout_fill_pages (MdgSheetLayout *self)
{
  Cursor cursor = { .layout = self };

  begin_page (&cursor, 0, TRUE);
  while (cursor.strip < self->strips->len)
    {
      begin_region (&cursor);
      fill_region (&cursor);
    }
}
