/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "draw/mdg-sheet.h"

G_BEGIN_DECLS

/**
 * MdgSheetLayout:
 *
 * A sheet on pages of one size. It is made, used and freed by one thread, which may be any.
 */
typedef struct _MdgSheetLayout MdgSheetLayout;

MdgSheetLayout *mdg_sheet_layout_new (MdgSheet *sheet, double width, double height);
void mdg_sheet_layout_free (MdgSheetLayout *self);
guint mdg_sheet_layout_get_n_pages (const MdgSheetLayout *self);
const char *mdg_sheet_layout_get_section (const MdgSheetLayout *self, guint page);
void mdg_sheet_layout_draw_page (MdgSheetLayout *self, cairo_t *cr, guint page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgSheetLayout, mdg_sheet_layout_free)

G_END_DECLS
