/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/mdg-figures.h"

G_BEGIN_DECLS

/**
 * MdgQualityMark:
 *
 * What stands behind a figure, as an icon with its name; on demand, by pointer or keyboard, in
 * sentences with the publication. Invisible where there is no figure.
 *
 * Property "show-label" (boolean): whether the quality's name stands beside the icon.
 */
#define MDG_TYPE_QUALITY_MARK (mdg_quality_mark_get_type ())
G_DECLARE_FINAL_TYPE (MdgQualityMark, mdg_quality_mark, MDG, QUALITY_MARK, AdwBin)

void mdg_quality_mark_set_figure (MdgQualityMark *self,
                                  MdgFigures *figures,
                                  const MdgObservation *observation);

G_END_DECLS
