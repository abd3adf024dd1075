/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "guide/mdg-guide-ending.h"

G_BEGIN_DECLS

/**
 * MdgBasisView:
 *
 * What a sentence of the guide rests on: when it holds, whether it ends soon, and its sources.
 */
#define MDG_TYPE_BASIS_VIEW (mdg_basis_view_get_type ())
G_DECLARE_FINAL_TYPE (MdgBasisView, mdg_basis_view, MDG, BASIS_VIEW, AdwBin)

GtkWidget *mdg_basis_view_new (void);
void mdg_basis_view_set_basis (MdgBasisView *self, const MdgGuideBasis *basis);
void mdg_basis_view_set_ending (MdgBasisView *self, const MdgGuideEnding *ending);

G_END_DECLS
