/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/mdg-area.h"

G_BEGIN_DECLS

/**
 * MdgAreaChoice:
 *
 * A prefecture to be chosen from a list, found by kanji, kana and romaji. Properties, read-only:
 * "area" (uint; %MDG_AREA_NONE stands for none in particular), "label", "hint" (the name in another
 * writing) and "search-key".
 */
#define MDG_TYPE_AREA_CHOICE (mdg_area_choice_get_type ())
G_DECLARE_FINAL_TYPE (MdgAreaChoice, mdg_area_choice, MDG, AREA_CHOICE, GObject)

MdgArea mdg_area_choice_get_area (MdgAreaChoice *self);
GListModel *mdg_area_choice_list_new (const char *none_label);
void mdg_area_choice_set_up (GtkWidget *chooser, const char *none_label);
MdgArea mdg_area_choice_get (GtkWidget *chooser);
void mdg_area_choice_set (GtkWidget *chooser, MdgArea area);

G_END_DECLS
