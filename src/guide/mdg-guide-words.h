/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "guide/mdg-guide-types.h"

G_BEGIN_DECLS

/* What the guide says about itself, on screen and on paper. */
const char *mdg_tone_get_label (MdgTone tone);
char *mdg_guide_format_validity (MdgDay valid_from, MdgDay valid_until);
char *mdg_guide_format_source (const MdgGuideSource *source);

G_END_DECLS
