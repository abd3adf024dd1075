/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MdgDrawMeter:
 *
 * Tells how long the processor takes to draw what is inside of it: the snapshot of the widgets, and drawing the
 * node as the software renderer does it, on a surface of its size. What follows in a frame, handing
 * the surface to the display server, is the same for every widget and not in it.
 */
#define MDG_TYPE_DRAW_METER (mdg_draw_meter_get_type ())
G_DECLARE_FINAL_TYPE (MdgDrawMeter, mdg_draw_meter, MDG, DRAW_METER, GtkWidget)

GtkWidget *mdg_draw_meter_new (GtkWidget *child);
void mdg_draw_meter_arm (MdgDrawMeter *self);
gboolean mdg_draw_meter_take_time (MdgDrawMeter *self, double *time);

G_END_DECLS
