/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "draw/mdg-map-scene.h"

G_BEGIN_DECLS

/**
 * MdgMapBadge:
 *
 * The mark of a first (a yellow disc) or last (a grey square) prefecture. Form and number say the
 * same as the colour.
 */
typedef enum
{
  MDG_MAP_BADGE_NONE,
  MDG_MAP_BADGE_TOP,
  MDG_MAP_BADGE_BOTTOM,
} MdgMapBadge;

/**
 * MdgMapLabel:
 * @area: the prefecture
 * @layout: the text
 * @x: left edge of the text, in pixels of the picture
 * @y: upper edge of the text
 * @width: width of the text
 * @height: height of the text
 * @color: colour of the text
 * @badge: what stands below the text
 * @badge_color: colour of that
 * @badge_x: left edge of the badge
 * @badge_y: upper edge of the badge
 * @badge_size: width and height of the badge
 *
 * One line of a label, ready to be drawn.
 */
typedef struct
{
  MdgArea area;
  PangoLayout *layout;
  double x;
  double y;
  double width;
  double height;
  MdgColor color;
  MdgMapBadge badge;
  MdgColor badge_color;
  double badge_x;
  double badge_y;
  double badge_size;
} MdgMapLabel;

typedef void (*MdgMapLabelFunc) (const MdgMapLabel *label, gpointer data);

/**
 * MdgMapLabels:
 *
 * The texts that stand in the prefectures: name and figure where there is room for both, the figure
 * where there is room for it, and the marks of the first and last five. To be used in one thread.
 */
typedef struct _MdgMapLabels MdgMapLabels;

MdgMapLabels *mdg_map_labels_new (MdgMapScene *scene, PangoContext *context, double scale);
MdgMapScene *mdg_map_labels_get_scene (MdgMapLabels *self);
void mdg_map_labels_free (MdgMapLabels *self);
void mdg_map_labels_foreach (MdgMapLabels *self,
                             const MdgMapCamera *camera,
                             MdgMapLabelFunc func,
                             gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgMapLabels, mdg_map_labels_free)

G_END_DECLS
