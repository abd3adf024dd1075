/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/sheet/mdg-sheet-panels.h"

#include "import/sheet/mdg-area-cell.h"
#include "import/sheet/mdg-cell.h"
#include "import/sheet/mdg-sheet-header.h"
#include "import/sheet/mdg-sheet.h"

#include <string.h>

static const char *
get_text (const MdgSheetRange *range, guint line, guint column)
{
  return mdg_cell_skip_guard (mdg_sheet_get_text (range->document, line, column));
}

/* A heading stands among the first cells of its column; to look further would be to read every figure
 * of a long table as one. */
#define MAX_CELLS_ABOVE 64u
/* A column without an area in so many cells has none. */
#define MAX_CELLS_WITHOUT 1024u

/* How many cells of each column hold an area, and which areas. */
typedef struct
{
  guint n_names;
  guint n_codes;
  guint n_long_codes;
  guint n_filled;
  guint n_above; /* cells before the first area */
  guint64 names;
  guint64 codes;
  gboolean is_headed;
} Tally;

static gboolean
heads_codes (const char *text)
{
  MdgHeading heading;

  mdg_heading_read (&text, 1, &heading);

  return heading.role == MDG_COLUMN_CODE || heading.role == MDG_COLUMN_AREA;
}

static Tally *
count_areas (const MdgSheetRange *range)
{
  Tally *tallies = g_new0 (Tally, range->n_columns);

  for (guint i = range->first_line; i < range->end_line; i++)
    {
      const MdgLine *line = mdg_document_get_line (range->document, i);

      for (guint j = 0; j < line->n_cells; j++)
        {
          const MdgCell *cell = mdg_document_get_cell (range->document, line, j);
          const char *text = mdg_cell_skip_guard (cell->text);
          Tally *tally = &tallies[MIN (cell->column, range->n_columns - 1)];
          MdgArea area;

          if (*text == '\0' || cell->column >= range->n_columns ||
              tally->n_above > MAX_CELLS_WITHOUT)
            continue;
          if (mdg_area_cell_read (text, &area))
            {
              tally->n_names++;
              tally->names |= G_GUINT64_CONSTANT (1) << area;
            }
          else if (mdg_area_cell_read_code (text, &area))
            {
              tally->n_codes++;
              tally->n_long_codes += strlen (text) >= 4;
              tally->codes |= G_GUINT64_CONSTANT (1) << area;
            }
          else if (tally->n_codes + tally->n_names == 0)
            {
              if (!tally->is_headed && tally->n_above < MAX_CELLS_ABOVE)
                tally->is_headed = heads_codes (text);
              tally->n_above++;
              continue;
            }
          tally->n_filled++;
        }
    }

  return tallies;
}

/* Readings or other names beside the names are no second column of areas. */
static gboolean
repeats (const MdgSheetRange *range, guint column, guint other)
{
  guint n_both = 0;
  guint n_same = 0;

  for (guint i = range->first_line; i < range->end_line; i++)
    {
      MdgArea first;
      MdgArea second;

      if (mdg_area_cell_read (get_text (range, i, column), &first) &&
          mdg_area_cell_read (get_text (range, i, other), &second))
        {
          n_both++;
          n_same += first == second;
        }
    }

  return n_same * 2 > n_both;
}

static guint
count_bits (guint64 bits)
{
  return (guint) __builtin_popcountll (bits);
}

static void
add_panel (GArray *panels, guint column, gboolean is_code)
{
  MdgSheetPanel panel = { .column = column, .is_code = is_code };

  g_array_append_val (panels, panel);
}

/**
 * mdg_sheet_panels_find:
 * @range: a sheet
 * @panels: (element-type MdgSheetPanel): takes the columns of areas, from left to right
 *
 * Finds the columns in which areas stand: names, or where there are none, codes.
 */
void
mdg_sheet_panels_find (const MdgSheetRange *range, GArray *panels)
{
  g_autofree Tally *tallies = count_areas (range);
  guint best = G_MAXUINT;

  for (guint i = 0; i < range->n_columns; i++)
    if (tallies[i].n_names * 2 >= tallies[i].n_filled &&
        tallies[i].n_names >= (tallies[i].is_headed ? 1u : 2u) &&
        (best == G_MAXUINT || count_bits (tallies[i].names) > count_bits (tallies[best].names) + 2))
      best = i;

  if (best != G_MAXUINT)
    {
      for (guint i = 0; i < range->n_columns; i++)
        if (i == best || (tallies[i].n_names * 2 >= tallies[i].n_filled &&
                          count_bits (tallies[i].names) >= 3 && !repeats (range, best, i)))
          add_panel (panels, i, FALSE);
    }
  else
    {
      /* Numbers from 1 to 47 are ranks unless a heading says otherwise. */
      for (guint i = 0; panels->len == 0 && i < range->n_columns; i++)
        if (count_bits (tallies[i].codes) >= 2 &&
            (tallies[i].is_headed ? tallies[i].n_codes * 2 > tallies[i].n_filled
                                  : tallies[i].n_codes * 5 >= tallies[i].n_filled * 4 &&
                                      tallies[i].n_long_codes * 2 > tallies[i].n_codes))
          add_panel (panels, i, TRUE);
    }

  /* What stands left of the first column of areas stands left of the others too. */
  for (guint i = 0; i < panels->len; i++)
    {
      MdgSheetPanel *panel = &g_array_index (panels, MdgSheetPanel, i);
      guint left = g_array_index (panels, MdgSheetPanel, 0).column;

      panel->first = i == 0 ? 0 : panel->column - MIN (left, panel->column);
      if (i > 0)
        {
          MdgSheetPanel *before = &g_array_index (panels, MdgSheetPanel, i - 1);

          panel->first = MAX (panel->first, before->column + 1);
          before->end = panel->first;
        }
      panel->end = range->n_columns;
    }
}
