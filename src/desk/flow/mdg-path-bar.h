/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "guide/mdg-guide-walk.h"

G_BEGIN_DECLS

/**
 * MdgPathBar:
 *
 * The path that a walk has taken; each step can be reopened.
 */
#define MDG_TYPE_PATH_BAR (mdg_path_bar_get_type ())
G_DECLARE_FINAL_TYPE (MdgPathBar, mdg_path_bar, MDG, PATH_BAR, AdwBin)

GtkWidget *mdg_path_bar_new (void);
void mdg_path_bar_set_walk (MdgPathBar *self, MdgGuideWalk *walk);

G_END_DECLS
