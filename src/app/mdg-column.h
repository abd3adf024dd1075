/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/mdg-figure-row.h"

G_BEGIN_DECLS

/**
 * MdgColumnFlags:
 * @MDG_COLUMN_TEXT: words, at the start
 * @MDG_COLUMN_NUMBER: digits of one width, at the end
 * @MDG_COLUMN_STRONG: the figure that the table is about
 * @MDG_COLUMN_EXPAND: takes the room that is left
 *
 * How a column looks.
 */
typedef enum
{
  MDG_COLUMN_TEXT = 0,
  MDG_COLUMN_NUMBER = 1 << 0,
  MDG_COLUMN_STRONG = 1 << 1,
  MDG_COLUMN_EXPAND = 1 << 2,
} MdgColumnFlags;

/* Columns of a GtkColumnView over MdgFigureRow. */
GtkColumnViewColumn *mdg_column_add (GtkColumnView *view,
                                     const char *title,
                                     const char *property,
                                     MdgColumnFlags flags,
                                     int sort_key);
GtkColumnViewColumn *mdg_column_add_quality (GtkColumnView *view);
void mdg_column_align_title (GtkColumnView *view, GtkColumnViewColumn *column);

#define MDG_COLUMN_UNSORTED (-1)

G_END_DECLS
