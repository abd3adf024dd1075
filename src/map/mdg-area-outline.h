/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "draw/mdg-map-scene.h"

G_BEGIN_DECLS

/**
 * MdgAreaOutline:
 *
 * The outline of one prefecture at one zoom, kept while the view is only moved, and the shadow that
 * lifts the prefecture off the map.
 */
typedef struct _MdgAreaOutline MdgAreaOutline;

MdgAreaOutline *mdg_area_outline_new (void);
void mdg_area_outline_free (MdgAreaOutline *self);
void mdg_area_outline_snapshot (MdgAreaOutline *self,
                                GtkSnapshot *snapshot,
                                MdgBoundaries *boundaries,
                                const MdgMapCamera *camera,
                                MdgArea area,
                                MdgColor color,
                                double width);

void mdg_area_outline_snapshot_lift (MdgAreaOutline *self,
                                     GtkSnapshot *snapshot,
                                     GskRenderer *renderer,
                                     MdgBoundaries *boundaries,
                                     const MdgMapCamera *camera,
                                     MdgArea area);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgAreaOutline, mdg_area_outline_free)

G_END_DECLS
