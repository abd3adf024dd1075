/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/mdg-clock.h"
#include "core/mdg-run.h"
#include "core/mdg-store.h"
#include "guide/mdg-guide-pack.h"
#include "util/mdg-test-display.h"

G_BEGIN_DECLS

/* A page in a window, with the built-in pack and a store in a folder of its own. */
typedef struct
{
  char *folder;
  MdgStore *store;
  MdgGuidePack *pack;
  GtkWidget *window;
  GtkWidget *overlay;
  GtkWidget *page;
} DeskFixture;

typedef GtkWidget *(*DeskCreatePage) (MdgGuidePack *pack, MdgStore *store);

void desk_fixture_init (DeskFixture *self, DeskCreatePage create_page);
void desk_fixture_clear (DeskFixture *self);
MdgStore *desk_fixture_open_store (const char *folder);
gpointer desk_fixture_run (DeskFixture *self, MdgStoreWork work, gpointer data);
GPtrArray *desk_fixture_list_runs (DeskFixture *self);

GtkWidget *desk_find (GtkWidget *widget, GType type, guint index);
GtkWidget *desk_find_named (GtkWidget *widget, const char *name);
GtkWidget *desk_find_button (GtkWidget *widget, const char *label);
guint desk_count (GtkWidget *widget, GType type);
gboolean desk_shows (GtkWidget *widget, const char *text);
void desk_press (GtkWidget *widget, guint keyval, GdkModifierType modifiers);
void desk_click (GtkWidget *button);

G_END_DECLS
