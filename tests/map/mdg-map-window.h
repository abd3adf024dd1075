/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/mdg-map-fixture.h"
#include "map/mdg-area-layer.h"
#include "map/mdg-map-legend.h"
#include "map/mdg-map-view.h"
#include "util/mdg-test-display.h"

G_BEGIN_DECLS

/**
 * MapWindow:
 *
 * A window with a map of all prefectures, and a button before and after it.
 */
typedef struct
{
  GtkWidget *window;
  GtkWidget *before;
  GtkWidget *after;
  MdgMapView *view;
  MdgAreaLayer *layer;
  MdgMapLegend *legend;
  MdgFigureModel *model;
  guint activated;
  guint n_activated;
} MapWindow;

int map_window_setup (void **state);
int map_window_teardown (void **state);
GtkWidget *map_window_get_item (MapWindow *self, MdgArea area);
MdgArea map_window_get_focused (MapWindow *self);
GtkEventController *map_window_get_controller (GtkWidget *widget, GType type);
gboolean map_window_press (MapWindow *self, guint keyval);
void map_window_type (MapWindow *self, const char *text);
void map_window_settle (MapWindow *self);

G_END_DECLS
