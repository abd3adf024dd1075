/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MdgPresenterColumns:
 *
 * Lays out choices below each other; if there are many, and room beside each other, in two columns
 * that are read row by row. Choices in a row are as high as each other.
 */
#define MDG_TYPE_PRESENTER_COLUMNS (mdg_presenter_columns_get_type ())
G_DECLARE_FINAL_TYPE (MdgPresenterColumns,
                      mdg_presenter_columns,
                      MDG,
                      PRESENTER_COLUMNS,
                      GtkLayoutManager)

GtkLayoutManager *mdg_presenter_columns_new (void);

G_END_DECLS
