/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-block-headings.h"

#include "import/deck/mdg-count-rows.h"
#include "import/deck/mdg-scan.h"

#include <math.h>
#include <string.h>

/*
 * 【病院】 and the like stand above the tables. In a text their order tells nothing: programs put
 * both headings of a slide out before both tables. Where the file has positions, the heading of a
 * table is the lowest one above it that stands over it. The laws still have the last word.
 */

/* A heading may begin a little left of its table. In points. */
#define SLACK 24.0f

typedef struct
{
  guint page;
  float x;
  float y;
  MdgFacilityType type;
} Heading;

/* The headings of a cell. Two in one cell stand beside each other, so each has its share of it. */
static void
append_headings (GArray *headings, guint page, const MdgCell *cell, const MdgBox *box)
{
  gsize length = strlen (cell->text);

  for (const char *p = strstr (cell->text, "【"); p != NULL; p = strstr (p + 1, "【"))
    {
      const char *name = p + strlen ("【");
      Heading heading = { .page = page, .y = box->y };

      if (!mdg_scan_facility (&name, &heading.type) || heading.type == MDG_FACILITY_ALL ||
          !mdg_scan_literal (&name, "】"))
        continue;
      heading.x = box->x + box->width * (float) (p - cell->text) / (float) length;
      g_array_append_val (headings, heading);
    }
}

static GArray *
find_headings (const MdgDocument *document)
{
  GArray *headings = g_array_new (FALSE, FALSE, sizeof (Heading));

  for (guint i = 0; i < document->lines->len; i++)
    {
      const MdgLine *line = mdg_document_get_line (document, i);

      if (line->text == NULL || strstr (line->text, "【") == NULL)
        continue;
      for (guint j = 0; j < line->n_cells; j++)
        append_headings (headings, line->page, mdg_document_get_cell (document, line, j),
                         mdg_document_get_box (document, line, j));
    }

  return headings;
}

/* Where the table on the right of a piece begins. */
static float
find_right (GPtrArray *blocks, const MdgDocument *document, guint page, const MdgBox *box)
{
  float right = HUGE_VALF;

  for (guint i = 0; i < blocks->len; i++)
    {
      const MdgBlock *block = g_ptr_array_index (blocks, i);

      for (guint j = 0; j < block->pieces->len; j++)
        {
          GArray *rows = g_ptr_array_index (block->pieces, j);
          const MdgCountRow *row = &g_array_index (rows, MdgCountRow, 0);
          const MdgBox *other = mdg_count_row_find_box (row, document);

          if (other != NULL && mdg_document_get_line (document, row->line)->page == page &&
              other->x > box->x + 2 * SLACK)
            right = MIN (right, other->x);
        }
    }

  return right;
}

static MdgFacilityType
find_above (GArray *headings, guint page, const MdgBox *box, float right)
{
  const Heading *nearest = NULL;

  for (guint i = 0; i < headings->len; i++)
    {
      const Heading *heading = &g_array_index (headings, Heading, i);

      if (heading->page == page && heading->y < box->y && heading->x > box->x - SLACK &&
          heading->x < right - SLACK && (nearest == NULL || heading->y > nearest->y))
        nearest = heading;
    }

  return nearest != NULL ? nearest->type : MDG_N_FACILITY_TYPES;
}

/* The heading of all pieces that have one; pieces that contradict each other tell nothing. */
static MdgFacilityType
find_heading (const MdgBlock *block,
              GPtrArray *blocks,
              GArray *headings,
              const MdgDocument *document)
{
  MdgFacilityType found = MDG_N_FACILITY_TYPES;

  for (guint i = 0; i < block->pieces->len; i++)
    {
      GArray *rows = g_ptr_array_index (block->pieces, i);
      const MdgCountRow *row = &g_array_index (rows, MdgCountRow, 0);
      const MdgBox *box = mdg_count_row_find_box (row, document);
      guint page = mdg_document_get_line (document, row->line)->page;
      MdgFacilityType type;

      if (box == NULL)
        continue;
      type = find_above (headings, page, box, find_right (blocks, document, page, box));
      if (type == MDG_N_FACILITY_TYPES)
        continue;
      if (found != MDG_N_FACILITY_TYPES && found != type)
        return MDG_N_FACILITY_TYPES;
      found = type;
    }

  return found;
}

/**
 * mdg_blocks_read_headings:
 * @blocks: (element-type MdgBlock): the tables
 * @document: where they stand
 *
 * Finds the heading above each table, where the file has positions. What stands above two tables
 * names neither.
 */
void
mdg_blocks_read_headings (GPtrArray *blocks, const MdgDocument *document)
{
  g_autoptr (GArray) headings = NULL;
  guint n[MDG_N_FACILITY_TYPES + 1] = { 0 };

  if (document->boxes->len == 0 || blocks->len > MDG_MAX_BLOCKS)
    return;

  headings = find_headings (document);
  for (guint i = 0; i < blocks->len; i++)
    {
      MdgBlock *block = g_ptr_array_index (blocks, i);

      block->heading = find_heading (block, blocks, headings, document);
      n[block->heading]++;
    }
  for (guint i = 0; i < blocks->len; i++)
    {
      MdgBlock *block = g_ptr_array_index (blocks, i);

      if (n[block->heading] > 1)
        block->heading = MDG_N_FACILITY_TYPES;
    }
}
