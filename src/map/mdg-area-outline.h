/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/mdg-map-painter.h"

G_BEGIN_DECLS

#define MDG_AREA_OUTLINE_MAX_STROKES 2

/**
 * MdgAreaOutlineStroke:
 * @color: colour of the line
 * @width: its width in pixels; 0 for no line
 */
typedef struct
{
  MdgColor color;
  double width;
} MdgAreaOutlineStroke;

/**
 * MdgAreaOutlineStyle:
 * @strokes: lines, one on top of the other
 * @is_lifted: whether a soft shadow lies around the prefecture, as if it lay higher
 *
 * How an outline looks.
 */
typedef struct
{
  MdgAreaOutlineStroke strokes[MDG_AREA_OUTLINE_MAX_STROKES];
  gboolean is_lifted;
} MdgAreaOutlineStyle;

/**
 * MdgAreaOutline:
 *
 * The outline of one prefecture, drawn on top of a picture of the map. It is stroked once for a
 * picture, and moved and scaled with it: stroking it would take longer than all the rest of a frame.
 */
typedef struct _MdgAreaOutline MdgAreaOutline;

MdgAreaOutline *mdg_area_outline_new (void);
void mdg_area_outline_free (MdgAreaOutline *self);
void mdg_area_outline_snapshot (MdgAreaOutline *self,
                                GtkSnapshot *snapshot,
                                const MdgMapPicture *picture,
                                const graphene_rect_t *bounds,
                                const graphene_rect_t *seen,
                                MdgArea area,
                                const MdgAreaOutlineStyle *style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgAreaOutline, mdg_area_outline_free)

G_END_DECLS
