/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "util/mdg-test-display.h"

#include <gtk/gtk.h>

#include "app/mdg-application.h"
#include "app/mdg-window.h"

G_BEGIN_DECLS

/**
 * MdgUiFixture:
 * @application: the application
 * @window: its window
 * @model: what is looked at
 * @settings: its settings
 *
 * The real application in the test's process, with its window shown and its figures loaded.
 */
typedef struct
{
  MdgApplication *application;
  MdgWindow *window;
  MdgFigureModel *model;
  GSettings *settings;
} MdgUiFixture;

int mdg_ui_group_setup (void **state);
int mdg_ui_group_teardown (void **state);

GtkWidget *mdg_ui_find (GtkWidget *root, GType type, const char *text);
gboolean mdg_ui_wait_for (GtkWidget *root, GType type, const char *text);
gboolean mdg_ui_says (GtkWidget *root, const char *text);

G_END_DECLS
