/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/mdg-figure-model.h"

G_BEGIN_DECLS

/**
 * MdgMonthSlider:
 *
 * Chooses the month of a #MdgFigureModel's scope along a line of time, or plays all months one
 * after the other, until the last is reached or another is chosen. Only months for which at least
 * one prefecture has the scope's measure can be chosen; each has a mark, and between the marks the
 * gaps are seen. It is not there where there is but one month.
 */
#define MDG_TYPE_MONTH_SLIDER (mdg_month_slider_get_type ())
G_DECLARE_FINAL_TYPE (MdgMonthSlider, mdg_month_slider, MDG, MONTH_SLIDER, AdwBin)

/* How long each month is shown while playing. */
#define MDG_MONTH_SLIDER_STEP_MS 1000

GtkWidget *mdg_month_slider_new (void);
void mdg_month_slider_set_figure_model (MdgMonthSlider *self, MdgFigureModel *model);
gboolean mdg_month_slider_get_playing (MdgMonthSlider *self);
void mdg_month_slider_set_playing (MdgMonthSlider *self, gboolean playing);

G_END_DECLS
