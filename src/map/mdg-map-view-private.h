/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/mdg-area-layer.h"
#include "map/mdg-map-inset.h"
#include "map/mdg-map-legend.h"
#include "map/mdg-map-view.h"

G_BEGIN_DECLS

/* Okinawa lies too far from the main islands to be seen with them. */
#define MDG_MAP_VIEW_INSET_AREA 47

struct _MdgMapView
{
  GtkWidget parent_instance;

  MdgFigureModel *model;
  GSignalGroup *model_signals;
  gboolean show_extremes;
  gboolean high_contrast;
  MdgPaletteScheme color_scheme;
  gboolean compact;
  gboolean is_dark;
  int isolated_entry;
  MdgClassOptions classes;

  MdgMapScene *scene;
  MdgAreaLayer *layer;

  ShumateMap *map;
  MdgMapInset *inset;
  GtkWidget *inset_button;
  GtkLabel *inset_label;
  GtkWidget *zoom_in_button;
  GtkWidget *zoom_out_button;
  GtkLabel *reading_label;
  GtkLabel *error_label;
  GtkLabel *credit_label;
  MdgMapLegend *legend;
};

/* mdg-map-view-scene.c */
void mdg_map_view_update_reading (MdgMapView *self);
void mdg_map_view_update_inset (MdgMapView *self);
void mdg_map_view_update_scene (MdgMapView *self);
void mdg_map_view_follow_scope (MdgMapView *self);

G_END_DECLS
