/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

struct _MdgSheetPicture;

/**
 * MdgSheet:
 *
 * What a printed document says, block after block, whatever the paper. Texts are copied. A
 * #MdgSheetLayout lays it out on pages; once there is one, the sheet is not changed any more, and
 * may be laid out by several threads at a time.
 */
typedef struct _MdgSheet MdgSheet;

#define MDG_TYPE_SHEET (mdg_sheet_get_type ())
GType mdg_sheet_get_type (void);

/**
 * MdgSheetStyle:
 * @MDG_SHEET_NORMAL: running text
 * @MDG_SHEET_LARGE: a sentence to be read at arm's length
 * @MDG_SHEET_STRONG: running text in bold
 * @MDG_SHEET_DIM: what may be passed over: small and grey
 * @MDG_SHEET_SMALL: small, in black
 *
 * What a paragraph looks like.
 */
typedef enum
{
  MDG_SHEET_NORMAL,
  MDG_SHEET_LARGE,
  MDG_SHEET_STRONG,
  MDG_SHEET_DIM,
  MDG_SHEET_SMALL,
} MdgSheetStyle;

/**
 * MdgSheetMark:
 * @MDG_SHEET_MARK_NONE: nothing
 * @MDG_SHEET_MARK_PROCEED: a tick in a circle
 * @MDG_SHEET_MARK_CAUTION: a triangle with an exclamation mark
 * @MDG_SHEET_MARK_STOP: a cross in a black circle
 * @MDG_SHEET_MARK_SPEECH: a speech bubble
 * @MDG_SHEET_MARK_OPEN: an empty box to tick
 * @MDG_SHEET_MARK_DONE: a box with a tick
 * @MDG_SHEET_MARK_NOT_APPLICABLE: a box with a line through it
 *
 * A sign before a text, told by its shape alone. The text says the same in words.
 */
typedef enum
{
  MDG_SHEET_MARK_NONE,
  MDG_SHEET_MARK_PROCEED,
  MDG_SHEET_MARK_CAUTION,
  MDG_SHEET_MARK_STOP,
  MDG_SHEET_MARK_SPEECH,
  MDG_SHEET_MARK_OPEN,
  MDG_SHEET_MARK_DONE,
  MDG_SHEET_MARK_NOT_APPLICABLE,
} MdgSheetMark;

/**
 * MdgSheetTableKind:
 * @MDG_SHEET_TABLE_RULED: lines between the rows
 * @MDG_SHEET_TABLE_FIGURES: the same, and every column but the first is set flush right
 * @MDG_SHEET_TABLE_FORM: lines around every cell, and room in every row to write by hand
 *
 * What a table is for.
 */
typedef enum
{
  MDG_SHEET_TABLE_RULED,
  MDG_SHEET_TABLE_FIGURES,
  MDG_SHEET_TABLE_FORM,
} MdgSheetTableKind;

/* A table has at most so many columns. */
#define MDG_SHEET_MAX_COLUMNS 12

MdgSheet *mdg_sheet_new (const char *title);
MdgSheet *mdg_sheet_ref (MdgSheet *self);
void mdg_sheet_unref (MdgSheet *self);
const char *mdg_sheet_get_title (const MdgSheet *self);
void mdg_sheet_set_subject (MdgSheet *self, const char *subject);
const char *mdg_sheet_get_subject (const MdgSheet *self);
void mdg_sheet_set_text_scale (MdgSheet *self, double scale);
void mdg_sheet_set_dense (MdgSheet *self, gboolean dense);

/* Pages, and what stands at their foot. */
void mdg_sheet_set_furniture (MdgSheet *self,
                              const char *edition,
                              const char *validity,
                              const char *source);
void mdg_sheet_begin_section (MdgSheet *self,
                              const char *title,
                              const char *validity,
                              const char *source);
void mdg_sheet_begin_columns (MdgSheet *self, guint n_columns);
void mdg_sheet_begin_keep (MdgSheet *self);
void mdg_sheet_end_keep (MdgSheet *self);

/* Blocks. A text that is NULL or empty leaves nothing behind. */
void mdg_sheet_add_title (MdgSheet *self, const char *above, const char *title);
void mdg_sheet_add_heading (MdgSheet *self, const char *text);
void mdg_sheet_add_subheading (MdgSheet *self, MdgSheetMark mark, const char *text);
void mdg_sheet_add_paragraph (MdgSheet *self, MdgSheetStyle style, const char *text);
void mdg_sheet_add_runs (MdgSheet *self,
                         guint n_runs,
                         const char *const *labels,
                         const char *const *texts);
void mdg_sheet_add_callout (MdgSheet *self, MdgSheetMark mark, const char *label, const char *text);
void mdg_sheet_add_field (MdgSheet *self, const char *label, const char *value);
void mdg_sheet_add_item (MdgSheet *self, const char *marker, const char *text, const char *detail);
void mdg_sheet_add_check (MdgSheet *self,
                          MdgSheetMark mark,
                          const char *text,
                          const char *detail,
                          const char *aside);
void mdg_sheet_add_space (MdgSheet *self, double lines);
void mdg_sheet_add_lines (MdgSheet *self, guint n_lines);

/* Maps and charts: see mdg-sheet-picture.h. They belong to the sheet then. */
void mdg_sheet_add_pictures (MdgSheet *self, guint n_pictures, struct _MdgSheetPicture **pictures);

/* Tables. */
void mdg_sheet_begin_table (MdgSheet *self,
                            MdgSheetTableKind kind,
                            guint n_columns,
                            const double *widths,
                            const char *const *headings);
void mdg_sheet_add_row (MdgSheet *self, const char *const *cells);
void mdg_sheet_end_table (MdgSheet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgSheet, mdg_sheet_unref)

G_END_DECLS
