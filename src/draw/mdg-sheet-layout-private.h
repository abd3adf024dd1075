/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "draw/mdg-sheet-layout.h"
#include "draw/mdg-sheet-picture.h"
#include "draw/mdg-sheet-private.h"

G_BEGIN_DECLS

/* A block becomes strips: slices of a column, one line of text high, that are never cut. What a
 * break before a strip costs says how bad a page end is there; what a page leaves empty costs too.
 * A break inside what is kept together costs more than any empty page; one after a heading more
 * than that. */
#define MDG_SHEET_COST_EMPTY_PAGE 60.0
#define MDG_SHEET_COST_LINE 8.0
#define MDG_SHEET_COST_EDGE_LINE 40.0
#define MDG_SHEET_COST_ROW_LINE 100.0
#define MDG_SHEET_COST_KEEP 200.0
#define MDG_SHEET_COST_HEADING 2000.0

typedef enum
{
  MDG_SHEET_OP_LINE,    /* of text: x and y are where its baseline begins */
  MDG_SHEET_OP_MARK,    /* x and y are the middle, size the height */
  MDG_SHEET_OP_PICTURE, /* from x and y, size wide */
  MDG_SHEET_OP_RULE,    /* from x to x + size at y */
} MdgSheetOpKind;

typedef struct
{
  MdgSheetOpKind kind;
  MdgSheetMark mark;
  double x;
  double y;
  double size;
  double grey;
  double height;                  /* of a picture */
  const MdgSheetPicture *picture; /* (nullable): owned by the sheet */
  PangoLayoutLine *line;          /* (nullable): owned by one of the layout's texts */
} MdgSheetOp;

/* What stands around or behind strips that follow each other, drawn once for all of them that are
 * on one page. Widths of lines are 0 for none. */
typedef struct
{
  double x;
  double width;
  double fill; /* a grey, 1 for none */
  double grey; /* of the lines */
  double top;
  double bottom;
  double sides;
  double radius;
  double dividers[MDG_SHEET_MAX_COLUMNS]; /* vertical lines inside, from x */
  guint n_dividers;
  guint first;
  guint last;
} MdgSheetFrame;

/* The strips of a table's headings, which stand again at the head of each page. */
typedef struct
{
  guint first;
  guint n;
  double height;
} MdgSheetTable;

typedef struct
{
  double gap; /* above, unless a page or column begins with it */
  double height;
  double cost;
  gboolean begins_page;
  guint section;
  guint region; /* changes with the number of columns */
  guint n_columns;
  int frame; /* -1 for none */
  int table; /* whose headings stand above it, -1 for none */
  guint first_op;
  guint n_ops;
} MdgSheetStrip;

typedef struct
{
  guint strip;
  double x;
  double y;
} MdgSheetPlaced;

typedef struct
{
  guint section;
  gboolean begins_section;
  guint first; /* index of its first #MdgSheetPlaced */
  guint n;
} MdgSheetPage;

/* The texts at the foot of a section's pages, and how much room they take. */
typedef struct
{
  PangoLayout *texts[3];
  double height;
} MdgSheetFoot;

struct _MdgSheetLayout
{
  MdgSheet *sheet;
  PangoContext *context;

  /* Everything is laid out for a paper of at least some size, and drawn smaller on smaller ones. */
  double scale;
  double width;
  double height;
  double margin;
  double unit; /* the size of running text */
  double gutter;
  double head_height;

  GPtrArray *texts; /* (element-type PangoLayout) */
  GArray *ops;      /* (element-type MdgSheetOp) */
  GArray *frames;   /* (element-type MdgSheetFrame) */
  GArray *tables;   /* (element-type MdgSheetTable) */
  GArray *strips;   /* (element-type MdgSheetStrip) */
  GArray *feet;     /* (element-type MdgSheetFoot), by section */
  GArray *placed;   /* (element-type MdgSheetPlaced) */
  GArray *pages;    /* (element-type MdgSheetPage) */
};

PangoLayout *mdg_sheet_layout_create_text (MdgSheetLayout *self,
                                           const char *text,
                                           double size,
                                           gboolean is_bold,
                                           double width);
PangoLayout *mdg_sheet_layout_create_runs (MdgSheetLayout *self,
                                           char **runs,
                                           double size,
                                           double width);
double mdg_sheet_layout_get_column_width (const MdgSheetLayout *self, guint n_columns);
double mdg_sheet_layout_get_body_top (const MdgSheetLayout *self, gboolean begins_section);
double mdg_sheet_layout_get_body_bottom (const MdgSheetLayout *self, guint section);
void mdg_sheet_layout_cut (MdgSheetLayout *self);
void mdg_sheet_layout_fill_pages (MdgSheetLayout *self);

G_END_DECLS
