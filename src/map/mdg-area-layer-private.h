/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/mdg-map-labels.h"
#include "map/mdg-area-layer.h"
#include "map/mdg-area-outline.h"

G_BEGIN_DECLS

struct _MdgAreaLayer
{
  ShumateLayer parent_instance;

  MdgMapScene *scene;
  MdgMapPainter *painter;
  MdgMapLabels *labels;
  MdgAreaOutline *selected_outline;
  MdgAreaOutline *focus_outline;
  MdgAreaOutline *hover_outline;
  GtkWidget *items[MDG_N_AREAS];

  MdgArea selected_area;
  MdgArea focus_area;
  MdgArea hovered_area;

  /* Whether the view is that of the main islands, and stays so when the window changes its size. */
  gboolean at_home;
  gboolean has_view;
  gboolean is_setting_view;
  /* The layer of the other of two maps that move together. */
  MdgAreaLayer *linked;
  guint rest_id;

  /* Input; mdg-area-layer-input.c. */
  GtkIMContext *im_context;
  GString *typed;
  MdgArea typed_from;
  guint typed_id;
  double press_x;
  double press_y;
};

/* mdg-area-layer.c */
double mdg_area_layer_get_scale (MdgAreaLayer *self);

/* mdg-area-layer-view.c */
void mdg_area_layer_viewport_changed (MdgAreaLayer *self);
void mdg_area_layer_allocate_view (MdgAreaLayer *self, int width, int height);
void mdg_area_layer_reveal (MdgAreaLayer *self, MdgArea area);

void mdg_area_layer_lead (MdgAreaLayer *self);

/* mdg-area-layer-draw.c */
gboolean mdg_area_layer_update_picture (MdgAreaLayer *self);
gboolean mdg_area_layer_get_label_box (MdgAreaLayer *self, MdgArea area, GdkRectangle *box);
void mdg_area_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

/* mdg-area-layer-input.c */
void mdg_area_layer_add_input (MdgAreaLayer *self);
void mdg_area_layer_remove_input (MdgAreaLayer *self);
void mdg_area_layer_choose (MdgAreaLayer *self, MdgArea area, gboolean grab_focus);
void mdg_area_layer_activate (MdgAreaLayer *self, MdgArea area);

G_END_DECLS
