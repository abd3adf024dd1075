/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "guide/mdg-guide-pack.h"

G_BEGIN_DECLS

/**
 * MdgNotCoveredView:
 *
 * Stands for the situations of a day before the guide begins, and leads to a day that it covers.
 * Signal "day-chosen" (uint: an MdgDay).
 */
#define MDG_TYPE_NOT_COVERED_VIEW (mdg_not_covered_view_get_type ())
G_DECLARE_FINAL_TYPE (MdgNotCoveredView, mdg_not_covered_view, MDG, NOT_COVERED_VIEW, AdwBin)

const char *mdg_not_covered_view_show (MdgNotCoveredView *self,
                                       const MdgGuidePack *pack,
                                       MdgDay today);

G_END_DECLS
