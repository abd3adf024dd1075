/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "profile/mdg-profile.h"

G_BEGIN_DECLS

/**
 * MdgProfileView:
 *
 * A profile in words and rows: the summary, what there is to gain, and each facility type beside the
 * nation, the region and the neighbours. Its button to copy the summary activates "briefing.copy".
 */
#define MDG_TYPE_PROFILE_VIEW (mdg_profile_view_get_type ())
G_DECLARE_FINAL_TYPE (MdgProfileView, mdg_profile_view, MDG, PROFILE_VIEW, AdwBin)

void mdg_profile_view_set_profile (MdgProfileView *self, MdgProfile *profile);

G_END_DECLS
