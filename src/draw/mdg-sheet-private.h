/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/mdg-sheet.h"

G_BEGIN_DECLS

/* What a block is. Sections, columns, what is kept together and tables last until the next of them or
 * their end. */
typedef enum
{
  MDG_SHEET_BLOCK_SECTION,
  MDG_SHEET_BLOCK_COLUMNS,
  MDG_SHEET_BLOCK_KEEP,
  MDG_SHEET_BLOCK_END_KEEP,
  MDG_SHEET_BLOCK_TITLE,
  MDG_SHEET_BLOCK_HEADING,
  MDG_SHEET_BLOCK_SUBHEADING,
  MDG_SHEET_BLOCK_PARAGRAPH,
  MDG_SHEET_BLOCK_RUNS,
  MDG_SHEET_BLOCK_CALLOUT,
  MDG_SHEET_BLOCK_FIELD,
  MDG_SHEET_BLOCK_ITEM,
  MDG_SHEET_BLOCK_CHECK,
  MDG_SHEET_BLOCK_SPACE,
  MDG_SHEET_BLOCK_LINES,
  MDG_SHEET_BLOCK_PICTURES,
  MDG_SHEET_BLOCK_TABLE,
  MDG_SHEET_BLOCK_ROW,
  MDG_SHEET_BLOCK_END_TABLE,
} MdgSheetBlockKind;

/* What stands at the foot of a section's pages, and at the head of all but its first. */
typedef struct
{
  char *title;    /* (nullable) */
  char *validity; /* (nullable) */
  char *source;   /* (nullable) */
} MdgSheetSection;

/* Which of the fields say something depends on the kind; texts are never NULL but empty. */
typedef struct
{
  MdgSheetBlockKind kind;
  MdgSheetStyle style;
  MdgSheetMark mark;
  MdgSheetTableKind table;
  guint n;       /* columns, or lines */
  guint section; /* index of the section that begins */
  double size;
  double *widths; /* of columns, as shares of 1 */
  char *label;
  char *text;
  char *detail;
  GPtrArray *pictures; /* (nullable) (element-type MdgSheetPicture) */
  char **cells;        /* (nullable): of a row, or labels and texts of runs by turns */
} MdgSheetBlock;

struct _MdgSheet
{
  gatomicrefcount ref_count;

  char *title;
  char *subject;
  char *edition; /* (nullable) */
  double text_scale;
  gboolean is_dense;
  GPtrArray *sections; /* (element-type MdgSheetSection): at least one */
  GPtrArray *blocks;   /* (element-type MdgSheetBlock) */
  guint table_columns; /* of the table that is being filled, 0 if none is */
  guint n_keeps;
};

G_END_DECLS
