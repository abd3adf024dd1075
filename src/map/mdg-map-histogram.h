/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "draw/mdg-map-scene.h"

G_BEGIN_DECLS

/**
 * MdgMapHistogram:
 *
 * How the figures of a map are distributed, in the colours of its classes. It is an image to
 * assistive technology, described in words.
 */
#define MDG_TYPE_MAP_HISTOGRAM (mdg_map_histogram_get_type ())
G_DECLARE_FINAL_TYPE (MdgMapHistogram, mdg_map_histogram, MDG, MAP_HISTOGRAM, GtkWidget)

GtkWidget *mdg_map_histogram_new (void);
void mdg_map_histogram_set_scene (MdgMapHistogram *self, MdgMapScene *scene);

G_END_DECLS
