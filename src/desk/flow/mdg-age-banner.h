/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "guide/mdg-guide-pack.h"

G_BEGIN_DECLS

/**
 * MdgAgeBanner:
 *
 * Says that a guide pack has grown old, once for each version. Property "told-pack" (string): id
 * and version of the pack that it was said of, to be kept for the next time. Signal "told" (string:
 * what it says).
 */
#define MDG_TYPE_AGE_BANNER (mdg_age_banner_get_type ())
G_DECLARE_FINAL_TYPE (MdgAgeBanner, mdg_age_banner, MDG, AGE_BANNER, AdwBin)

void mdg_age_banner_check (MdgAgeBanner *self, const MdgGuidePack *pack, MdgDay today);
gboolean mdg_age_banner_get_revealed (MdgAgeBanner *self);

G_END_DECLS
