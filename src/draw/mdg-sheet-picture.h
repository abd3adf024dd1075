/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/mdg-chart-scene.h"
#include "draw/mdg-map-scene.h"
#include "draw/mdg-sheet.h"

G_BEGIN_DECLS

/**
 * MdgSheetPicture:
 *
 * A map or a chart on a printed sheet, in colours for paper and in the size of the texts around
 * it. It says in words what it shows: its title is part of it. Immutable; may be drawn by several
 * threads at a time.
 */
typedef struct _MdgSheetPicture MdgSheetPicture;

MdgSheetPicture *mdg_sheet_picture_new_map (MdgMapScene *scene);
MdgSheetPicture *mdg_sheet_picture_new_chart (MdgChartScene *scene);
MdgSheetPicture *mdg_sheet_picture_new_stack (MdgSheetPicture **pictures, guint n_pictures);
void mdg_sheet_picture_free (MdgSheetPicture *self);

/* For the layout of sheets. */
double mdg_sheet_picture_measure (const MdgSheetPicture *self,
                                  PangoContext *context,
                                  double unit,
                                  double width);
double mdg_sheet_pictures_measure (gpointer *pictures,
                                   guint n_pictures,
                                   PangoContext *context,
                                   double unit,
                                   double width);
void mdg_sheet_picture_draw (const MdgSheetPicture *self,
                             cairo_t *cr,
                             PangoContext *context,
                             double unit,
                             double width,
                             double height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgSheetPicture, mdg_sheet_picture_free)

G_END_DECLS
