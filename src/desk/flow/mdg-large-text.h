/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How much of the room the text takes, from the least to all of it. */
#define MDG_LARGE_TEXT_N_STEPS 8

/**
 * MdgLargeText:
 *
 * A sentence as large as there is room for: it wraps between words, and all of it is always seen.
 * A screen reader is given the sentence as the widget's name.
 */
#define MDG_TYPE_LARGE_TEXT (mdg_large_text_get_type ())
G_DECLARE_FINAL_TYPE (MdgLargeText, mdg_large_text, MDG, LARGE_TEXT, GtkWidget)

void mdg_large_text_set_text (MdgLargeText *self, const char *text);
const char *mdg_large_text_get_text (MdgLargeText *self);
void mdg_large_text_set_step (MdgLargeText *self, guint step);
guint mdg_large_text_get_step (MdgLargeText *self);
void mdg_large_text_set_turned (MdgLargeText *self, gboolean turned);
gboolean mdg_large_text_get_turned (MdgLargeText *self);
int mdg_large_text_get_font_size (MdgLargeText *self);

G_END_DECLS
