/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "draw/mdg-map-scene.h"

G_BEGIN_DECLS

void mdg_map_saver_save (GtkWidget *parent, GPtrArray *scenes, GSettings *settings);
void mdg_map_saver_copy (GtkWidget *parent, GPtrArray *scenes);

G_END_DECLS
