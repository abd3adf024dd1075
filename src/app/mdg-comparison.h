/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-class-options.h"
#include "model/mdg-figure-model.h"

G_BEGIN_DECLS

/**
 * MdgComparison:
 *
 * What the map is compared with: the same figures and the same prefecture, in a scope of its own. If
 * nothing is remembered that is known, that is the last month before which has all prefectures. As
 * long as both show the same measure, they are divided together, so that colours can be compared,
 * unless somebody wants them apart.
 */
#define MDG_TYPE_COMPARISON (mdg_comparison_get_type ())
G_DECLARE_FINAL_TYPE (MdgComparison, mdg_comparison, MDG, COMPARISON, GObject)

MdgComparison *mdg_comparison_new (MdgFigureModel *first, GSettings *settings);
MdgFigureModel *mdg_comparison_get_second (MdgComparison *self);
gboolean mdg_comparison_is_active (MdgComparison *self);
gboolean mdg_comparison_can_share_scale (MdgComparison *self);
gboolean mdg_comparison_shares_scale (MdgComparison *self);
void mdg_comparison_load_classes (MdgComparison *self,
                                  MdgFigureModel *model,
                                  MdgClassOptions *classes);

G_END_DECLS
