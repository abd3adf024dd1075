/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/mdg-sheet-cell.h"

G_BEGIN_DECLS

/* Sizes of letters, in that of running text, and greys that several kinds of blocks have. */
#define MDG_SHEET_SMALL_SIZE 0.84
#define MDG_SHEET_LINE_GREY 0.6

/* Enough to write a line by hand: about 9 mm. */
#define MDG_SHEET_WRITING_HEIGHT 2.5

/**
 * MdgSheetCutter:
 *
 * What is known of a sheet while its blocks are cut into strips, one after the other.
 */
typedef struct
{
  MdgSheetLayout *layout;
  MdgSheetStrip model; /* what the next strips have in common */
  double width;        /* of the column */
  double unit;
  double pad; /* the measure of what is left empty: that of texts, or less */

  gboolean after_heading;   /* what was added last must not be torn from what comes */
  double space;             /* that was asked for */
  MdgSheetBlockKind before; /* what was added last */

  GArray *keeps; /* (element-type guint): the first strip of each group that is open */

  /* The table that is being filled. */
  const MdgSheetBlock *table;
  MdgSheetTable headings;
  guint n_rows;
} MdgSheetCutter;

void mdg_sheet_cutter_begin_row (MdgSheetCutter *self,
                                 MdgSheetRow *row,
                                 MdgSheetBlockKind kind,
                                 double gap);
guint mdg_sheet_cutter_add_frame (MdgSheetCutter *self, const MdgSheetFrame *frame);
void mdg_sheet_cutter_end_frame (MdgSheetCutter *self, guint first);
void mdg_sheet_cutter_cut (MdgSheetCutter *self,
                           MdgSheetCell *cells,
                           guint n_cells,
                           const MdgSheetRow *row);
void mdg_sheet_cutter_cut_text (MdgSheetCutter *self,
                                const char *text,
                                double size,
                                gboolean is_bold,
                                double grey,
                                MdgSheetRow *row);
void mdg_sheet_cutter_cut_table (MdgSheetCutter *self, const MdgSheetBlock *block);
void mdg_sheet_cutter_cut_row (MdgSheetCutter *self, const MdgSheetBlock *block);

G_END_DECLS
