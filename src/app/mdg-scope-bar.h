/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/mdg-figure-model.h"

G_BEGIN_DECLS

/**
 * MdgScopeBar:
 *
 * Chooses month, measure and facility type of a #MdgFigureModel. Where a choice has no figures and
 * another had to be taken, a toast says so.
 *
 * Properties: "figure-model" (MdgFigureModel, nullable), "show-measure" and "show-facility-type"
 * (boolean, both %TRUE at first).
 */
#define MDG_TYPE_SCOPE_BAR (mdg_scope_bar_get_type ())
G_DECLARE_FINAL_TYPE (MdgScopeBar, mdg_scope_bar, MDG, SCOPE_BAR, AdwBin)

GtkWidget *mdg_scope_bar_new (void);
void mdg_scope_bar_set_figure_model (MdgScopeBar *self, MdgFigureModel *model);
void mdg_scope_bar_show_notice (MdgScopeBar *self, MdgScopeChange change);

G_END_DECLS
